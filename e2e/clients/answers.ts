// What a client tells, what the server says, and where the two differ.

/** As a credential process prints them. */
export type Credentials = {
  AccessKeyId: string;
  SecretAccessKey: string;
  SessionToken: string;
  /** ISO 8601; as a client writes it, so only the moment counts. */
  Expiration: string;
};

export type Answers = {
  instanceId: string;
  region: string;
  /** The bytes of the identity document. */
  document: string;
  /** As much of them as the client shows. */
  credentials: Partial<Credentials>;
  /** Where the AWS CLI says they come from. */
  credentialsFrom: string;
  own: string;
  /** The status of a path that is not there, and of the notice's before there is one. */
  missing: number;
  noticeBefore: number;
  notice: string;
};

export type Question = keyof Answers;

/** The questions in the words of a report, in the order in which they are put. */
const QUESTIONS: Record<Question, string> = {
  instanceId: 'instance id',
  region: 'region',
  document: 'identity document',
  credentials: 'role credentials',
  credentialsFrom: 'source of the credentials',
  own: 'own path',
  missing: '404',
  noticeBefore: 'no notice before the interruption',
  notice: 'interruption',
};

/** One thing that was looked at; without a problem it passed. */
export type Check = { name: string; problem?: string };

function moment(name: string, value: string | undefined): string | number | undefined {
  return name === 'Expiration' ? Date.parse(value ?? '') : value;
}

/** Credentials are never shown, so a difference is told by the names of the fields. */
function credentialsProblem(got: Partial<Credentials>, expected: Credentials): string | undefined {
  const names = Object.keys(got) as (keyof Credentials)[];
  if (!names.includes('AccessKeyId')) return 'there are none';
  const differing = names.filter((name) => moment(name, got[name]) !== moment(name, expected[name]));
  return differing.length > 0 ? `not what the server says: ${differing.join(', ')}` : undefined;
}

/** What is wrong with one answer, or undefined. */
function problemWith(question: Question, got: Partial<Answers>, expected: Answers): string | undefined {
  if (question === 'credentials') return credentialsProblem(got.credentials ?? {}, expected.credentials as Credentials);
  if (got[question] === expected[question]) return undefined;
  return `got ${JSON.stringify(got[question])}, the server says ${JSON.stringify(expected[question])}`;
}

/** Makes a check, with its problem only where there is one. */
export function check(name: string, problem: string | undefined): Check {
  return problem === undefined ? { name } : { name, problem };
}

/** Compares the answers to the questions with what the server says, byte for byte. */
export function compare(questions: Question[], got: Partial<Answers>, expected: Answers): Check[] {
  return questions.map((question) => check(QUESTIONS[question], problemWith(question, got, expected)));
}
