// What is logged of each request, in AEMM's words (aemm.md 5): paths, addresses and reasons, never a token.
import type { AemmSettings } from '../../app/aemm/settings.ts';
import { dueTimes } from '../../app/aemm/moments.ts';
import type { LogRow } from '../../app/contract/traffic.ts';

export type Mocked = { settings: AemmSettings; /** Milliseconds since 1970. */ startedAt: number };

/** A notice's own path: its words in the log, and the settings that say when it comes. */
type Notice = { due: 'spot' | 'events' | 'rebalance' | 'lifecycle'; mock: string; what: string; timing: Timing };
type Timing = 'mock' | 'rebalance' | 'asg-termination';

const SPOT_WORDS = { mock: 'spot interruption', what: 'Spot ITN or Rebalance Recommendation' };
const SPOT: Notice = { ...SPOT_WORDS, due: 'spot', timing: 'mock' };

const NOTICES: Readonly<Record<string, Notice>> = {
  spot: SPOT,
  'spot-termination-time': SPOT,
  'rebalance-rec-time': { ...SPOT_WORDS, mock: 'rebalance recommendation', due: 'rebalance', timing: 'rebalance' },
  events: { due: 'events', mock: 'scheduled event', what: 'Scheduled Event', timing: 'mock' },
  'target-lifecycle-state': {
    due: 'lifecycle',
    mock: 'ASG lifecycle state',
    what: 'ASG Lifecycle State',
    timing: 'asg-termination',
  },
};

/** The lines for one request, without their times. */
export function requestLines(row: LogRow, mocked: Mocked): string[] {
  const path = pathOf(row.target);
  if (row.status === null) return [`Closed a connection without an answer: ${row.why}`];
  if (row.rule === 'malformed-request') return ['Returned `badRequestResponse` to a request that is no HTTP'];
  if (path === '/latest/api/token') return tokenLines(row);
  if (row.status === 401) return [`Received request: ${path}`, `Returned \`unauthorizedResponse\`: ${row.why}`];
  const validated = row.token === 'valid' ? ['Token validated!'] : [];
  const notice = pathsIn(mocked.settings).notices.get(path);
  if (notice !== undefined) return [...validated, ...noticeLines(row, path, notice, mocked)];
  return [...validated, `${receivedWords(row, path)}${path}`, returnedWords(row, path, mocked.settings)];
}

/** Without the query, and without the slash at its end. */
function pathOf(target: string): string {
  const path = plain(target.split('?', 1)[0] ?? '');
  return path.length > 1 && path.endsWith('/') ? path.slice(0, -1) : path;
}

/** Somebody else's text on one line. */
function plain(text: string): string {
  return text.replaceAll(/[^\u0020-\u007e]/g, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}

function tokenLines({ status, why }: LogRow): string[] {
  const received = 'Received request to generate a token';
  return status === 200 ? [received, 'Returned token successfully.'] : [`${received}, which was refused: ${why}`];
}

/** What the settings say of paths, so that a request takes one look-up. */
type PathsInSettings = {
  notices: ReadonlyMap<string, Notice>;
  userData: ReadonlySet<string>;
  json: ReadonlySet<string>;
};

/** Kept with the settings, since every request asks. */
const remembered = new WeakMap<AemmSettings, PathsInSettings>();

function pathsIn(settings: AemmSettings): PathsInSettings {
  const known = remembered.get(settings);
  if (known) return known;
  const { metadata, dynamic, userdata } = settings;
  const notices = Object.entries(NOTICES).flatMap(([key, notice]): [string, Notice][] => {
    const path = metadata.paths[key];
    return path === undefined ? [] : [[path, notice]];
  });
  const objects = [metadata, dynamic].flatMap((group) =>
    Object.entries(group.paths).flatMap(([key, path]) => (typeof group.values[key] === 'object' ? [path] : [])),
  );
  const { spot, events, 'rebalance-rec-time': rebalance } = metadata.paths;
  const made = {
    // Where two share a path, the first one holds.
    notices: new Map(notices.reverse()),
    userData: new Set(Object.values(userdata.paths)),
    json: new Set([...objects, spot, events, rebalance].filter((path) => path !== undefined)),
  };
  remembered.set(settings, made);
  return made;
}

function noticeLines(row: LogRow, path: string, notice: Notice, mocked: Mocked): string[] {
  const received = `RemoteAddr: ${row.client} sent request to mock ${notice.mock}: ${path}`;
  const { settings, startedAt } = mocked;
  if (row.status !== 404) return [received, returnedWords(row, path, settings)];
  const secondsLeft = Math.ceil((dueTimes(settings, startedAt)[notice.due] - Date.parse(row.at)) / 1000);
  if (secondsLeft > 0) return [received, notDueYet(notice.timing, settings, secondsLeft)];
  if (row.rule !== 'no-place') return [received, returnedWords(row, path, settings)];
  const count = settings['mock-ip-count'];
  const full = `is not eligible for ${notice.what} because the max number of IPs configured (${count}) has been reached.`;
  return [received, `Requesting IP ${row.client} ${full}`];
}

function notDueYet(timing: Timing, settings: AemmSettings, secondsLeft: number): string {
  const trigger = settings[`${timing}-trigger-time`];
  const end = `The mock response will be available in ${secondsLeft}s. Returning \`notFoundResponse\` for now`;
  if (trigger !== '') return `Trigger time ${plain(trigger)} was not reached yet. ${end}`;
  return `Delaying the response by ${settings[`${timing}-delay-sec`]}s as requested. ${end}`;
}

function receivedWords({ rule, status }: LogRow, path: string): string {
  if (rule === 'listing' || rule === 'versions') return 'Received request to display paths: ';
  if (status === 404) return 'Received request for an unknown path: ';
  if (path.startsWith('/latest/dynamic')) return 'Received request to mock dynamic metadata: ';
  if (path.startsWith('/latest/user-data')) return 'Received request to mock user data: ';
  return 'Received request to mock static metadata: ';
}

function returnedWords({ status, why, rule }: LogRow, path: string, settings: AemmSettings): string {
  if (status === 404) return 'Returned `notFoundResponse`';
  if (status !== 200) return `Returned ${status ?? 0}: ${plain(why)}`;
  const isListing = rule === 'listing' || rule === 'versions';
  return `Returned ${isListing ? 'text' : kindAt(path, settings)} mock response successfully.`;
}

function kindAt(path: string, settings: AemmSettings): string {
  const { userData, json } = pathsIn(settings);
  if (userData.has(path)) return 'octet stream';
  return json.has(path) ? 'JSON' : 'text';
}
