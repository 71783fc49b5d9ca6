// Control over HTTP: whether it is on, where, and how a page or a program gets in.
import { Button } from '../../components/button.tsx';
import { windowBridge } from '../../control/carrier/bridge.ts';
import { copyText } from '../../components/copy.ts';
import { useStatus } from '../../stores/status.ts';
import { switchWords } from './control-words.ts';
import { KeptTick } from './kept-controls.tsx';
import type { Section } from './sections.ts';
import styles from '../settings.module.css';
import { TokenControl } from './token-control.tsx';

function SwitchControl() {
  const http = useStatus((store) => store.status?.control.http ?? null);
  if (windowBridge() !== null) return <KeptTick name="controlOverHttp" what="Control over HTTP" />;
  // Switched off from here, it would take this page with it.
  return <p>{switchWords(http, window.location.port)}</p>;
}

function AddressControl() {
  const http = useStatus((store) => store.status?.control.http ?? null);
  if (http === null) return <p className="dim">It does not listen.</p>;
  const address = `http://${http.address}:${http.port}`;
  return (
    <div className={styles.line}>
      <span className="mono">{address}</span>
      <Button onClick={() => void copyText(address, 'Address copied')}>Copy</Button>
    </div>
  );
}

export const CONTROL: Section = {
  id: 'control',
  title: 'Control over HTTP',
  rows: [
    {
      id: 'controlOverHttp',
      title: 'Switch',
      help: 'Lets programs on this machine change the instance, each with the token. Never on the port of the metadata.',
      words: 'api remote',
      Control: SwitchControl,
    },
    { id: 'controlAddress', title: 'Address', help: 'Only from this machine.', Control: AddressControl },
    {
      id: 'controlToken',
      title: 'Token',
      help: 'Every call carries it; a new one shuts out who has the old. The command line needs none: it uses a socket of your own.',
      words: 'bearer authorization secret rotate new copy',
      Control: TokenControl,
    },
  ],
};
