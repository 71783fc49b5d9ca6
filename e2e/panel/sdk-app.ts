// An app as people write them: it finds its credentials and who it is with the AWS SDK, then watches for an interruption.
// It knows nothing of Metadeck; AWS_EC2_METADATA_SERVICE_ENDPOINT points it there. It prints a line of JSON for each thing it learns.

import { MetadataService } from '@aws-sdk/ec2-metadata-service';
import { fromInstanceMetadata } from '@aws-sdk/credential-providers';

const POLL_MS = 100;
const metadata = new MetadataService();

function tell(learned: object): void {
  console.log(JSON.stringify(learned));
}

/** What the path says; null where there is nothing. */
async function read(path: string): Promise<string | null> {
  try {
    return await metadata.request(path, {});
  } catch (error) {
    const status = (error as { $metadata?: { httpStatusCode?: number } }).$metadata?.httpStatusCode;
    if (status === 404) return null;
    throw error;
  }
}

const { accessKeyId, sessionToken, expiration } = await fromInstanceMetadata()();
tell({ credentials: { accessKeyId, hasToken: Boolean(sessionToken), expiration } });
tell({ region: await read('/latest/meta-data/placement/region') });
tell({ document: JSON.parse((await read('/latest/dynamic/instance-identity/document')) ?? 'null') as unknown });

/** Tells of every change of the notice, until it is ended. */
async function watch(): Promise<never> {
  let known: string | null | undefined;
  for (;;) {
    const notice = await read('/latest/meta-data/spot/instance-action');
    if (notice !== known) tell({ notice: notice === null ? null : (JSON.parse(notice) as unknown) });
    known = notice;
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}

await watch();
