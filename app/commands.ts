// Every user command as data: id, title, keys, group. The panel, the menus and the tray bind what runs.

export const COMMAND_GROUPS = ['Events', 'Edit', 'Instance', 'Go to', 'Log', 'Server', 'Panel', 'Help'] as const;
type CommandGroup = (typeof COMMAND_GROUPS)[number];

export type Command = {
  id: string;
  title: string;
  group: CommandGroup;
  /** Other words that people look for it by. */
  words?: string;
  /** `mod` is ⌘ on a Mac and Ctrl elsewhere; parts in the order mod, alt, shift, key. */
  keys: readonly string[];
  /** Where the keys work: everywhere, everywhere but in text fields (which have their own), or in the list of requests. */
  where: 'anywhere' | 'outside-text' | 'request-list';
};

export const COMMANDS = [
  { id: 'spot.interrupt', title: 'Interrupt now', group: 'Events', keys: ['mod+enter'], where: 'anywhere' },
  { id: 'spot.terminate', title: 'Terminate: interrupt now', group: 'Events', keys: [], where: 'anywhere' },
  { id: 'spot.stop', title: 'Stop: interrupt now', group: 'Events', keys: [], where: 'anywhere' },
  { id: 'spot.hibernate', title: 'Hibernate: interrupt now', group: 'Events', keys: [], where: 'anywhere' },
  { id: 'spot.cancel', title: 'Cancel interruption', group: 'Events', keys: [], where: 'anywhere' },
  { id: 'spot.skip', title: 'Skip 90 seconds', group: 'Events', keys: [], where: 'anywhere' },
  { id: 'spot.skip-to-notice', title: 'Skip to notice', group: 'Events', keys: [], where: 'anywhere' },
  { id: 'spot.skip-to-action', title: 'Skip to action', group: 'Events', keys: [], where: 'anywhere' },
  { id: 'rebalance.fire', title: 'Recommend a rebalance', group: 'Events', keys: [], where: 'anywhere' },
  { id: 'places.free', title: 'Free the places', group: 'Events', keys: [], where: 'anywhere' },
  { id: 'events.withdraw', title: 'Withdraw all events', group: 'Events', keys: [], where: 'anywhere' },
  { id: 'tokens.expire-all', title: 'Expire all tokens', group: 'Events', keys: [], where: 'anywhere' },
  {
    id: 'credentials.rotate',
    title: 'Next set of credentials now',
    group: 'Events',
    keys: [],
    where: 'anywhere',
    words: 'rotate renew refresh role iam',
  },
  { id: 'world.undo', title: 'Undo', group: 'Edit', keys: ['mod+z'], where: 'outside-text' },
  { id: 'world.redo', title: 'Redo', group: 'Edit', keys: ['mod+shift+z', 'mod+y'], where: 'outside-text' },
  {
    id: 'options.v2-only',
    title: 'Require a token: IMDSv2 only',
    group: 'Instance',
    words: 'httptokens required imdsv1 refuse',
    keys: [],
    where: 'anywhere',
  },
  {
    id: 'options.v1-too',
    title: 'Allow IMDSv1: a token is optional',
    group: 'Instance',
    words: 'httptokens imdsv2',
    keys: [],
    where: 'anywhere',
  },
  {
    id: 'world.import',
    title: 'Import a world…',
    group: 'Instance',
    words: 'open load file json yaml toml aemm configuration',
    keys: [],
    where: 'anywhere',
  },
  {
    id: 'world.export',
    title: 'Export the world',
    group: 'Instance',
    words: 'save share backup file json',
    keys: [],
    where: 'anywhere',
  },
  {
    id: 'world.compare',
    title: 'Compare with the preset…',
    group: 'Instance',
    words: 'differences changed overridden',
    keys: [],
    where: 'anywhere',
  },
  {
    id: 'world.reset',
    title: 'Reset all metadata to the preset',
    group: 'Instance',
    words: 'default differences overrides',
    keys: [],
    where: 'anywhere',
  },
  { id: 'go.deck', title: 'Deck', group: 'Go to', keys: ['mod+1'], where: 'anywhere' },
  { id: 'go.metadata', title: 'Metadata', group: 'Go to', keys: ['mod+2'], where: 'anywhere' },
  { id: 'go.events', title: 'Events', group: 'Go to', keys: ['mod+3'], where: 'anywhere' },
  { id: 'go.tokens', title: 'Tokens', group: 'Go to', keys: ['mod+4'], where: 'anywhere' },
  { id: 'go.clients', title: 'Clients', group: 'Go to', keys: ['mod+5'], where: 'anywhere' },
  { id: 'go.settings', title: 'Settings', group: 'Go to', keys: ['mod+6', 'mod+,'], where: 'anywhere' },
  { id: 'filter.focus', title: 'Filter this screen', group: 'Go to', keys: ['/'], where: 'outside-text' },
  {
    id: 'log.filter',
    title: 'Filter requests',
    group: 'Log',
    words: 'search find latency slow ms status',
    keys: ['mod+f'],
    where: 'outside-text',
  },
  { id: 'log.pause', title: 'Pause the view', group: 'Log', keys: ['p'], where: 'request-list' },
  { id: 'log.follow', title: 'Follow new requests', group: 'Log', keys: ['f'], where: 'request-list' },
  { id: 'log.copy', title: 'Copy the request as code', group: 'Log', keys: ['c'], where: 'request-list' },
  { id: 'log.replay', title: 'Replay the request', group: 'Log', keys: ['r'], where: 'request-list' },
  { id: 'log.select-all', title: 'Select all requests shown', group: 'Log', keys: ['mod+a'], where: 'request-list' },
  { id: 'log.copy-rows', title: 'Copy the selected as NDJSON', group: 'Log', keys: ['mod+c'], where: 'request-list' },
  { id: 'log.clear', title: 'Clear the log, for everybody', group: 'Log', keys: ['mod+l'], where: 'outside-text' },
  {
    id: 'log.export-har',
    title: 'Export as HAR',
    group: 'Log',
    words: 'save record requests file',
    keys: [],
    where: 'anywhere',
  },
  {
    id: 'log.export-ndjson',
    title: 'Export as NDJSON',
    group: 'Log',
    words: 'save record requests file json',
    keys: [],
    where: 'anywhere',
  },
  { id: 'pane.next', title: 'To the next pane', group: 'Go to', keys: ['mod+]'], where: 'anywhere' },
  { id: 'pane.previous', title: 'To the pane before', group: 'Go to', keys: ['mod+['], where: 'anywhere' },
  { id: 'endpoint.copy', title: 'Copy endpoint', group: 'Server', keys: ['mod+shift+c'], where: 'anywhere' },
  {
    id: 'app.point',
    title: 'Point your app here',
    group: 'Server',
    words: 'docker compose kubernetes container sdk endpoint variable node python go java shell powershell',
    keys: [],
    where: 'anywhere',
  },
  { id: 'server.start', title: 'Start answering', group: 'Server', keys: [], where: 'anywhere' },
  { id: 'server.stop', title: 'Stop answering', group: 'Server', keys: [], where: 'anywhere' },
  { id: 'server.restart', title: 'Restart the server', group: 'Server', keys: [], where: 'anywhere' },
  { id: 'palette.open', title: 'Find a command', group: 'Panel', keys: ['mod+k', 'mod+shift+p'], where: 'anywhere' },
  { id: 'rail.toggle', title: 'Fold or unfold the rail', group: 'Panel', keys: [], where: 'anywhere' },
  { id: 'theme.system', title: 'Theme: as the system', group: 'Panel', keys: [], where: 'anywhere' },
  { id: 'theme.light', title: 'Theme: light', group: 'Panel', keys: [], where: 'anywhere' },
  { id: 'theme.dark', title: 'Theme: dark', group: 'Panel', keys: [], where: 'anywhere' },
  { id: 'theme.high-contrast', title: 'Theme: high contrast', group: 'Panel', keys: [], where: 'anywhere' },
  {
    id: 'help.docs',
    title: 'Docs',
    group: 'Help',
    words: 'documentation manual readme how',
    keys: [],
    where: 'anywhere',
  },
  {
    id: 'keys.show',
    title: 'Show the keys',
    group: 'Help',
    words: 'shortcuts keyboard',
    keys: ['?'],
    where: 'outside-text',
  },
  {
    id: 'help.report',
    title: 'Report a problem…',
    group: 'Help',
    words: 'bug issue version about',
    keys: [],
    where: 'anywhere',
  },
] as const satisfies readonly Command[];

