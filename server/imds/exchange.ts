// One request under way: what was asked, of which instance, and over which connection.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { route } from '../../app/answer/routing.ts';
import type { Instance } from '../../app/world/world.ts';
import type { Answering } from './answering.ts';
import { type Taken, takeRequest } from './take-request.ts';

export type Exchange = Taken & {
  instance: Instance;
  req: IncomingMessage;
  res: ServerResponse;
  /** When it came, in milliseconds since 1970, and by the clock that durations are counted with. */
  at: number;
  startedAt: number;
};

export function begin(answering: Answering, req: IncomingMessage, res: ServerResponse): Exchange {
  const at = answering.now();
  const startedAt = performance.now();
  const { request, port, localPort, headers } = takeRequest(req, answering);
  const instance = route(answering.world(), request, localPort);
  return { req, res, at, startedAt, instance, request, port, localPort, headers };
}
