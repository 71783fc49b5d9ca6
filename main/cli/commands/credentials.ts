// The command that says what credentials the role has: fresh, expired, failing, none, or somebody's own; secrets never come as words.
import { text } from 'node:stream/consumers';
import { Option, type Command } from 'commander';
import type { Input, Output } from '../../../app/contract/contract.ts';
import { done, failed, type Result } from '../../../app/result.ts';
import { giveUp, show, withClient, type ExitCode } from '../command.ts';
import type { ClientFlags } from '../client-flags.ts';
import { plain, type Terminal } from '../output.ts';

export type CredentialsFlags = ClientFlags & {
  fresh?: boolean;
  expired?: boolean;
  fail?: string | true;
  message?: string;
  none?: boolean;
  env?: boolean;
  stdin?: boolean;
  expiration?: string;
};

/** The code of a role that EC2 may not assume. */
const USUAL_FAILURE = 'AssumeRoleUnauthorizedAccess';

/** One of them at a time. */
const WAYS = ['fresh', 'expired', 'fail', 'none', 'env', 'stdin'];

function way(flags: string, words: string): Option {
  const option = new Option(flags, words);
  return option.conflicts(WAYS.filter((name) => name !== option.attributeName()));
}

export function addCredentialsFlags(command: Command): Command {
  return command
    .addOption(way('--fresh', 'made up, well formed, renewed in good time'))
    .addOption(way('--expired', 'made up, with an Expiration in the past'))
    .addOption(way('--fail [code]', `a Code other than Success (${USUAL_FAILURE})`))
    .option('--message <text>', 'with --fail: the Message, in place of the usual one')
    .addOption(way('--none', 'no role at all: iam/ is absent'))
    .addOption(way('--env', 'those in AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and AWS_SESSION_TOKEN'))
    .addOption(way('--stdin', 'those in JSON on standard input, as "aws configure export-credentials" prints them'))
    .option('--expiration <time>', 'with --env or --stdin: when they expire, such as 2030-01-01T00:00:00Z');
}

type Patch = Pick<Input<'facts.patch'>, 'roleCredentials' | 'instanceProfile'>;

/** Changes them as the flags say, then tells what they are. */
export async function credentials(flags: CredentialsFlags, terminal: Terminal): Promise<ExitCode> {
  const patch = await patchFor(flags);
  if (!patch.ok) return giveUp(patch.error, terminal);
  return withClient(flags, terminal, async (client) => {
    const changed = patch.data === null ? done(null) : await client.call('facts.patch', patch.data);
    if (!changed.ok) return giveUp(changed.error, terminal);
    const facts = await client.call('facts.get', {});
    const kept = facts.ok ? done(ofFacts(facts.data)) : facts;
    return show(kept, flags, terminal, inWords);
  });
}

/** Null where nothing is to change. */
async function patchFor(flags: CredentialsFlags): Promise<Result<Patch | null>> {
  const { env, stdin, none, fresh, expired, fail } = flags;
  const problem = misuse(flags);
  if (problem !== null) return failed('INVALID_INPUT', problem);
  if (env) return byHand(fromEnvironment(process.env), flags.expiration, FROM_ENVIRONMENT);
  if (stdin) return byHand(fromJson(await text(process.stdin)), flags.expiration, FROM_STDIN);
  if (none) return done({ instanceProfile: null });
  if (fresh) return done({ roleCredentials: { kind: 'fresh' } });
  if (expired) return done({ roleCredentials: { kind: 'expired' } });
  return done(fail === undefined ? null : failure(fail, flags.message));
}

function misuse({ message, fail, expiration, env, stdin }: CredentialsFlags): string | null {
  if (message !== undefined && fail === undefined) return '--message is the message of a failure; use it with --fail.';
  const isByHand = env === true || stdin === true;
  if (expiration === undefined || isByHand) return null;
  return '--expiration is of credentials given by hand; use it with --env or --stdin.';
}

function failure(fail: string | true, message: string | undefined): Patch {
  const code = fail === true ? USUAL_FAILURE : fail;
  return { roleCredentials: { kind: 'failure', code, ...(message === undefined ? {} : { message }) } };
}

/** What was found of credentials, wherever it was looked for. */
type Found = Partial<Record<'accessKeyId' | 'secretAccessKey' | 'token' | 'expiration', string>>;

const FROM_ENVIRONMENT =
  '--env needs AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and AWS_SESSION_TOKEN in the environment; set all three.';
const FROM_STDIN =
  '--stdin needs JSON with AccessKeyId, SecretAccessKey and SessionToken, as "aws configure export-credentials" prints it.';

function byHand(from: Found, expiration: string | undefined, needs: string): Result<Patch> {
  const { accessKeyId, secretAccessKey, token } = from;
  if (!accessKeyId || !secretAccessKey || !token) return failed('INVALID_INPUT', needs);
  const at = expiration ?? from.expiration;
  const own = { accessKeyId, secretAccessKey, token, ...(at === undefined ? {} : { expiration: at }) };
  return done({ roleCredentials: { kind: 'given', ...own } });
}

function fromEnvironment(env: NodeJS.ProcessEnv): Found {
  return texts({
    accessKeyId: env['AWS_ACCESS_KEY_ID'],
    secretAccessKey: env['AWS_SECRET_ACCESS_KEY'],
    token: env['AWS_SESSION_TOKEN'],
    expiration: env['AWS_CREDENTIAL_EXPIRATION'],
  });
}

/** As the AWS command line prints credentials: bare, or within the answer of STS; as the metadata service does, too. */
function fromJson(input: string): Found {
  const outer = fieldsOf(parsed(input));
  const fields = 'Credentials' in outer ? fieldsOf(outer['Credentials']) : outer;
  return texts({
    accessKeyId: fields['AccessKeyId'],
    secretAccessKey: fields['SecretAccessKey'],
    token: fields['SessionToken'] ?? fields['Token'],
    expiration: fields['Expiration'],
  });
}

function texts(fields: Record<keyof Found, unknown>): Found {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => typeof value === 'string' && value !== ''));
}

function parsed(input: string): unknown {
  try {
    return JSON.parse(input);
  } catch {
    return null;
  }
}

function fieldsOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

type Kept = Pick<Output<'facts.get'>, 'instanceProfile' | 'roleCredentials'>;

function ofFacts({ instanceProfile, roleCredentials }: Kept): Kept {
  return { instanceProfile, roleCredentials };
}

function inWords({ instanceProfile, roleCredentials: kept }: Kept): string {
  if (!instanceProfile)
    return 'There is no role, so no credentials are served. "metadeck unset meta-data/iam/" goes back to the preset.\n';
  const role = `The role ${plain(instanceProfile.roleName)}`;
  switch (kept.kind) {
    case 'fresh':
      return `${role} has fresh credentials, made up here.\n`;
    case 'expired':
      return `${role} has expired credentials.\n`;
    case 'failure':
      return `${role} has no credentials: ${plain(kept.code)}.\n`;
    case 'given':
      return `${role} has credentials given by hand: ${plain(kept.accessKeyId)}, ${untilWords(kept.expiration)}.\n`;
  }
}

function untilWords(expiration: string | null): string {
  return expiration === null ? 'always fresh' : `expiration ${plain(expiration)}`;
}
