// Secrets in a body of somebody's own: masked as those of computed credentials are, however they are spelt (behaviour.md, The log).

const SHOWN_CHARACTERS = 4;
/** A shorter secret shows nothing of itself. */
const SHORTEST_SHOWN = 8;

/** The first four characters of a secret, or none of a short one. */
export function masked(secret: string): string {
  return `${secret.length < SHORTEST_SHOWN ? '' : secret.slice(0, SHOWN_CHARACTERS)}…`;
}

/** Where credentials are at home: a path that holds some, or a directory around it. AEMM's key for them counts as one. */
const OF_CREDENTIALS = /security-credentials|^meta-data(?:\/(?:iam|identity-credentials)(?:\/|$)|$)/i;

/** The text with each secret cut to four characters at most; undefined where there is nothing to cut. */
export function maskedCredentials(path: string, text: string): string | undefined {
  if (!OF_CREDENTIALS.test(path)) return undefined;
  const result = maskedText(text, 0);
  return result === text ? undefined : result;
}

/** JSON in a string of JSON, and so on: deeper than this a string that speaks of secrets is masked whole. */
const MAX_DEPTH = 6;

function maskedText(text: string, depth: number): string {
  return maskedWords(maskedJson(text, depth));
}

/** SecretAccessKey, Token, SessionToken, aws_secret_access_key and their like, in small letters and without other signs. */
const SECRET_NAME = /secret|token|password|privatekey/;

function isSecretName(name: string): boolean {
  return SECRET_NAME.test(name.toLowerCase().replaceAll(/[^a-z]/g, ''));
}

/** A string, a bracket, a comma, or a word such as a number; whatever else stands between them is left as it is. */
const JSON_PIECE = /"[^"\\]*(?:\\[^][^"\\]*)*"?|[{}[\],]|[^\s"{}[\],:]+/g;

/** Where in a document a piece stands: in something secret, or right after the name of something secret. */
type Place = { isSecret: boolean; isNamedSecret: boolean };

/** Strings after a secret name, and all below one, wherever they lie in a document that need not be whole. */
function maskedJson(text: string, depth: number): string {
  let place: Place = { isSecret: false, isNamedSecret: false };
  const above: Place[] = [];
  const moved = (piece: string): Place => {
    if (piece === ',') return ended(place);
    if (CLOSING.has(piece)) return ended(above.pop() ?? place);
    above.push(place);
    return { isSecret: isSecretAt(place), isNamedSecret: false };
  };
  return text.replace(JSON_PIECE, (piece, at: number) => {
    if (SIGNS.has(piece)) place = moved(piece);
    else if (isName(text, at, piece)) place = { ...place, isNamedSecret: isSecretName(decoded(piece)) };
    else return maskedValue(piece, isSecretAt(place), depth);
    return piece;
  });
}

const CLOSING: ReadonlySet<string> = new Set(['}', ']']);
const SIGNS: ReadonlySet<string> = new Set(['{', '[', ',', ...CLOSING]);

function isSecretAt({ isSecret, isNamedSecret }: Place): boolean {
  return isSecret || isNamedSecret;
}

function ended(place: Place): Place {
  return { ...place, isNamedSecret: false };
}

function isName(text: string, at: number, piece: string): boolean {
  COLON.lastIndex = at + piece.length;
  return piece.startsWith('"') && COLON.test(text);
}

const COLON = /\s*:/y;
const NO_SECRETS: ReadonlySet<string> = new Set(['null', 'true', 'false']);

function maskedValue(piece: string, isSecret: boolean, depth: number): string {
  const isString = piece.startsWith('"');
  const content = isString ? decoded(piece) : piece;
  if (isSecret) return !isString && NO_SECRETS.has(piece) ? piece : JSON.stringify(masked(content));
  if (!isString || !(isSecretName(content) || content.includes('\\'))) return piece;
  const inner = depth < MAX_DEPTH ? maskedText(content, depth + 1) : masked(content);
  return inner === content ? piece : JSON.stringify(inner);
}

/** What a string of JSON says; as it stands where its end or its escapes are wrong. */
function decoded(piece: string): string {
  for (const whole of [piece, `${piece}"`]) {
    try {
      return String(JSON.parse(whole));
    } catch {
      continue;
    }
  }
  return piece.slice(1);
}

/** `name = value`, `name: 'value'` and `name: 1`, as INI files, shells, YAML and numbers in JSON have them: up to the value. */
const ASSIGNMENT = /(?<![\w.-])([\w.-]+)["']?\s*[=:]\s*/g;
const VALUE = /(')([^'\r\n]+)|[^\s"'{}[\],;&<]+/y;

function maskedWords(text: string): string {
  let result = '';
  let from = 0;
  for (const { 0: start, 1: name = '', index } of text.matchAll(ASSIGNMENT)) {
    const at = index + start.length;
    const value = at >= from && isSecretName(name) ? valueAt(text, at) : null;
    if (value === null || NO_SECRETS.has(value[0])) continue;
    const [whole, quote = '', quoted = whole] = value;
    result += `${text.slice(from, at)}${quote}${masked(quoted)}`;
    from = at + whole.length;
  }
  return maskedElements(result + text.slice(from));
}

function valueAt(text: string, at: number): RegExpExecArray | null {
  VALUE.lastIndex = at;
  return VALUE.exec(text);
}

/** `<SecretAccessKey>value</SecretAccessKey>`, as STS writes it. */
function maskedElements(text: string): string {
  return text.replaceAll(/<([^<>]+)>([^<>]+)/g, (all, name: string, content: string) =>
    isSecretName(name) ? `<${name}>${masked(content)}` : all,
  );
}
