// Starts the panel: first what must hold before anything else is loaded, then the panel itself.
import { keepZodFromEval } from './control/no-eval.ts';

keepZodFromEval();
void import('./start.tsx').then(({ start }) => start());
