// What each user command does in the panel. Only the start of the panel imports this; parts run a command by dispatch.ts.
import { copyText } from '../components/copy.ts';
import { changeOption } from '../control/change-option.ts';
import { changeSetting } from '../control/change-setting.ts';
import { restartServer, startServer, stopServer } from '../control/server-actions.ts';
import { copyRequest, replay, type Requested } from '../deck/log/row-actions.ts';
import { clearWithUndo } from '../deck/toolbar/clear.ts';
import { copyRows, exportShown } from '../deck/toolbar/export.ts';
import { resetBelow } from '../metadata/paths/edits.ts';
import { rotateCredentials } from '../metadata/role/rotate.ts';
import {
  cancelSpot,
  fireRebalance,
  freePlaces,
  interruptNow,
  interruptWith,
  redo,
  skipBy,
  skipTo,
  undo,
  withdrawAll,
} from '../notices/actions.ts';
import { indexOf } from '../stores/log/log-window.ts';
import { selectAll, setFollow, setPaused, useLog } from '../stores/log/log.ts';
import { openOnboarding } from '../stores/onboarding.ts';
import { openOverlay, toggleOverlay } from '../stores/overlay.ts';
import { toggleRail } from '../stores/rail.ts';
import { useStatus } from '../stores/status.ts';
import { go } from '../stores/view.ts';
import { expireAllTokens } from '../tokens/expire.ts';
import { exportWorld } from '../world-file/export-world.ts';
import type { Runs } from './dispatch.ts';
import { FILTER_FIELD, focusPane, movePane, SCREEN_FILTER } from './panes.ts';

const SKIP_SECONDS = 90;

export const RUNS: Runs = {
  'spot.interrupt': interruptNow,
  'spot.terminate': () => interruptWith('terminate'),
  'spot.stop': () => interruptWith('stop'),
  'spot.hibernate': () => interruptWith('hibernate'),
  'spot.cancel': cancelSpot,
  'spot.skip': () => skipBy(SKIP_SECONDS),
  'spot.skip-to-notice': () => skipTo('notice'),
  'spot.skip-to-action': () => skipTo('action'),
  'rebalance.fire': fireRebalance,
  'places.free': () => freePlaces(),
  'events.withdraw': withdrawAll,
  'tokens.expire-all': expireAllTokens,
  'credentials.rotate': rotateCredentials,
  'world.undo': undo,
  'world.redo': redo,
  'options.v2-only': () => changeOption('httpTokens', 'required'),
  'options.v1-too': () => changeOption('httpTokens', 'optional'),
  'world.import': () => openOverlay('import'),
  'world.export': exportWorld,
  'world.compare': () => openOverlay('compare'),
  'world.reset': () => resetBelow(''),
  'go.deck': () => go('deck'),
  'go.metadata': () => go('metadata'),
  'go.events': () => go('events'),
  'go.tokens': () => go('tokens'),
  'go.clients': () => go('clients'),
  'go.settings': () => go('settings'),
  'filter.focus': focusScreenFilter,
  'log.filter': focusFilter,
  'log.pause': () => setPaused(useLog.getState().pausedAt === null),
  'log.follow': () => setFollow(!useLog.getState().follow),
  'log.copy': () => withSelected((request) => copyRequest(request)),
  'log.replay': () => withSelected(replay),
  'log.select-all': selectAll,
  'log.copy-rows': copyRows,
  'log.clear': clearWithUndo,
  'log.export-har': () => exportShown('har'),
  'log.export-ndjson': () => exportShown('ndjson'),
  'pane.next': () => movePane(1),
  'pane.previous': () => movePane(-1),
  'endpoint.copy': copyEndpoint,
  'app.point': openOnboarding,
  'server.start': startServer,
  'server.stop': stopServer,
  'server.restart': restartServer,
  'palette.open': () => toggleOverlay('palette'),
  'help.docs': () => openOverlay('docs'),
  'help.report': () => openOverlay('report'),
  'keys.show': () => toggleOverlay('keys'),
  'rail.toggle': toggleRail,
  'theme.system': () => changeSetting('theme', 'system'),
  'theme.light': () => changeSetting('theme', 'light'),
  'theme.dark': () => changeSetting('theme', 'dark'),
  'theme.high-contrast': () => changeSetting('theme', 'high-contrast'),
};

/** Where the screen has one. */
function focusScreenFilter(): void {
  document.querySelector<HTMLElement>(`[${SCREEN_FILTER}]`)?.focus();
}

/** Opens the Deck where need be; the field is there a frame later. */
function focusFilter(): void {
  go('deck');
  requestAnimationFrame(() => focusPane(FILTER_FIELD));
}

/** The selected request, while it is held. */
function withSelected(run: (request: Requested) => unknown): void {
  const { window, selected } = useLog.getState();
  const row = selected === null ? undefined : window.rows[indexOf(window.rows, selected)];
  if (row?.kind === 'request') run(row);
}

function copyEndpoint(): void {
  const endpoint = useStatus.getState().status?.endpoint;
  if (endpoint) void copyText(endpoint, 'Endpoint copied');
}
