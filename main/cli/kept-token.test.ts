// `serve` ended and started again on its control port: open panels and scripts go on.
import { afterAll, expect, test } from 'vitest';
import { freePort } from '../../server/free-port.example.ts';
import { endAll, finished, line, type Served, SLOW, start } from './process.example.ts';

afterAll(endAll);

test(
  'the next start on a control port has the same token, unless METADECK_TOKEN names one',
  { timeout: SLOW },
  async () => {
    const port = String(await freePort());
    const again = async (env: Record<string, string> = {}) => {
      const child = start(['serve', '--port', '0', '--control-port', port, '--json'], env);
      const { token } = JSON.parse(await line(child)) as Served;
      child.kill('SIGTERM');
      await finished(child);
      return token;
    };
    const first = await again();
    expect(await again({ METADECK_TOKEN: 'mine' })).toBe('mine');
    expect(await again()).toBe(first);
  },
);
