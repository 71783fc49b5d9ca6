// Secrets in a body of somebody's own: masked as those of computed credentials are (behaviour.md, The log).

const SECRET_FIELD = /("(?:SecretAccessKey|Token)"\s*:\s*")((?:[^"\\]|\\.)*)/g;
const SHOWN_CHARACTERS = 4;

/** The text with secret fields cut to four characters; undefined where there is nothing to cut. */
export function maskedCredentials(path: string, text: string): string | undefined {
  if (!path.includes('security-credentials')) return undefined;
  const masked = text.replace(
    SECRET_FIELD,
    (_field, name: string, secret: string) => `${name}${secret.slice(0, SHOWN_CHARACTERS)}…`,
  );
  return masked === text ? undefined : masked;
}
