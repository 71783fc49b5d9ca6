// Keeps zod from trying out `new Function`, which the page's content security policy forbids and the console would report.

/** Must run before zod is loaded: zod reads this object when it builds its first schema. */
export function keepZodFromEval(): void {
  Reflect.set(globalThis, '__zod_globalConfig', { jitless: true });
}
