// A path shows its telling end: what most paths begin with is dimmed to `…/`.

export type PathParts = { dim: string; telling: string };

/** Slashes may be doubled, as the AWS SDK for JavaScript sends them: `//latest/…` is answered as `/latest/…`. */
const META_DATA = /^\/+(latest|\d{4}-\d{2}-\d{2})\/+meta-data\/+(?=[^/])/;
const API = /^\/+latest\/+api\/+(?=[^/])/;
const LATEST = /^\/+latest\/+(?=[^/])/;

/** A dated version stays to be seen, since it is not what most ask for. */
export function pathParts(target: string): PathParts {
  const metaData = META_DATA.exec(target);
  if (metaData) return cut(target, metaData[0], metaData[1] === 'latest' ? '…/' : `/${metaData[1] ?? ''}/…/`);
  const api = API.exec(target);
  if (api) return cut(target, api[0], '…/api/');
  const latest = LATEST.exec(target);
  return latest ? cut(target, latest[0], '…/') : { dim: '', telling: target };
}

function cut(target: string, prefix: string, dim: string): PathParts {
  return { dim, telling: target.slice(prefix.length) };
}
