// Who asks, and what they may see.
import { useTraffic } from '../../stores/traffic.ts';
import { ClientTable } from './client-table.tsx';
import styles from './clients.module.css';
import { NoClients } from './no-clients.tsx';

export function ClientsScreen() {
  const clients = useTraffic((traffic) => traffic.clients);
  return (
    <div className={styles.screen}>
      <h1 className="only-heard">Clients</h1>
      {clients !== null && clients.length > 0 && <ClientTable clients={clients} />}
      {clients?.length === 0 && <NoClients />}
    </div>
  );
}
