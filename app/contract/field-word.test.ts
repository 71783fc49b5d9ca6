// One word for a field of any type.
import { describe, expect, test } from 'vitest';
import type { Result } from '../result.ts';
import { contract } from './contract.ts';
import { readField } from './field-word.ts';

const settings = contract['settings.patch'].input;
const facts = contract['facts.patch'].input;

describe('is taken as what the field is', () => {
  test.each([
    ['theme', 'dark', 'dark'],
    ['port', '1400', 1400],
    ['host', 'null', null],
    ['host', '0.0.0.0', '0.0.0.0'],
    ['tray', 'false', false],
    ['allowedHosts', 'a.example, *.orb.local', ['a.example', '*.orb.local']],
    ['allowedHosts', 'a.example', ['a.example']],
    ['allowedHosts', '["a.example"]', ['a.example']],
    ['allowedHosts', '', []],
    ['letters', '{"log.pause":"x"}', { 'log.pause': 'x' }],
  ])('setting %s: %s', (field, word, value) => {
    expect(readField(settings, field, word)).toEqual({ ok: true, data: { [field]: value } });
  });

  test.each([
    ['accountId', '123456789012', '123456789012'],
    ['detailedMonitoring', 'true', true],
    ['tags', '{"Team":"payments"}', { Team: 'payments' }],
    ['instanceProfile', 'null', null],
    ['roleCredentials', '{"kind":"expired"}', { kind: 'expired' }],
  ])('fact %s: %s', (field, word, value) => {
    expect(readField(facts, field, word)).toEqual({ ok: true, data: { [field]: value } });
  });
});

describe('is refused as what was meant', () => {
  test.each([
    ['port', '70000', /^port: At most 65535 is allowed\.$/],
    ['port', 'http', /^port: A number is needed\.$/],
    ['tray', 'yes', /^tray: true or false is needed\.$/],
    ['theme', 'pink', /^theme: Use one of system, light, dark, high-contrast\.$/],
    ['allowedHosts', 'a.example,b:80', /^allowedHosts: b:80 is no host name; /],
    ['letters', '{"log.pause":"XX"}', /^letters\.log\.pause: One letter from a to z is needed\.$/],
  ])('setting %s: %s', (field, word, message) => {
    expect(messageOf(readField(settings, field, word))).toMatch(message);
  });

  test('fact accountId: 12', () => {
    expect(messageOf(readField(facts, 'accountId', '12'))).toMatch(/^accountId: An account id has 12 digits/);
  });
});

function messageOf(read: Result<unknown>): string {
  return read.ok ? 'It was taken.' : read.error.message;
}
