// What is exported and imported again, and the commands on facts, settings and the server, against a real run.
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { SAVED_VERSION } from '../../../app/world/saved-version.ts';
import { type InProcess, startedInProcess } from '../in-process.example.ts';
import { fetched } from '../process.example.ts';

let served: InProcess;
const run: InProcess['run'] = (...words) => served.run(...words);
const folder = mkdtempSync(path.join(os.tmpdir(), 'metadeck-export-'));
beforeAll(async () => {
  served = await startedInProcess();
});
afterAll(async () => {
  await served.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function instanceType(): Promise<string> {
  return fetched(`${served.endpoint}/latest/meta-data/instance-type`);
}

test('a world goes to a file of one’s own, is not written over, and comes back', async () => {
  const file = path.join(folder, 'world.json');
  await run('set', 'meta-data/instance-type', 'c7g.large');
  expect((await run('export', file)).out).toBe(`Wrote the world to ${file}.\n`);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(await run('export', 'world', file)).toEqual({
    code: 1,
    out: '',
    err: [`${file} is there already; name another file, or use --force to write over it.`],
  });
  expect((await run('export', file, '--force', '--json')).out).toBe(`${JSON.stringify({ file })}\n`);
  await run('new', '--preset', 'bare');
  expect(await instanceType()).toBe('t3.micro');
  expect((await run('import', file)).out).toBe(`Took over ${file}; undo brings back what was.\n`);
  expect(await instanceType()).toBe('c7g.large');
  const printed = await run('export');
  expect(JSON.parse(printed.out)).toEqual(JSON.parse(readFileSync(file, 'utf8')));
});

test('an exported world becomes a world file, and one that is none is refused by name', async () => {
  const file = path.join(folder, 'again.json');
  await run('export', file);
  const target = path.join(folder, 'ci.json');
  expect((await run('import', file, '--world', target)).out).toBe(`Wrote ${target}.\n`);
  expect(JSON.parse(readFileSync(target, 'utf8'))).toMatchObject({ version: SAVED_VERSION });
  const wide = path.join(folder, 'wide.json');
  writeFileSync(wide, Buffer.from(`\ufeff${readFileSync(file, 'utf8')}`, 'utf16le'));
  expect((await run('import', wide)).code).toBe(0);
  const broken = path.join(folder, 'broken.json');
  writeFileSync(broken, '{"version":1,"instances":[],"routing":[]}');
  const refused = await run('import', broken);
  expect(refused).toMatchObject({ code: 1, out: '' });
  expect(refused.err[0]).toMatch(new RegExp(`^${broken} can't be imported: instances: `));
  writeFileSync(broken, '{"version":99,"instances":[{}],"routing":[]}');
  expect((await run('import', broken)).err[0]).toMatch(/A newer Metadeck saved this world/);
});

test('requests go out as NDJSON or HAR', async () => {
  for (let count = 0; count < 120; count += 1) await fetched(`${served.endpoint}/latest/meta-data/ami-id`);
  await fetched(`${served.endpoint}/latest/meta-data/nothing`);
  const lines = (await run('export', 'requests', '--filter', 'path:ami-id')).out.trimEnd().split('\n');
  expect(lines).toHaveLength(120);
  const { method, body } = JSON.parse(lines[0] ?? '') as { method: string; body: string };
  expect([method, body.slice(0, 4)]).toEqual(['GET', 'ami-']);
  const file = path.join(folder, 'log.har');
  expect((await run('export', 'requests', file, '--filter', 'status:404')).out).toBe(`Wrote 1 request to ${file}.\n`);
  const har = JSON.parse(readFileSync(file, 'utf8')) as { log: { entries: { request: { url: string } }[] } };
  expect(har.log.entries.map(({ request }) => request.url)).toEqual([`${served.endpoint}/latest/meta-data/nothing`]);
});

test('paths and facts', async () => {
  expect((await run('paths', 'meta-data/placement/')).out).toMatch(
    /^meta-data\/placement\/availability-zone +us-east-1a +fact\n/m,
  );
  await run('set', 'meta-data/local-hostname', 'web-1', '--only');
  expect((await run('paths', '--changed')).out).toMatch(/^meta-data\/local-hostname +web-1 +override +changed$/m);
  expect((await run('facts')).out).toMatch(/^instanceType +c7g\.large$/m);
  expect((await run('facts', 'set', 'instanceType', 'm7g.xlarge', '--dry-run')).out).toMatch(/^The fact would change/);
  expect(await instanceType()).toBe('c7g.large');
  expect((await run('facts', 'set', 'instanceType', 'm7g.xlarge')).out).toMatch(
    /^Changed the fact; with it changed:\n[^]*meta-data\/instance-type +c7g\.large +→ +m7g\.xlarge\n/,
  );
  expect(await run('facts', 'set', 'instanceTpe', 'x')).toMatchObject({
    code: 2,
    err: [expect.stringMatching(/^There is no fact instanceTpe\. Did you mean instanceType\?/)],
  });
  expect((await run('facts', 'set', 'accountId', '12')).err[0]).toContain('An account id has 12 digits');
});

test('settings', async () => {
  expect((await run('settings', 'set', 'allowedHosts', 'imds.example.com, *.orb.local')).out).toMatch(
    /^allowedHosts +\["imds\.example\.com","\*\.orb\.local"\]$/m,
  );
  expect((await run('settings', 'set', 'theme', 'dark')).out).toMatch(/^theme +dark$/m);
  expect(await run('settings', 'set', 'keptRequests', '5')).toMatchObject({ code: 1, out: '' });
  expect((await run('settings', 'reset', 'theme')).out).toMatch(/^theme +system$/m);
});

test('the server stops, and answers elsewhere', async () => {
  expect((await run('server', 'stop')).out).toBe('It answers no more; "metadeck server start" makes it go on.\n');
  expect((await run('server')).out).toMatch(/^Endpoint +not listening$/m);
  expect((await run('server', 'start', '--host', '127.0.0.1', '--port', '0')).out).toMatch(
    /^It answers at http:\/\/127\.0\.0\.1:\d+\.\n$/,
  );
});
