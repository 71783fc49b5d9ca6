// What cancelling means, where one clicks: other than withdrawing, which is done in the history, and than undo.

export const CANCEL_HINT = 'Its notice goes; the event stays in the history as cancelled. Undo brings it back.';
