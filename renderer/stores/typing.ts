// Fields whose text was served and in which nothing was typed since: there, undo is that of the edit.

/** How many times something was typed anywhere. */
let typed = 0;
const servedFields = new WeakSet<EventTarget>();

/** Listens to all fields of the page. */
export function watchTyping(): void {
  addEventListener('input', ({ target }) => {
    typed += 1;
    if (target !== null) servedFields.delete(fieldOf(target));
  });
}

/** To be called when an edit goes to the server: the function it gives is called once the edit is served. */
export function serving(): () => void {
  const before = typed;
  const field = typeof document === 'undefined' ? null : document.activeElement;
  return () => {
    if (field !== null && before === typed) servedFields.add(fieldOf(field));
  };
}

/** True where nothing was typed since an edit from this field was served. */
export function isServed(field: Element): boolean {
  return servedFields.has(fieldOf(field));
}

/** Editors are made of several elements. */
function fieldOf(target: EventTarget): EventTarget {
  return target instanceof Element ? (target.closest('[contenteditable="true"]') ?? target) : target;
}
