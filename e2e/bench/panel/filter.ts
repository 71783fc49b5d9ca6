// How long a filter over a full list takes, from the key press to the list that is drawn.

import type { Page } from 'playwright';
import { median } from '../numbers.ts';
import { atMost, type Row, told } from '../row.ts';

const FILTERS = [
  'instance',
  'path:/instance -status:404',
  'status:4xx',
  'ms:>0.2 client:127.0.0.1',
  '-agent:autocannon',
  '',
];
const ROUNDS = 5;
const MOST_MS = 30;

/** As text: it runs in the page. React takes an input event, and draws what follows from it, before it returns. */
const TYPE = `((text) => {
  const field = document.getElementById('request-filter');
  const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set;
  const before = performance.now();
  set.call(field, text);
  field.dispatchEvent(new Event('input', { bubbles: true }));
  document.getElementById('request-list').getBoundingClientRect();
  return performance.now() - before;
})`;

export async function measureFilter(page: Page): Promise<Row[]> {
  const medians: number[] = [];
  for (const filter of FILTERS) {
    const times: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      times.push(await page.evaluate<number>(`${TYPE}(${JSON.stringify(filter)})`));
      await page.evaluate(`${TYPE}('client:nobody')`);
    }
    medians.push(median(times));
  }
  const held = await page.getByRole('search').textContent();
  return [
    told('rows under the filter', held?.replace(/^.*of /, '') ?? ''),
    atMost('filter over a full list, slowest of six', Math.max(...medians), MOST_MS, 'ms'),
  ];
}
