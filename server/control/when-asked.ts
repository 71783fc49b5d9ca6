// An app that is loaded when somebody first asks for it.
import type { RequestListener } from 'node:http';
import type Koa from 'koa';

/**
 * Loads an app with the first request; those that come meanwhile wait for it. One that can't be loaded is told, answered
 * with 500, and tried again with the next.
 */
export function whenAsked(load: () => Promise<Koa>, tell: (error: unknown) => void): RequestListener {
  let loaded: Promise<RequestListener> | undefined;
  return (request, response) => {
    loaded ??= load().then((app) => app.callback());
    loaded.then(
      (handle) => handle(request, response),
      (error: unknown) => {
        tell(error);
        loaded = undefined;
        response.writeHead(500).end();
      },
    );
  };
}
