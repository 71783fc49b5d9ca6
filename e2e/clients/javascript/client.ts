// Asks the metadata service with the AWS SDK for JavaScript v3. One line of JSON with the answers, then one with the notice.

import { setTimeout as sleep } from 'node:timers/promises';
import { fromInstanceMetadata } from '@aws-sdk/credential-providers';
import { MetadataService } from '@aws-sdk/ec2-metadata-service';

const POLL_MS = 100;
const metadata = new MetadataService();

function get(path: string): Promise<string> {
  return metadata.request(`/latest/${path}`, {});
}

/** The status of the answer, which the SDK gives with its error. */
async function status(path: string): Promise<number | undefined> {
  try {
    await get(path);
    return 200;
  } catch (error) {
    return (error as { $metadata?: { httpStatusCode?: number } }).$metadata?.httpStatusCode;
  }
}

async function credentials(): Promise<object> {
  const found = await fromInstanceMetadata()();
  return {
    AccessKeyId: found.accessKeyId,
    SecretAccessKey: found.secretAccessKey,
    SessionToken: found.sessionToken,
    Expiration: found.expiration,
  };
}

console.log(
  JSON.stringify({
    instanceId: await get('meta-data/instance-id'),
    region: await get('meta-data/placement/region'),
    document: await get('dynamic/instance-identity/document'),
    credentials: await credentials(),
    own: await get('meta-data/own/path'),
    missing: await status('meta-data/no/such/path'),
    noticeBefore: await status('meta-data/spot/instance-action'),
  }),
);
while ((await status('meta-data/spot/instance-action')) === 404) await sleep(POLL_MS);
console.log(JSON.stringify({ notice: await get('meta-data/spot/instance-action') }));
