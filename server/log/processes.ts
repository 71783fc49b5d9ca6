// Names the processes behind requests from this machine, on Linux: looked up beside the data plane, never while a request waits.
import { putWithin } from '../../app/bounded.ts';
import { isEventLine, type LogItem } from '../../app/log/event-line.ts';
import type { Process } from '../../app/log/log-entry.ts';
import { hopsFrom } from '../imds/arrival.ts';
import type { Endpoint, FindProcesses } from './find-processes.ts';
import type { RequestLog } from './request-log.ts';

export type Processes = {
  /** Looks at what came since the last look, soon, and not while one is under way: to be called at each bell. */
  look: () => void;
  /** The process of a connection that has been looked up already. */
  known: (client: string, port: number) => Process | undefined;
};

type Used = {
  log: RequestLog;
  isOn: () => boolean;
  find: FindProcesses;
  serverPorts: () => readonly number[];
};

/** Between two looks. The first one is at once: most connections are over with their answer. */
const GAP_MS = 500;
/** Of a busy log only the newest are named. */
const MOST_ROWS = 2000;
const MOST_CONNECTIONS = 1000;
/** A connection that was not used for so long may be over, and its port another process's. */
const KNOWN_MS = 10_000;

type Known = { process: Process | null; usedAt: number };
type Row = Endpoint & { sequence: number };

export function createProcesses({ log, isOn, find, serverPorts }: Used): Processes {
  const known = new Map<string, Known>();
  let looked = 0;
  let lookedAt = Number.NEGATIVE_INFINITY;
  let isUnderWay = false;

  function fresh(key: string): Known | undefined {
    const one = known.get(key);
    return one !== undefined && performance.now() - one.usedAt < KNOWN_MS ? one : undefined;
  }

  function newRows(): Row[] {
    const { items, next } = log.after(Math.max(looked, log.last() - MOST_ROWS), MOST_ROWS, rowOf);
    looked = next;
    return items.filter((row) => row !== null);
  }

  async function lookUp(rows: readonly Row[]): Promise<void> {
    const unknown = new Map(rows.filter(({ key }) => !fresh(key)).map((row) => [row.key, row]));
    if (unknown.size === 0) return;
    const found = await find([...unknown.values()].slice(0, MOST_CONNECTIONS), serverPorts());
    for (const [key, process] of found) putWithin(known, MOST_CONNECTIONS, key, { process, usedAt: performance.now() });
  }

  function name({ key, sequence }: Row): void {
    const one = fresh(key);
    if (!one) return;
    one.usedAt = performance.now();
    if (one.process !== null) log.name(sequence, one.process);
  }

  async function lookNow(): Promise<void> {
    lookedAt = performance.now();
    const rows = newRows();
    await lookUp(rows);
    rows.forEach(name);
    // What was too much for one search is asked for again, where that one ended.
    const unfinished = rows.find(({ key }) => !fresh(key));
    if (unfinished) looked = Math.min(looked, unfinished.sequence - 1);
    isUnderWay = false;
    look();
  }

  function look(): void {
    if (isUnderWay || !isOn() || log.last() === looked) return;
    isUnderWay = true;
    setTimeout(() => void lookNow(), Math.max(0, lookedAt + GAP_MS - performance.now())).unref();
  }

  return { look, known: (client, port) => fresh(keyOf(client, port))?.process ?? undefined };
}

function keyOf(client: string, port: number): string {
  return `${client} ${port}`;
}

/** A request of somebody on this machine; null for any other line. */
function rowOf(item: Readonly<LogItem>): Row | null {
  if (isEventLine(item) || item.panel || hopsFrom(item.client) > 1) return null;
  const { sequence, client, port } = item;
  return { sequence, key: keyOf(client, port), address: client, port };
}
