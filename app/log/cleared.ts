// Clearing the log as a step of undo: its title, and how long it can be taken back.

export const CLEARED_LOG = { title: 'cleared the log', lastsMs: 10_000 } as const;
