// The sentence under the filter says what was understood.
import { expect, test } from 'vitest';
import { filterSentence } from './sentence.ts';

test.each([
  ['', ''],
  ['status:', ''],
  ['path:/spot', 'Requests where the path contains /spot'],
  ['path:/spot -status:404', 'Requests where the path contains /spot and the status is not 404'],
  ['status:>=400', 'Requests where the status is 400 or more'],
  ['status:4xx,5xx', 'Requests where the status is 4xx or 5xx'],
  ['ms:>200', 'Requests where the answer took over 200 ms'],
  ['-body:"a b"', 'Requests where the body does not contain a b'],
  ['token:missing', 'Requests where the token is missing'],
  ['instance:web-1,web-2', 'Requests where the instance is web-1 or web-2'],
  ['event:any', 'Requests where the answer shows an event'],
  ['event:spot-1', 'Requests where the answer shows the event spot-1'],
  ['since:event', 'Requests where they came since the newest event'],
  ['-since:10:32', 'Requests where they came before 10:32 today'],
  ['last:90s', 'Requests where they came in the last 1 min 30 s'],
  ['events:off', 'Requests where no event is shown'],
  ['sdk', 'Requests where “sdk” is somewhere in the row'],
  ['-sdk', 'Requests where “sdk” is nowhere in the row'],
  ['stauts:404', 'Requests where “stauts:404” is somewhere in the row'],
  ['status:abc', 'Requests where the status is “abc”, which nothing is: a status is 404, 4xx or >=400'],
])('%j is told as %j', (filter, said) => {
  expect(filterSentence(filter)).toBe(said);
});
