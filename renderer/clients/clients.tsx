// Who asks, and what they may see. The client that a link or its address leads to is shown in full.
import type { ClientView } from '../../app/contract/traffic.ts';
import { useTraffic } from '../stores/traffic.ts';
import { useView } from '../stores/view.ts';
import { useWorld } from '../stores/world.ts';
import { ClientDetail } from './client-detail.tsx';
import { ClientTable } from './client-table.tsx';
import styles from './clients.module.css';
import { NoClients } from './no-clients.tsx';
import { manyText } from './sees-text.ts';

export function ClientsScreen() {
  const clients = useTraffic((traffic) => traffic.clients);
  const subject = useView((view) => view.subject);
  const open = clients?.find(({ address }) => address === subject) ?? null;
  return (
    <div className={styles.screen} data-open={open !== null || undefined}>
      <h1 className="only-heard">Clients</h1>
      {clients !== null && clients.length > 0 && (
        <>
          <Many clients={clients} />
          <ClientTable clients={clients} open={open?.address ?? null} />
          {open !== null && <ClientDetail key={`${open.instance} ${open.address}`} client={open} />}
        </>
      )}
      {clients?.length === 0 && <NoClients />}
    </div>
  );
}

function Many({ clients }: { clients: readonly ClientView[] }) {
  const audience = useWorld((world) => world.audience);
  if (audience === null) return null;
  const addresses = clients.map(({ address }) => address);
  return <p className={styles.many}>{manyText(addresses, audience)}</p>;
}
