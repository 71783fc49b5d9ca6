// The settings that hold unless somebody says otherwise.
import { KEPT_REQUESTS } from './kept-requests.ts';
import type { Settings } from './schema.ts';

export const DEFAULT_SETTINGS: Settings = {
  theme: 'system',
  density: 'compact',
  times: 'local',
  letters: {},
  host: null,
  port: 1338,
  allowedHosts: [],
  allowWebPages: false,
  controlOverHttp: false,
  keptRequests: KEPT_REQUESTS.usual,
  nameProcesses: true,
  notifyInterruption: true,
  notifySighting: true,
  notifyAction: true,
  notifyStopped: true,
  tray: true,
  keepRunning: false,
};
