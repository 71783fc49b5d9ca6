// Every line of the request log that is kept and matches a filter, page by page.
import type { LogLine } from '../../../app/contract/traffic.ts';
import { MAX_PULL } from '../../../app/log/max-pull.ts';
import { done, type Result } from '../../../app/result.ts';
import type { Client } from '../client.ts';

/** Oldest first. */
export async function allMatching(client: Client, filter: string): Promise<Result<LogLine[]>> {
  const rows: LogLine[] = [];
  for (let after = 0; ;) {
    const page = await client.call('requests.list', { after, limit: MAX_PULL, filter });
    if (!page.ok) return page;
    rows.push(...page.data.items);
    if (page.data.next === after) return done(rows);
    after = page.data.next;
  }
}
