// How the fields of the small forms look.

export const FIELD_STYLES = { input: { fontFamily: 'var(--font-data)' }, error: { fontSize: 'var(--text-s)' } };
