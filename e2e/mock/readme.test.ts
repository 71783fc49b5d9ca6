// The flows of AEMM's README, "Usage", as they stand there, and its troubleshooting table row by row.

import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { bundleMock } from './bundle.ts';
import { ask, freePort, listening, start, stop, until, type Run } from './run.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'aemm-readme-'));
const runs: Run[] = [];
let mock = '';

beforeAll(async () => {
  mock = await bundleMock(folder);
}, 120_000);
afterEach(() => {
  for (const { child } of runs.splice(0)) child.kill('SIGKILL');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function serve(words: string[], env: Record<string, string | undefined> = {}): Promise<Run> {
  const port = await freePort();
  const base = { HOME: folder, METADECK_RUN_DIR: path.join(folder, 'run'), AEMM_SERVER_PORT: String(port) };
  const run = start(mock, words, { ...base, ...env }, port);
  runs.push(run);
  await listening(run);
  return run;
}

async function body(run: Run, target: string, headers: Record<string, string> = {}): Promise<string> {
  return (await ask(run.port, target, { headers })).body;
}

const SPOT = '/latest/meta-data/spot/instance-action';
const NOT_FOUND = `<?xml version="1.0" encoding="iso-8859-1"?>
<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN"
\t"http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="en" lang="en">
 <head>
  <title>404 - Not Found</title>
 </head>
 <body>
  <h1>404 - Not Found</h1>
 </body>
</html>
`;
const refusal = (title: string): string => `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="en" lang="en">
   <head>
      <title>${title}</title>
   </head>
   <body>
      <h1>${title}</h1>
   </body>
</html>
`;

describe('usage', () => {
  test('starting AEMM, and making a request', async () => {
    const run = await serve([]);
    expect(run.err()).toContain(`Initiating ec2-metadata-mock for all mocks on port ${run.port}\n`);
    expect(await body(run, '/latest/meta-data')).toBe(
      'ami-id ami-launch-index ami-manifest-path autoscaling/ block-device-mapping/ elastic-inference/ events/ hostname iam/ instance-action instance-id instance-life-cycle instance-type kernel-id local-hostname local-ipv4 mac network/ placement/ product-codes public-hostname public-ipv4 public-keys/ ramdisk-id reservation-id security-groups services/ spot/ tags/ '.replaceAll(
        ' ',
        '\n',
      ),
    );
    expect(await body(run, '/latest/meta-data/instance-id')).toBe('i-1234567890abcdef0');
  });

  test('spot, available immediately', async () => {
    const run = await serve(['spot']);
    expect(await body(run, SPOT)).toMatch(
      /^\{\n\t"action": "terminate",\n\t"time": "\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ"\n\}$/,
    );
    expect(await body(run, '/latest/meta-data/events/recommendations/rebalance')).toMatch(
      /^\{\n\t"noticeTime": "\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ"\n\}$/,
    );
  });

  test('spot after a delay', async () => {
    const run = await serve(['spot', '-d', '4']);
    expect(run.out()).toContain('\nFlags:\nmock-delay-sec: 4\n\n');
    expect(await body(run, SPOT)).toBe(NOT_FOUND);
    await until(run.err, (err) =>
      /Delaying the response by 4s as requested\. The mock response will be available in [1-4]s\. Returning `notFoundResponse` for now\n/.test(
        err,
      ),
    );
    expect(
      await until(
        () => body(run, SPOT),
        (given) => given !== NOT_FOUND,
      ),
    ).toContain('"action": "terminate"');
  });

  test('events', async () => {
    const words = '--code instance-reboot -a 2020-01-07T01:03:47Z -b 2020-01-01T01:03:47Z -l 2020-01-10T01:03:47Z';
    const run = await serve(['events', ...words.split(' '), '--state', 'completed']);
    expect(run.err()).toContain(`Initiating ec2-metadata-mock for EC2 Events on port ${run.port}\n`);
    expect(JSON.parse(await body(run, '/latest/meta-data/events/maintenance/scheduled'))).toEqual([
      {
        Code: 'instance-reboot',
        Description: 'The instance is scheduled for instance-reboot',
        State: 'completed',
        EventId: 'instance-event-1234567890abcdef0',
        NotBefore: '1 Jan 2020 01:03:47 GMT',
        NotAfter: '7 Jan 2020 01:03:47 GMT',
        NotBeforeDeadline: '10 Jan 2020 01:03:47 GMT',
      },
    ]);
    expect(await body(run, SPOT)).toBe(NOT_FOUND);
  });

  test('the lifecycle of an Auto Scaling group', async () => {
    const run = await serve(['asglifecycle']);
    expect(await body(run, '/latest/meta-data/autoscaling/target-lifecycle-state')).toBe('Terminated');
  });

  test('IMDSv2 only', async () => {
    const run = await serve(['--imdsv2']);
    expect(await body(run, '/latest/meta-data/mac')).toBe(refusal('401 - Unauthorized'));
    const put = async (ttl: string): Promise<string> =>
      (
        await ask(run.port, '/latest/api/token', {
          method: 'PUT',
          headers: { 'X-aws-ec2-metadata-token-ttl-seconds': ttl },
        })
      ).body;
    expect(await put('0')).toBe(refusal('400 - Bad Request'));
    const headers = { 'X-aws-ec2-metadata-token': await put('21600') };
    expect(await body(run, '/latest/meta-data/mac', headers)).toBe('0e:49:61:0f:c3:11');
  });
});

const FAILED = 'Warning: Failed to save the final configuration to local file';
const homeOf = (name: string): string => mkdtempSync(path.join(folder, `${name}-`));
const goesOn = async (run: Run): Promise<string> => {
  expect(await body(run, '/latest/meta-data/mac')).toBe('0e:49:61:0f:c3:11');
  return (await stop(run)).err;
};

describe('troubleshooting: each warning, and that it goes on', () => {
  test('the configuration file is not found', async () => {
    const home = homeOf('none');
    expect(await goesOn(await serve([], { HOME: home }))).toContain(
      `Warning:  Config File "aemm-config" Not Found in "[${home}]"\n`,
    );
  });

  test('the directory can’t be made', async () => {
    const home = path.join(homeOf('missing'), 'nowhere');
    expect(await goesOn(await serve(['-s'], { HOME: home }))).toContain(
      `${FAILED} - Failed to create directory for final configuration at ${home}/.ec2-metadata-mock: `,
    );
  });

  test('there is something else in its place', async () => {
    const home = homeOf('file');
    writeFileSync(path.join(home, '.ec2-metadata-mock'), '');
    chmodSync(path.join(home, '.ec2-metadata-mock'), 0o644);
    expect(await goesOn(await serve(['-s'], { HOME: home }))).toContain(
      `${FAILED} - The destination '${home}/.ec2-metadata-mock' for saving the configuration already exists, but is not a directory\n`,
    );
  });

  test('the home directory is not found', async () => {
    expect(await goesOn(await serve([], { HOME: undefined }))).toContain(
      'Warning: Failed to find home directory due to error: $HOME is not defined\n',
    );
  });
});
