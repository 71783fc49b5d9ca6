// A client's agent in words.
import { expect, test } from 'vitest';
import { agentName } from './agent-name.ts';

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
