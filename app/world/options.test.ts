// Metadata options: values as in the EC2 API, and worlds that were saved before there were all of them (imds.md 2.8).
import { describe, expect, test } from 'vitest';
import { DEFAULT_OPTIONS } from './option-defaults.ts';
import { options, optionsPatch, type OptionsPatch } from './options.ts';
import { patchOptions } from './patch-options.ts';

test('a world saved with tokens alone has the others as they were then', () => {
  expect(options.parse({ httpTokens: 'required' })).toEqual({
    httpTokens: 'required',
    httpEndpoint: 'enabled',
    httpPutResponseHopLimit: 1,
    httpProtocolIpv6: 'disabled',
    instanceMetadataTags: 'enabled',
  });
});

test('a patch that leaves an option out says nothing about it', () => {
  expect(optionsPatch.parse({ httpTokens: 'required' })).toEqual({ httpTokens: 'required' });
});

describe('a patch', () => {
  test.each([
    [{ httpTokens: 'required' }],
    [{ httpEndpoint: 'disabled' }],
    [{ httpPutResponseHopLimit: 64 }],
    [{ httpProtocolIpv6: 'enabled' }],
    [{ instanceMetadataTags: 'disabled' }],
    [{ httpTokens: 'required', httpEndpoint: 'disabled' }],
  ] satisfies [OptionsPatch][])('%j changes that and nothing else', (patch) => {
    expect(patchOptions(DEFAULT_OPTIONS, patch)).toEqual({ ...DEFAULT_OPTIONS, ...patch });
  });

  test('that changes nothing leaves the same value', () => {
    expect(patchOptions(DEFAULT_OPTIONS, { httpTokens: 'optional', httpPutResponseHopLimit: 1 })).toBe(DEFAULT_OPTIONS);
    expect(patchOptions(DEFAULT_OPTIONS, {})).toBe(DEFAULT_OPTIONS);
  });
});
