// The service at its real addresses, asked from a network of its own: hop limit and IPv6 endpoint (imds.md 2.8 and 6). Needs `ip netns`, so root on Linux.
import { execFile, execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const asked = promisify(execFile);
const SERVICE = `metadeck-s${process.pid}`;
const CLIENT = `metadeck-c${process.pid}`;
const IPV4 = '169.254.169.254';
const IPV6 = 'fd00:ec2::254';
/** As long as an SDK waits; an answer that comes ends it earlier. */
const PATIENCE_MS = 1000;
const SLOW = 60_000;

/** The service and its client in two networks with a cable between them; the host's own is not touched. */
function setUp(): boolean {
  try {
    for (const one of [SERVICE, CLIENT]) ip('netns', 'add', one);
    ip('link', 'add', 'v0', 'netns', SERVICE, 'type', 'veth', 'peer', 'name', 'v0', 'netns', CLIENT);
    address(SERVICE, `${IPV4}/30`, `${IPV6}/64`);
    address(CLIENT, '169.254.169.253/30', 'fd00:ec2::253/64');
    return true;
  } catch {
    takeDown();
    return false;
  }
}

function address(network: string, ...addresses: string[]): void {
  for (const one of addresses)
    ip('-n', network, 'addr', 'add', one, 'dev', 'v0', ...(one.includes(':') ? ['nodad'] : []));
  for (const device of ['lo', 'v0']) ip('-n', network, 'link', 'set', device, 'up');
}

function ip(...words: string[]): void {
  execFileSync('ip', words, { stdio: 'ignore' });
}

function takeDown(): void {
  for (const one of [SERVICE, CLIENT]) {
    try {
      ip('netns', 'del', one);
    } catch {
      // It was never there.
    }
  }
}

const folder = mkdtempSync(path.join(os.tmpdir(), 'metadeck-network-'));
const env = { ...process.env, METADECK_RUN_DIR: folder, METADECK_TOKEN: '' };
const program = ['--import', 'tsx', path.join(import.meta.dirname, 'metadeck.ts')];
const children: ChildProcess[] = [];

/** Serves on port 80 of every address in the service's network; its process id. */
async function serve(): Promise<number> {
  const words = [
    process.execPath,
    ...program,
    'serve',
    '--host',
    '::',
    '--port',
    '80',
    '--control-port',
    '0',
    '--json',
  ];
  const child = spawn('ip', ['netns', 'exec', SERVICE, ...words], { env });
  children.push(child);
  for await (const chunk of child.stdout) return (JSON.parse(String(chunk)) as { pid: number }).pid;
  throw new Error('serve has ended.');
}

/** Asks from the client's network with a bare socket: all that came until the end, and whether the client gave up. */
const ASK = `
  const [host, text, patience] = process.argv.slice(1);
  const socket = require('node:net').connect(80, host, () => {
    socket.write(text);
    setTimeout(end, Number(patience), true);
  });
  let answer = '';
  const end = (gaveUp) => { console.log(JSON.stringify({ answer, gaveUp })); process.exit(); };
  socket.on('data', (chunk) => (answer += chunk)).on('close', () => end(false));
`;

async function ask(host: string, ...lines: string[]): Promise<{ answer: string; gaveUp: boolean }> {
  const text = `${lines.join('\r\n')}\r\nHost: ${host.includes(':') ? `[${host}]` : host}\r\n\r\n`;
  const words = ['netns', 'exec', CLIENT, process.execPath, '-e', ASK, host, text, String(PATIENCE_MS)];
  const { stdout } = await asked('ip', words);
  return JSON.parse(stdout) as { answer: string; gaveUp: boolean };
}

async function metadeck(pid: number, ...words: string[]): Promise<string> {
  const { stdout } = await asked(process.execPath, [...program, ...words, '--pid', String(pid)], { env });
  return stdout;
}

const PUT = ['PUT /latest/api/token HTTP/1.1', 'X-aws-ec2-metadata-token-ttl-seconds: 60'];
const NOTHING = { answer: '', gaveUp: true };

describe.skipIf(!setUp())('from another network', () => {
  let pid = 0;
  beforeAll(async () => {
    pid = await serve();
  }, SLOW);
  afterAll(() => {
    for (const child of children) child.kill('SIGKILL');
    takeDown();
    rmSync(folder, { recursive: true, force: true });
  });

  test('with hop limit 1 the answer to a PUT never comes, and the log says why; anything else is answered', async () => {
    expect(await ask(IPV4, ...PUT)).toEqual(NOTHING);
    expect((await ask(IPV4, 'GET /latest/meta-data/instance-id HTTP/1.1')).answer).toMatch(/^HTTP\/1\.1 200 OK\r\n/);
    expect(await logged(pid)).toMatchObject([
      { client: '169.254.169.253', method: 'PUT', status: null, rule: 'hop-limit' },
      { client: '169.254.169.253', method: 'GET', status: 200 },
    ]);
  });

  test('with hop limit 2 the token comes', async () => {
    expect(await metadeck(pid, 'options', '--hop-limit', '2')).toMatch(/^HttpPutResponseHopLimit +2$/m);
    expect((await ask(IPV4, ...PUT)).answer).toMatch(/^HTTP\/1\.1 200 OK\r\n[^]*\r\n\r\nAQAEA[\w-]{49}==$/);
  });

  test('fd00:ec2::254 answers only while HttpProtocolIpv6 is enabled', async () => {
    const get = ['GET /latest/meta-data/instance-id HTTP/1.1'];
    expect(await ask(IPV6, ...get)).toEqual(NOTHING);
    expect((await logged(pid)).at(-1)).toMatchObject({ client: 'fd00:ec2::253', status: null, rule: 'ipv6-disabled' });
    await metadeck(pid, 'options', '--ipv6', 'enabled');
    expect((await ask(IPV6, ...get)).answer).toMatch(/^HTTP\/1\.1 200 OK\r\n/);
  });
});

async function logged(pid: number): Promise<unknown[]> {
  // tail follows the log, so what it has said so far is read and it is ended.
  const child = spawn(process.execPath, [...program, 'tail', '--json', '--pid', String(pid)], { env });
  children.push(child);
  for await (const chunk of child.stdout) {
    return String(chunk)
      .trim()
      .split('\n')
      .map((line): unknown => JSON.parse(line));
  }
  throw new Error('tail has ended.');
}
