// Reading who listens from what each system prints.
import { expect, test } from 'vitest';
import { holderFromLsof, listeningInodes, pidFromNetstat } from './port-holder.ts';

const PROC = `  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
   0: 0100007F:053A 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 4711 1 0000000000000000 100 0 0 10 0
   1: 0100007F:053A 0100007F:C001 01 00000000:00000000 00:00000000 00000000     0        0 4712 1 0000000000000000 20 4 30 10 -1
   2: 0100007F:053B 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 4713 1 0000000000000000 100 0 0 10 0`;

test('Linux: only sockets that listen on that port', () => {
  expect(listeningInodes(PROC, 1338)).toEqual(['4711']);
  expect(listeningInodes('', 1338)).toEqual([]);
});

test('macOS: the fields of lsof', () => {
  expect(holderFromLsof('p4121\ncnode\nf23\n')).toEqual({ name: 'node', pid: 4121 });
  expect(holderFromLsof('')).toBeNull();
});

test('Windows: the listening row of netstat, in any language', () => {
  const rows =
    '  TCP    127.0.0.1:1338  127.0.0.1:50000  HERGESTELLT  12\r\n  TCP    127.0.0.1:1338  0.0.0.0:0  ABHÖREN  4121\r\n';
  expect(pidFromNetstat(rows, 1338)).toBe(4121);
  expect(pidFromNetstat(rows, 1339)).toBeNull();
});
