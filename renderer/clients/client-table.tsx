// One row for each client, where it stands until somebody sorts. Its address opens it in full.
import { Button } from '../components/button.tsx';
import { showInLog } from '../components/client-filter.ts';
import { Caret } from '../components/caret.tsx';
import table from '../components/table.module.css';
import { go } from '../stores/view.ts';
import { ADDRESS, COLUMNS } from './client-columns.tsx';
import { keyOf } from './client-key.ts';
import styles from './clients.module.css';
import type { ClientRow, Direction, SortValue } from './order.ts';
import type { Order } from './use-order.ts';

type Props = { order: Order; open: string | null; ofSeveral: boolean };

export function ClientTable({ order, open, ofSeveral }: Props) {
  return (
    <div className={table.scroll}>
      <table className={`${table.table} ${styles.table}`} aria-label="Clients">
        <Head order={order} />
        <tbody>
          {order.rows.map((row) => (
            <Row key={keyOf(row.client)} row={row} open={keyOf(row.client) === open} ofSeveral={ofSeveral} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Head({ order }: { order: Order }) {
  return (
    <thead>
      <tr>
        <SortHead title="address" className={styles.address} sort={ADDRESS} order={order} />
        {COLUMNS.map(({ title, head, sort }) => (
          <SortHead key={title} title={title} className={head} sort={sort} order={order} />
        ))}
        <th scope="col" className={styles.act}>
          <span className="only-heard">actions</span>
        </th>
      </tr>
    </thead>
  );
}

type HeadProps = { title: string; className: string | undefined; sort: SortValue; order: Order };

function SortHead({ title, className, sort, order }: HeadProps) {
  const direction = order.by?.title === title ? order.by.direction : undefined;
  return (
    <th scope="col" className={className} aria-sort={direction}>
      <Button kind="bare" className={styles.head} onClick={() => order.sortBy(title, sort)}>
        {title}
        {direction && <Mark direction={direction} />}
      </Button>
    </th>
  );
}

function Mark({ direction }: { direction: Direction }) {
  return (
    <span className={styles.mark} data-direction={direction} aria-hidden>
      <Caret />
    </span>
  );
}

type RowProps = { row: ClientRow; open: boolean; ofSeveral: boolean };

function Row({ row, open, ofSeveral }: RowProps) {
  const { address, instance } = row.client;
  return (
    <tr className={styles.client} data-open={open || undefined}>
      <th scope="row" className={table.data}>
        <Opener row={row} open={open} ofSeveral={ofSeveral} />
      </th>
      {COLUMNS.map(({ title, cells, hint, show }) => (
        <td key={title} className={cells} title={hint?.(row)}>
          {show(row)}
        </td>
      ))}
      <td className={styles.act}>
        <Button
          kind="link"
          size="s"
          aria-label={`Show ${address} in the log`}
          onClick={() => showInLog(address, ofSeveral ? instance : undefined)}
        >
          in the log
        </Button>
      </td>
    </tr>
  );
}

function Opener({ row: { client }, open, ofSeveral }: RowProps) {
  const { address, instance } = client;
  const subject = ofSeveral ? keyOf(client) : address;
  return (
    <Button
      kind="name"
      className="cut"
      aria-expanded={open}
      title={ofSeveral ? `${address} asks ${instance}` : address}
      onClick={() => go('clients', open ? null : subject)}
    >
      {address}
      {ofSeveral && <span className="dim"> {instance}</span>}
    </Button>
  );
}
