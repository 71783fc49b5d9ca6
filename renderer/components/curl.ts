// The lines that ask for a path as an SDK does: first a token, then the value.

const TTL_SECONDS = 21_600;

/** The PUT that issues an IMDSv2 token. */
export function tokenCurl(endpoint: string): string {
  return `curl -s -X PUT ${endpoint}/latest/api/token -H 'X-aws-ec2-metadata-token-ttl-seconds: ${TTL_SECONDS}'`;
}

/** Two lines for a POSIX shell; the path is without its version. */
export function pathCurl(endpoint: string, path: string): string {
  const url = `${endpoint}/latest/${encodeURI(path)}`;
  return [`TOKEN=$(${tokenCurl(endpoint)})`, `curl -s -H "X-aws-ec2-metadata-token: $TOKEN" ${quoted(url)}`].join('\n');
}

/** As it is where no shell would change it; in single quotes otherwise. */
function quoted(text: string): string {
  return /^[\w:/.@%+,=-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}
