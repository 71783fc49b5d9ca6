// The preset `aemm`: an instance that answers as Amazon EC2 Metadata Mock does.
import { AEMM_DEFAULTS } from '../../aemm/defaults.ts';
import { AEMM_FACTS } from '../../aemm/facts.ts';
import { asAemm } from '../../aemm/instance.ts';
import type { Preset } from './preset.ts';
import { SPOT } from './spot.ts';

export const AEMM: Preset = {
  doc: 'Amazon EC2 Metadata Mock as it is without configuration: its paths, values, notices and errors.',
  facts: (createdAt) => ({ ...SPOT.facts(createdAt), ...AEMM_FACTS }),
  userData: null,
  options: SPOT.options,
  finish: (made, now) => asAemm(made, AEMM_DEFAULTS, now),
};
