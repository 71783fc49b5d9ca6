// The clients that are tried: what each needs, how it is got ready and started, and where its version is pinned.

import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Tool } from './toolchain.ts';

/** Where the program stands, and where what is built of it may be kept from run to run. */
export type Place = { source: string; cache: string };

export type Step = { command: string; args: string[] };

/** A package and the file that pins it; the first group of `version` is what it is pinned to. */
export type Pin = { name: string; file: string; version: RegExp };

export type Client = {
  /** Its folder below e2e/clients, by which it is chosen too. */
  name: string;
  title: string;
  pins: Pin[];
  tools: Tool[];
  prepare: (place: Place) => Step[];
  start: (place: Place) => Step & { path?: string };
  /** Takes only credentials from the service, so is asked for nothing else. */
  onlyCredentials?: true;
};

const PYTHON: Tool[] = [
  { command: 'python3', args: ['--version'], least: '3.10', packages: ['python3'] },
  { command: 'python3', args: ['-m', 'ensurepip', '--version'], least: '0', packages: ['python3-venv'] },
];

/** A virtual environment with exactly what requirements.txt says. */
function virtualEnvironment({ source, cache }: Place): Step[] {
  const requirements = path.join(source, 'requirements.txt');
  const install = ['install', '--quiet', '--require-hashes', '--no-deps', '--requirement', requirements];
  return [
    { command: 'python3', args: ['-m', 'venv', cache] },
    { command: path.join(cache, 'bin', 'pip'), args: install },
  ];
}

function python({ source, cache }: Place): Step & { path: string } {
  const bin = path.join(cache, 'bin');
  return { command: path.join(bin, 'python'), args: [path.join(source, 'client.py')], path: bin };
}

const NPM_PACKAGES = '../../../package.json';

export const CLIENTS: Client[] = [
  {
    name: 'javascript',
    title: 'AWS SDK for JavaScript v3',
    pins: [
      {
        name: '@aws-sdk/credential-providers',
        file: NPM_PACKAGES,
        version: /"@aws-sdk\/credential-providers": "(.+)"/,
      },
      {
        name: '@aws-sdk/ec2-metadata-service',
        file: NPM_PACKAGES,
        version: /"@aws-sdk\/ec2-metadata-service": "(.+)"/,
      },
    ],
    tools: [{ command: 'node', args: ['--version'], least: '20.19', packages: ['nodejs'] }],
    prepare: () => [],
    start: ({ source }) => ({ command: 'tsx', args: [path.join(source, 'client.ts')] }),
  },
  {
    name: 'python',
    title: 'boto3 (Python)',
    pins: [
      { name: 'boto3', file: 'requirements.txt', version: /^boto3==(\S+)/m },
      { name: 'botocore', file: 'requirements.txt', version: /^botocore==(\S+)/m },
    ],
    tools: PYTHON,
    prepare: virtualEnvironment,
    start: python,
  },
  {
    name: 'aws-cli',
    title: 'AWS CLI 1',
    pins: [{ name: 'awscli', file: 'requirements.txt', version: /^awscli==(\S+)/m }],
    tools: PYTHON,
    prepare: virtualEnvironment,
    start: python,
    onlyCredentials: true,
  },
  {
    name: 'go',
    title: 'AWS SDK for Go v2',
    pins: [
      { name: 'config', file: 'go.mod', version: /aws-sdk-go-v2\/config v(\S+)/ },
      { name: 'feature/ec2/imds', file: 'go.mod', version: /feature\/ec2\/imds v(\S+)/ },
    ],
    tools: [{ command: 'go', args: ['version'], least: '1.24', packages: ['golang-go'] }],
    prepare: ({ source, cache }) => [
      { command: 'go', args: ['build', '-C', source, '-o', path.join(cache, 'client'), '.'] },
    ],
    start: ({ cache }) => ({ command: path.join(cache, 'client'), args: [] }),
  },
  {
    name: 'java',
    title: 'AWS SDK for Java 2',
    pins: [{ name: 'imds, auth', file: 'pom.xml', version: /<awssdk\.version>(.+)</ }],
    tools: [
      { command: 'java', args: ['--version'], least: '17', packages: ['default-jdk-headless'] },
      { command: 'javac', args: ['--version'], least: '17', packages: ['default-jdk-headless'] },
      { command: 'mvn', args: ['--version'], least: '3.6', packages: ['maven'] },
    ],
    prepare: ({ source, cache }) => {
      const output = `-Dmdep.outputFile=${path.join(cache, 'classpath')}`;
      return [{ command: 'mvn', args: ['-B', '-q', '-ntp', '-f', source, 'dependency:build-classpath', output] }];
    },
    start: ({ source, cache }) => {
      const classpath = readFileSync(path.join(cache, 'classpath'), 'utf8').trim();
      return { command: 'java', args: ['-cp', classpath, path.join(source, 'Client.java')] };
    },
  },
  {
    name: 'rust',
    title: 'aws-config (Rust)',
    pins: [{ name: 'aws-config', file: 'Cargo.toml', version: /^aws-config = .*"=(.+?)"/m }],
    tools: [{ command: 'cargo', args: ['--version'], least: '1.94.1', packages: ['cargo-web'] }],
    // Not --quiet: each crate it names is a sign of life.
    prepare: ({ source, cache }) => {
      const manifest = path.join(source, 'Cargo.toml');
      return [
        {
          command: 'cargo',
          args: ['build', '--locked', '--manifest-path', manifest, '--target-dir', cache],
        },
      ];
    },
    start: ({ cache }) => ({ command: path.join(cache, 'debug', 'client'), args: [] }),
  },
];
