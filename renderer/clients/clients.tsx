// Who asks, and what they may see. The client that a link or its address leads to is shown in full.
import type { ClientView } from '../../app/contract/traffic.ts';
import { Button } from '../components/button.tsx';
import { useNow } from '../stores/clock.ts';
import { useLog } from '../stores/log/log.ts';
import { requestsIn } from '../stores/log/log-window.ts';
import { useStatus } from '../stores/status.ts';
import { useTraffic } from '../stores/traffic.ts';
import { useView } from '../stores/view.ts';
import { useWorld } from '../stores/world.ts';
import { activityByClient } from './activity.ts';
import { ClientDetail } from './client-detail.tsx';
import { areOfSeveral, clientOf, keyOf } from './client-key.ts';
import { ClientTable } from './client-table.tsx';
import styles from './clients.module.css';
import { NoClients } from './no-clients.tsx';
import { manyText } from './sees-text.ts';
import { type Order, useOrder } from './use-order.ts';

export function ClientsScreen() {
  const clients = useTraffic((traffic) => traffic.clients);
  const subject = useView((view) => view.subject);
  const open = clientOf(clients ?? [], subject);
  return (
    <div className={styles.screen} data-open={open !== null || undefined}>
      <h1 className="only-heard">Clients</h1>
      {clients !== null && clients.length > 0 && <Listed clients={clients} open={open} />}
      {clients?.length === 0 && <NoClients />}
    </div>
  );
}

function Listed({ clients, open }: { clients: readonly ClientView[]; open: ClientView | null }) {
  const now = useNow();
  const rows = useLog((log) => requestsIn(log.window.rows));
  const activity = activityByClient(rows, now);
  const order = useOrder(clients.map((client) => ({ client, counts: activity.get(keyOf(client)) })));
  const ofSeveral = areOfSeveral(clients);
  return (
    <>
      <div className={styles.many}>
        <Many clients={clients} />
        <Again order={order} />
      </div>
      <ClientTable order={order} open={open && keyOf(open)} ofSeveral={ofSeveral} />
      {open !== null && <ClientDetail key={keyOf(open)} client={open} ofSeveral={ofSeveral} />}
    </>
  );
}

/** Of the instance whose rule is known here, the first. */
function Many({ clients }: { clients: readonly ClientView[] }) {
  const audience = useWorld((world) => world.audience);
  const first = useStatus((store) => store.status?.instance.name);
  if (audience === null) return null;
  return (
    <p>
      {manyText(
        clients.filter(({ instance }) => instance === first),
        audience.spot,
      )}
    </p>
  );
}

/** Rows stand still; that another order would be right by now is said. */
function Again({ order: { by, stale, again } }: { order: Order }) {
  if (by === null || !stale) return null;
  return (
    <Button kind="link" size="s" onClick={again}>
      Re-sort by {by.title}
    </Button>
  );
}
