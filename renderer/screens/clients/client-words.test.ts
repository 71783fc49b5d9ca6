// A client's agent and its share of IMDSv1, in words.
import { expect, test } from 'vitest';
import { agentName } from '../../clients/agent-name.ts';
import { shareText } from '../../clients/share-text.ts';

test.each([
  ['aws-sdk-js/3.1162.0 ua/2.1 os/linux lang/js', 'aws-sdk-js 3.1162.0'],
  ['aws-cli/2.15.0 Python/3.11 Linux/6.1', 'aws-cli 2.15.0'],
  ['aws-sdk-go-v2/1.30.3 os/linux lang/go#1.22', 'aws-sdk-go-v2 1.30.3'],
  ['Boto3/1.34.2 md/Botocore#1.34.2', 'Boto3 1.34.2'],
  ['curl/7.88.1', 'curl 7.88.1'],
  ['node', 'node'],
  ['', ''],
])('%s is %s', (agent, name) => {
  expect(agentName(agent)).toBe(name);
});

test.each([
  [0, 'v2'],
  [1, 'v1 only'],
  [0.5, 'v1 50 %'],
  [0.001, 'v1 1 %'],
  [0.999, 'v1 99 %'],
])('a share of %d is %s', (share, text) => {
  expect(shareText(share)).toBe(text);
});
