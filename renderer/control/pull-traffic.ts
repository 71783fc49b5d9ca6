// Asks the server for the clients, and for the tokens while somebody looks at them.
import { useTraffic } from '../stores/traffic.ts';
import { useView } from '../stores/view.ts';
import { call } from './control.ts';

export async function pullTraffic(): Promise<void> {
  const tokens = useView.getState().screen === 'tokens' ? [pullTokens()] : [];
  await Promise.all([pullClients(), ...tokens]);
}

export async function pullClients(): Promise<void> {
  const result = await call('clients.list', {});
  if (result.ok) useTraffic.setState({ clients: result.data.items });
}

export async function pullTokens(): Promise<void> {
  const result = await call('tokens.list', {});
  if (result.ok) useTraffic.setState({ tokens: result.data.items });
}
