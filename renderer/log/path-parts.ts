// A path shows its telling end: what most paths begin with is dimmed to `…/`.

export type PathParts = { dim: string; telling: string };

const META_DATA = /^\/(latest|\d{4}-\d{2}-\d{2})\/meta-data\/(?=.)/;
const API = /^\/latest\/api\/(?=.)/;
const LATEST = /^\/latest\/(?=.)/;

/** A dated version stays to be seen, since it is not what most ask for. */
export function pathParts(target: string): PathParts {
  const metaData = META_DATA.exec(target);
  if (metaData) return cut(target, metaData[0], metaData[1] === 'latest' ? '…/' : `/${metaData[1] ?? ''}/…/`);
  if (API.test(target)) return cut(target, '/latest/api/', '…/api/');
  return LATEST.test(target) ? cut(target, '/latest/', '…/') : { dim: '', telling: target };
}

function cut(target: string, prefix: string, dim: string): PathParts {
  return { dim, telling: target.slice(prefix.length) };
}
