// Where nobody is typing, a filter with a term or value that is none is refused, with its place and the nearest.
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { quotedValue } from './parse.ts';
import { problemsOf } from './strict.ts';
import { OPERATORS, TERMS } from './terms.ts';

const USE = OPERATORS.map((name) => `${name}:`).join(' ');

describe('wrong', () => {
  test.each([
    ['verison:v1', '`verison:` at 1 is no term; did you mean `version:`?'],
    ['path:/x -STAUTS:404', '`STAUTS:` at 10 is no term; did you mean `status:`?'],
    ['colour:red', `\`colour:\` at 1 is no term; use ${USE}, or quotes around a word that has a colon.`],
    ['constructor:x', `\`constructor:\` at 1 is no term; use ${USE}, or quotes around a word that has a colon.`],
    ['statu5:404', '`statu5:` at 1 is no term; did you mean `status:`?'],
    ['path_:/x', '`path_:` at 1 is no term; did you mean `path:`?'],
    ['--status:404', '`-status:` at 2 is no term; did you mean `status:`?'],
    ['version:v3', '`v3` at 9 is no version: a version is v1 or v2.'],
    ['version:v1,v3', '`v3` at 12 is no version: a version is v1 or v2.'],
    ['-version:"v3"', '`v3` at 10 is no version: a version is v1 or v2.'],
    ['token:mising', '`mising` at 7 is no token; did you mean `missing`?'],
    ['token:x', '`x` at 7 is no token: a token is missing, valid, expired, revoked, invalid or issued.'],
    ['method:PUTT', '`PUTT` at 8 is no method; did you mean `PUT`?'],
    ['status:abc', '`abc` at 8 is no status: a status is 404, 4xx or >=400.'],
    ['status:40', '`40` at 8 is no status: a status is 404, 4xx or >=400.'],
    ['client:nobody', '`nobody` at 8 is no client: a client is an address, the beginning of one, or panel.'],
    ['client:10.0.,panle', '`panle` at 14 is no client; did you mean `panel`?'],
    ['status:>abc', '`>abc` at 8 is no status: a status is 404, 4xx or >=400.'],
    ['ms:4xx', '`4xx` at 4 is no duration: a duration is >200 or <=5.'],
    ['ms:soon', '`soon` at 4 is no duration: a duration is >200 or <=5.'],
    ['event:interuption', '`interuption` at 7 is no event; did you mean `interruption`?'],
    ['status:', '`status:` at 1 has no value: it takes 404, 4xx, >=400.'],
    ['sdk method:,', '`method:` at 5 has no value: it takes GET, PUT.'],
    [
      'since:10:75',
      '`10:75` at 7 is no moment: a moment is event, for the newest one fired, or a time of today such as 10:32 or 10:32:05.',
    ],
    ['since:evnet', '`evnet` at 7 is no moment; did you mean `event`?'],
    ['last:5', '`5` at 6 is no span: a span is 30s, 5m, 2h or 1d.'],
    ['events:no', '`no` at 8 is no choice: a choice is off.'],
    ['why:"too late', 'The quote at 5 has no end.'],
  ])('%s', (filter, said) => {
    expect(problemsOf(filter)).toEqual([said]);
  });

  test('everything that is, in the order in which it stands', () => {
    expect(problemsOf('version:v3 foo status:1,200')).toEqual([
      '`v3` at 9 is no version: a version is v1 or v2.',
      '`1` at 23 is no status: a status is 404, 4xx or >=400.',
    ]);
  });
});

test.each([
  '',
  '  spot -sdk',
  'path:/spot status:4xx,404,>=500 -method:get,PROPFIND client:10.0.,panel instance:web-1 version:V1,v2',
  'token:none,missing,valid,expired,revoked,invalid,issued ms:>0.2,<=5,7 agent:"a b" body:x:y',
  'event:any,Rebalance,spot-b776f59f,e1,blue',
  'since:event since:9:05,23:59:59 last:30s,5m,90min,2h,1d events:off',
  '"verison:v1" -"status:abc" "since:soon"',
  'why:verison:v1 path:"status:abc"',
  '10:32 ::1 fe80::1 abcd::1 -ee:49:61:0f:c3:11 /latest/meta-data/a:b -',
  'client:fd00:ec2::254,fe80::1%eth0,10.,PANEL status:<600,>=0,=404',
])('right: %s', (filter) => {
  expect(problemsOf(filter)).toEqual([]);
});

test('a word in quotes is never a term, whatever it is', () => {
  const property = fc.property(fc.constantFrom('', '-'), fc.string(), (minus, text) => {
    expect(problemsOf(`${minus}"${text.replaceAll('"', '')}"`)).toEqual([]);
  });
  fc.assert(property);
});

test('path, why, body and agent take any text', () => {
  const anything = fc.string({ minLength: 1 }).filter((text) => text.replaceAll('"', '') !== '');
  const property = fc.property(fc.constantFrom('path', 'why', 'body', 'agent'), anything, (name, text) => {
    expect(problemsOf(`${name}:${quotedValue(text)}`)).toEqual([]);
  });
  fc.assert(property);
});

test('before the answer, only what the request says can be asked', () => {
  const atRequest = 'path: method: client: instance: version: token: agent:';
  expect(problemsOf('path:x method:PUT client:1 instance:a version:v1 token:valid agent:x sdk', 'request')).toEqual([]);
  expect(problemsOf('path:/x status:404', 'request')).toEqual([
    `\`status:\` at 9 is known only once a request is answered; use ${atRequest}.`,
  ]);
  const later = OPERATORS.filter((name) => TERMS[name].at === 'answer');
  expect(later).toEqual(['status', 'why', 'ms', 'body', 'event', 'since', 'last', 'events']);
});

test('what is offered is right', () => {
  const offered = OPERATORS.flatMap((name) => (TERMS[name].offered ?? []).map((value) => `${name}:${value}`));
  expect(problemsOf(offered.join(' '))).toEqual([]);
});
