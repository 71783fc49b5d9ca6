// AEMM without any configuration: what its flags, variables and files change.
import { DYNAMIC_PATHS, DYNAMIC_VALUES } from './dynamic.ts';
import { METADATA_PATHS } from './paths.ts';
import { METADATA_VALUES } from './values.ts';
import type { AemmSettings } from '../settings.ts';

export const AEMM_DEFAULTS: AemmSettings = {
  command: 'all',
  'mock-delay-sec': 0,
  'mock-trigger-time': '',
  'mock-ip-count': 2,
  imdsv2: false,
  'rebalance-delay-sec': 0,
  'rebalance-trigger-time': '',
  'asg-termination-delay-sec': 0,
  'asg-termination-trigger-time': '',
  server: { hostname: '0.0.0.0', port: '1338' },
  spot: { action: 'terminate', time: '', 'rebalance-rec-time': '' },
  events: {
    code: 'system-reboot',
    state: 'active',
    'not-before': '',
    'not-after': '',
    'not-before-deadline': '',
  },
  metadata: { paths: METADATA_PATHS, values: METADATA_VALUES },
  dynamic: { paths: DYNAMIC_PATHS, values: DYNAMIC_VALUES },
  userdata: {
    paths: { userdata: '/latest/user-data' },
    // "1234,john,reboot,true" and a newline.
    values: { userdata: 'MTIzNCxqb2huLHJlYm9vdCx0cnVlCg==' },
  },
};
