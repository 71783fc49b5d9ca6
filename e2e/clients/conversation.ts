// One client and a fresh `metadeck serve`: it asks, is interrupted while it polls, and its answers are compared.

import type { EventView } from '../../app/contract/events.ts';
import { ask, type RequestPage } from '../product/control.ts';
import { type Served, startServe } from '../product/serve.ts';
import { type Answers, type Check, check, compare, type Credentials, type Question } from './answers.ts';
import type { Step } from './catalog.ts';
import { type Program, startProgram } from './program.ts';

export type Mode = { title: string; flags: string[] };

/** Both settings of HttpTokens. */
export const MODES: Mode[] = [
  { title: 'IMDSv1 allowed', flags: [] },
  { title: 'IMDSv2 required', flags: ['--imdsv2'] },
];

const OWN_VALUE = 'a value, "in quotes"';
const NOTICE = 'meta-data/spot/instance-action';
const LOOPBACK = '127.0.0.1';

const ASKED: Question[] = ['instanceId', 'region', 'document', 'credentials', 'own', 'missing', 'noticeBefore'];
const ASKED_OF_CLI: Question[] = ['credentials', 'credentialsFrom'];

/** What a client would get, without being one: this takes no place and makes no sighting. */
async function preview(served: Served, path: string): Promise<string> {
  return (await ask<{ body: string }>(served, 'GET', `/v1/preview?path=${path}`)).body;
}

/** Straight from the wire: the control API masks credentials. */
async function credentialsOf({ endpoint }: Served): Promise<Credentials> {
  const asked = { method: 'PUT', headers: { 'X-aws-ec2-metadata-token-ttl-seconds': '60' } };
  const token = await (await fetch(`${endpoint}/latest/api/token`, asked)).text();
  const roles = `${endpoint}/latest/meta-data/iam/security-credentials/`;
  const headers = { 'X-aws-ec2-metadata-token': token };
  const role = await (await fetch(roles, { headers })).text();
  const { Token, ...rest } = (await (await fetch(roles + role, { headers })).json()) as Credentials & { Token: string };
  return { ...rest, SessionToken: Token };
}

async function whatTheServerSays(served: Served): Promise<Answers> {
  return {
    instanceId: await preview(served, 'meta-data/instance-id'),
    region: await preview(served, 'meta-data/placement/region'),
    document: await preview(served, 'dynamic/instance-identity/document'),
    credentials: await credentialsOf(served),
    credentialsFrom: 'iam-role',
    own: OWN_VALUE,
    missing: 404,
    noticeBefore: 404,
    notice: '',
  };
}

/** Fires the interruption and compares the notice that the client tells with the one that was fired. */
async function interrupt(served: Served, program: Program): Promise<Check[]> {
  const fire = () => ask<{ events: EventView[] }>(served, 'POST', '/v1/events/spot-interruption', {});
  const [fired] = (await fire()).events;
  const got = (await program.next()) as Partial<Answers>;
  const expected = { ...(await whatTheServerSays(served)), notice: await preview(served, NOTICE) };
  const { items } = await ask<{ items: EventView[] }>(served, 'GET', '/v1/events');
  const seenBy = items.find(({ id }) => id === fired?.id)?.seenBy.map(({ client }) => client) ?? [];
  const sighting = seenBy.join() === LOOPBACK ? undefined : `the server noted ${seenBy.join() || 'nobody'}`;
  return [...compare(['notice'], got, expected), check('sighting', sighting)];
}

/** An SDK hides a 400 or a 401 behind a second try, or gives up tokens, so the log is looked at too. */
async function refusals(served: Served): Promise<Check> {
  const { items } = await ask<RequestPage>(served, 'GET', '/v1/requests?limit=500&filter=events:off');
  const refused = items.filter(({ status, version }) => version === 'v1' || (status !== 200 && status !== 404));
  const told = refused.map(({ method, target, status }) => `${method} ${target} was ${status}`).join(', ');
  return check('nothing refused, nothing without a token', refused.length > 0 ? told : undefined);
}

async function talk(served: Served, program: Program, onlyCredentials: boolean): Promise<Check[]> {
  const got = (await program.next()) as Partial<Answers>;
  const asked = compare(onlyCredentials ? ASKED_OF_CLI : ASKED, got, await whatTheServerSays(served));
  const interrupted = onlyCredentials ? [] : await interrupt(served, program);
  return [...asked, ...interrupted, await refusals(served)];
}

/** Everything that is asked of one client in one mode. What stops it early is a check that failed. */
export async function converse(start: Step, mode: Mode, onlyCredentials: boolean): Promise<Check[]> {
  const served = await startServe(...mode.flags);
  await ask(served, 'PUT', '/v1/metadata', { path: 'meta-data/own/path', value: OWN_VALUE });
  const program = startProgram(start, served.endpoint);
  try {
    return await talk(served, program, onlyCredentials);
  } catch (error) {
    return [check('runs to its end', (error as Error).message)];
  } finally {
    await program.stop();
    await served.stop();
  }
}
