// A Deck with life in it: clients of several addresses, events under way, who has seen them and who came too late.

import { request as httpRequest } from 'node:http';
import { ask } from '../product/control.ts';
import type { Served } from '../product/serve.ts';

type Client = { address: string; agent: string };
type Named = Client & { label: string };

const SHOP: Named = { address: '127.0.0.7', agent: 'aws-sdk-js/3.1162.0 ua/2.1 os/linux lang/js', label: 'shop' };
const WORKER: Named = {
  address: '127.0.0.4',
  agent: 'Botocore/1.43.107 ua/2.1 os/linux lang/python',
  label: 'worker',
};
const HANDLER: Named = { address: '127.0.0.9', agent: 'aws-sdk-go/1.55.8 (go1.24; linux)', label: 'drainer' };
const LATE: Named = { address: '127.0.0.12', agent: 'curl/8.14.1', label: 'by hand' };

const NOTICE = '/latest/meta-data/spot/instance-action';
const ROLE = '/latest/meta-data/iam/security-credentials/';

/** Makes the world and the traffic that the pictures show. */
export async function enliven(served: Served): Promise<void> {
  await askForTheUsual(served);
  for (const { address, label } of [SHOP, WORKER, HANDLER, LATE]) {
    await ask(served, 'PATCH', `/v1/clients/${address}`, { label });
  }
  const value = { path: 'meta-data/instance-type', value: 'c7g.large' };
  await ask(served, 'PUT', '/v1/metadata', value);
  await ask(served, 'POST', '/v1/events/maintenance', { code: 'system-reboot' });
  await ask(served, 'POST', '/v1/events/rebalance-recommendation');
  await readAs(served, SHOP, '/latest/meta-data/events/recommendations/rebalance');
  await ask(served, 'POST', '/v1/events/spot-interruption');
  for (const client of [SHOP, HANDLER, LATE]) await readAs(served, client, NOTICE);
  await readAs(served, HANDLER, '/latest/meta-data/events/maintenance/scheduled');
  await readAs(served, WORKER, '/latest/meta-data/placement/availability-zone/');
}

async function askForTheUsual(served: Served): Promise<void> {
  for (const client of [SHOP, HANDLER]) {
    for (const target of [ROLE, `${ROLE}metadeck-role`, NOTICE]) await readAs(served, client, target);
  }
  for (const target of [ROLE, `${ROLE}metadeck-role`]) await send(served, WORKER, 'GET', target, {});
  await send(served, LATE, 'GET', '/latest/meta-data/', {});
  await send(served, LATE, 'GET', '/latest/meta-data/instance-id', { 'X-aws-ec2-metadata-token': 'not-a-token' });
}

/** As an SDK reads: a token, then the path with it. */
export async function readAs(served: Served, client: Client, target: string): Promise<void> {
  const ttl = { 'X-aws-ec2-metadata-token-ttl-seconds': '21600' };
  const token = await send(served, client, 'PUT', '/latest/api/token', ttl);
  await send(served, client, 'GET', target, { 'X-aws-ec2-metadata-token': token });
}

function send(
  { endpoint }: Served,
  { address, agent }: Client,
  method: string,
  target: string,
  headers: Record<string, string>,
): Promise<string> {
  const options = { method, localAddress: address, agent: false, headers: { 'User-Agent': agent, ...headers } };
  return new Promise((resolve, reject) => {
    const asked = httpRequest(endpoint + target, options, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (piece: string) => (body += piece));
      response.once('end', () => resolve(body));
    });
    asked.once('error', reject);
    asked.end();
  });
}
