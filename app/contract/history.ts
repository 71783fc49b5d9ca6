// Undo and redo in the control API.
import * as z from 'zod';
import { operation } from './operation.ts';

/** A step by its title, as the status says it: refused where the next step is another. Without one, whatever is next. */
const oneStep = z.strictObject({ title: z.string().optional() });

export const historyOperations = {
  'world.undo': operation({
    method: 'POST',
    path: '/v1/undo',
    input: oneStep,
    output: z.strictObject({ title: z.string() }),
    doc: 'Take back the last edit or event; with a title only that one.',
  }),
  'world.redo': operation({
    method: 'POST',
    path: '/v1/redo',
    input: oneStep,
    output: z.strictObject({ title: z.string() }),
    doc: 'Bring back what was undone last; with a title only that.',
  }),
};
