// The token of control over HTTP: copied, and changed for a new one. It is never shown.
import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { copyText } from '../../components/copy.ts';
import { controlToken } from '../../control/carrier/address.ts';
import { windowBridge } from '../../control/carrier/bridge.ts';
import { rotateToken } from '../../control/rotate-token.ts';
import { useStatus } from '../../stores/status.ts';
import { tell } from '../../components/toasts.tsx';
import styles from '../settings.module.css';

export function TokenControl() {
  const given = useStatus((store) => store.status?.control.tokenGiven ?? false);
  const [made, setMade] = useState<string | null>(null);
  const ofPage = windowBridge() === null ? controlToken() : null;
  const token = made ?? ofPage;
  const rotate = async () => {
    const next = await rotateToken();
    if (next === null) return;
    setMade(next);
    tell('The token is a new one; the old one is refused');
  };
  return (
    <>
      <div className={styles.line}>
        {token !== null && <CopyToken token={token} />}
        {ofPage !== null && <CopyAddress token={ofPage} />}
        {!given && (
          <Button acts onClick={() => void rotate()}>
            Make a new token
          </Button>
        )}
      </div>
      <p className={styles.help}>{given ? GIVEN : ownText(token)}</p>
    </>
  );
}

const GIVEN = 'METADECK_TOKEN names it: for another one, start Metadeck anew.';

function ownText(token: string | null): string {
  return token === null
    ? 'New with each start, and told to nobody: make a new one to copy it.'
    : 'The same after a restart, where the port is the usual one or was chosen. A new one shuts out whoever has this one.';
}

function CopyToken({ token }: { token: string }) {
  return (
    <>
      <span className="mono dim">{'•'.repeat(12)}</span>
      <Button onClick={() => void copyText(token, 'Token copied')}>Copy the token</Button>
    </>
  );
}

function CopyAddress({ token }: { token: string }) {
  const address = `${location.origin}/#token=${encodeURIComponent(token)}`;
  return (
    <Button onClick={() => void copyText(address, 'Address of the panel copied')}>Copy this panel’s address</Button>
  );
}