/** Keys of one character that lead somewhere and change nothing, so that they may work on a whole screen. */
const EVERYWHERE = ['?', '/'];

/** Where one of a command's keys works: another key without a modifier never outside the list of requests (WCAG 2.1.4). */
export function whereOf(command: Command, keys: string): Command['where'] {
  return keys.length === 1 && !EVERYWHERE.includes(keys) ? 'request-list' : command.where;
}

export type CommandId = (typeof COMMANDS)[number]['id'];

export function commandOf(id: CommandId): Command {
  const found = COMMANDS.find((command) => command.id === id);
  if (found === undefined) throw new Error(`There is no command ${id}.`);
  return found;
}

const MAC_KEYS: Record<string, string> = { mod: '⌘', alt: '⌥', shift: '⇧', enter: '↵' };
const OTHER_KEYS: Record<string, string> = { mod: 'Ctrl', alt: 'Alt', shift: 'Shift', enter: 'Enter' };

/** Keys as people read them: `⇧⌘Z` on a Mac, `Ctrl+Shift+Z` elsewhere. Empty without keys. */
export function keysText(keys: string | undefined, mac: boolean): string {
  if (keys === undefined) return '';
  const names = mac ? MAC_KEYS : OTHER_KEYS;
  const parts = keys.split('+').map((part) => names[part] ?? part.toUpperCase());
  return mac ? macOrder(parts).join('') : parts.join('+');
}

/** A Mac writes ⌘ last of the modifiers. */
function macOrder(parts: string[]): string[] {
  const [first, ...rest] = parts;
  if (first !== '⌘') return parts;
  return [...rest.slice(0, -1), '⌘', ...rest.slice(-1)];
}

/** What a key press says in the words of `keys`. */
export type KeyPress = { key: string; ctrlKey: boolean; metaKey: boolean; altKey: boolean; shiftKey: boolean };

export function pressedKeys(press: KeyPress, mac: boolean): string {
  const modifiers = [
    (mac ? press.metaKey : press.ctrlKey) ? 'mod' : '',
    press.altKey ? 'alt' : '',
    press.shiftKey && press.key.length !== 1 ? 'shift' : '',
    press.shiftKey && /^[a-z]$/i.test(press.key) ? 'shift' : '',
  ];
  return [...modifiers.filter((part) => part !== ''), press.key.toLowerCase()].join('+');
}
