// Secrets in a body of somebody's own: masked as those of computed credentials are (behaviour.md, The log).

const SECRET_FIELD = /("(?:SecretAccessKey|Token)"\s*:\s*")((?:[^"\\]|\\.)*)/g;
const SHOWN_CHARACTERS = 4;
/** A shorter secret shows nothing of itself. */
const SHORTEST_SHOWN = 8;

/** The first four characters of a secret, or none of a short one. */
export function masked(secret: string): string {
  return `${secret.length < SHORTEST_SHOWN ? '' : secret.slice(0, SHOWN_CHARACTERS)}…`;
}

/** The text with secret fields cut to four characters at most; undefined where there is nothing to cut. */
export function maskedCredentials(path: string, text: string): string | undefined {
  if (!path.includes('security-credentials')) return undefined;
  const result = text.replace(SECRET_FIELD, (_field, name: string, secret: string) => `${name}${masked(secret)}`);
  return result === text ? undefined : result;
}
