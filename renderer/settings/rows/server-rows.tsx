// Settings of the data plane: where it listens, and whom it answers.
import { hostsFrom } from '../../../app/allowed-hosts.ts';
import { DEFAULT_SETTINGS } from '../../../app/settings/defaults.ts';
import { Pick } from '../../fields/pick.tsx';
import { addressProblem, portProblem, typedHostsProblem } from './checks.ts';
import { DefaultLine } from './default-line.tsx';
import { KeptTick } from './kept-controls.tsx';
import type { Section } from './sections.ts';
import { TextField } from '../../fields/text-field.tsx';
import { useKept } from './use-kept.ts';

const RESTARTS = 'restarts the server';

const INTERFACES = [
  { value: 'own', text: 'this machine only' },
  { value: 'all', text: 'every address' },
  { value: 'one', text: 'one address' },
] as const;
type Interface = (typeof INTERFACES)[number]['value'];

function interfaceOf(host: string | null): Interface {
  if (host === null) return 'own';
  return host === '0.0.0.0' || host === '::' ? 'all' : 'one';
}

const HOST_OF: Record<Interface, string | null> = { own: null, all: '0.0.0.0', one: '127.0.0.1' };

function AddressControl() {
  const { value, set, reset, changed } = useKept('host');
  const chosen = interfaceOf(value);
  return (
    <>
      <Pick label="Listens on" options={INTERFACES} value={chosen} onChange={(next) => set(HOST_OF[next])} />
      {chosen === 'one' && (
        <TextField
          label="Address to listen on"
          value={value ?? ''}
          wide
          check={addressProblem}
          onTake={(typed) => set(typed === '' ? null : typed)}
        />
      )}
      <DefaultLine usual="127.0.0.1 and ::1" changed={changed} what="address" onReset={reset} />
    </>
  );
}

function PortControl() {
  const { value, set, reset, changed } = useKept('port');
  return (
    <>
      <TextField label="Port" value={String(value)} check={portProblem} onTake={(typed) => set(Number(typed))} />
      <DefaultLine usual={String(DEFAULT_SETTINGS.port)} changed={changed} what="port" onReset={reset} />
    </>
  );
}

function HostsControl() {
  const { value, set, reset, changed } = useKept('allowedHosts');
  return (
    <>
      <TextField
        label="Allowed hosts"
        value={value.join(', ')}
        wide
        placeholder="imds.example.com"
        check={typedHostsProblem}
        onTake={(typed) => set(hostsFrom(typed))}
      />
      <DefaultLine usual="none" changed={changed} what="allowed hosts" onReset={reset} />
    </>
  );
}

export const SERVER: Section = {
  id: 'server',
  title: 'Server',
  rows: [
    {
      id: 'host',
      title: 'Address',
      help: 'On every address, whoever can reach this machine is answered. Containers need that.',
      words: 'bind host listen interface',
      note: RESTARTS,
      Control: AddressControl,
    },
    { id: 'port', title: 'Port', help: 'Where clients ask. 0 takes a free one.', note: RESTARTS, Control: PortControl },
    {
      id: 'allowedHosts',
      title: 'Allowed hosts',
      help: 'Names that a request may carry as its Host, besides addresses, localhost and names inside a network; *.example.com is all below one.',
      words: 'name rebinding',
      Control: HostsControl,
    },
    {
      id: 'allowWebPages',
      title: 'Web pages',
      help: 'Requests with an Origin or a foreign Sec-Fetch-Site are refused, so that no web page reads the credentials.',
      words: 'browser cors origin',
      Control: () => <KeptTick name="allowWebPages" what="Answer web pages" />,
    },
  ],
};
