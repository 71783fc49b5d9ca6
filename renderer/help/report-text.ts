// What is running, in the lines that a report begins with. Pure.
import type { Status } from '../../app/contract/server.ts';

export function reportText(status: Status, browser: string): string {
  const { version, instance, state, problem, counts } = status;
  return [
    `Metadeck ${version}, ${state}${problem === null ? '' : `: ${problem.message}`}`,
    `preset ${instance.preset}, ${instance.instanceType}, HttpTokens ${instance.httpTokens}`,
    `${counts.requests} requests, ${counts.clients} clients`,
    browser,
  ].join('\n');
}
