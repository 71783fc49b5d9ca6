// The command that says what credentials the role has: fresh, expired, failing, none, or somebody's own; secrets never come as words.
import { text } from 'node:stream/consumers';
import { Option, type Command } from 'commander';
import type { Input } from '../../../app/contract/contract.ts';
import type { CredentialsView } from '../../../app/contract/credentials.ts';
import { LONGEST_ROTATION_SECONDS, SHORTEST_ROTATION_SECONDS } from '../../../app/metadata/facts/rotation-interval.ts';
import { done, failed, type Result } from '../../../app/result.ts';
import type { Client } from '../client.ts';
import { giveUp, show, withClient, type ExitCode } from '../command.ts';
import type { ClientFlags } from '../client-flags.ts';
import type { Terminal } from '../output.ts';
import { durationFrom } from '../usage.ts';
import { inWords, type Told } from './credentials-words.ts';

export type CredentialsFlags = ClientFlags & {
  fresh?: boolean;
  expired?: boolean;
  fail?: string | true;
  message?: string;
  none?: boolean;
  env?: boolean;
  stdin?: boolean;
  expiration?: string;
  rotate?: boolean;
  rotateEvery?: number;
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
    .option('--expiration <time>', 'with --env or --stdin: when they expire, such as 2030-01-01T00:00:00Z')
    .option('--rotate', 'the next set now, for requests with a token and without')
    .option(
      '--rotate-every <time>',
      'how often the next set comes, such as 10m; 1h out of the box',
      durationFrom(SHORTEST_ROTATION_SECONDS, LONGEST_ROTATION_SECONDS),
    );
}

type Patch = Pick<Input<'facts.patch'>, 'roleCredentials' | 'instanceProfile' | 'credentialRotationSeconds'>;

/** Changes them as the flags say, then tells what they are. */
export async function credentials(flags: CredentialsFlags, terminal: Terminal): Promise<ExitCode> {
  const patch = await patchFor(flags);
  if (!patch.ok) return giveUp(patch.error, terminal);
  return withClient(flags, terminal, async (client) => {
    const changed = patch.data === null ? done(null) : await client.call('facts.patch', patch.data);
    if (!changed.ok) return giveUp(changed.error, terminal);
    const given = await client.call(flags.rotate ? 'credentials.rotate' : 'credentials.get', {});
    if (!given.ok) return giveUp(given.error, terminal);
    return show(await told(client, given.data, flags.instance), flags, terminal, inWords);
  });
}

/** What there is to tell, beside what is given out now. */
async function told(client: Client, given: CredentialsView, meant: string | undefined): Promise<Result<Told>> {
  const facts = await client.call('facts.get', {});
  if (!facts.ok) return facts;
  const clients = await client.call('clients.list', {});
  if (!clients.ok) return clients;
  const { instanceProfile, roleCredentials } = facts.data;
  const heldBy = clients.data.items
    .map(({ instance, address, credentials: sets }) => ({ instance, address, sets }))
    .filter(({ instance, sets }) => sets.length > 0 && instance === (meant ?? instance));
  return done({ instanceProfile, roleCredentials, ...given, heldBy });
}

async function patchFor(flags: CredentialsFlags): Promise<Result<Patch | null>> {
  const role = await rolePatchFor(flags);
  if (!role.ok || flags.rotateEvery === undefined) return role;
  return done({ ...role.data, credentialRotationSeconds: flags.rotateEvery });
}

/** Null where nothing is to change. */
async function rolePatchFor(flags: CredentialsFlags): Promise<Result<Patch | null>> {
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
