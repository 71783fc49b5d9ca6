// The unit tests as a part of `npm test`.

import { runPart } from './report.ts';
import { runVitest } from './vitest-run.ts';

await runPart('unit', () => runVitest('unit'));
