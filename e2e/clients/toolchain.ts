// Whether the toolchain of a client is here, new enough, and if not, what to install.

import { stripVTControlCharacters } from 'node:util';
import { runCaptured } from '../run/command.ts';

export type Tool = {
  command: string;
  /** Makes it say its version. */
  args: string[];
  /** The oldest version that will do. */
  least: string;
  /** Debian's packages of it. */
  packages: string[];
};

export type Toolchain = { missing: string } | { versions: string[] };

const QUIET_LIMIT_MS = 30_000;

/** The first thing that looks like a version. Maven prints colours even where nobody sees them. */
export function versionIn(output: string): string | undefined {
  return /\d+(?:\.\d+)*/.exec(stripVTControlCharacters(output))?.[0];
}

/** Whether a version is at least another, number by number; what is left out counts as 0. */
export function isAtLeast(version: string, least: string): boolean {
  const [numbers, leastNumbers] = [version, least].map((one) => one.split('.').map(Number));
  for (const [index, number] of (leastNumbers ?? []).entries()) {
    const here = numbers?.[index] ?? 0;
    if (here !== number) return here > number;
  }
  return true;
}

/** Why what a tool says of itself will not do, or undefined. */
export function shortcoming(tool: Tool, version: string | undefined): string | undefined {
  const install = `install Debian's ${tool.packages.join(' and ')}`;
  if (version === undefined) return `${[tool.command, ...tool.args].join(' ')} does not run here: ${install}, or newer`;
  if (isAtLeast(version, tool.least)) return undefined;
  return `${tool.command} ${version} is here, ${tool.least} or later is needed`;
}

async function versionHere({ command, args }: Tool): Promise<string | undefined> {
  const { ok, output } = await runCaptured(command, args, { quietLimitMs: QUIET_LIMIT_MS });
  return ok ? versionIn(output) : undefined;
}

/** The versions of the tools, in order; or the first reason why a client that needs them can't be run. */
export async function findToolchain(tools: Tool[]): Promise<Toolchain> {
  const versions: string[] = [];
  for (const tool of tools) {
    const version = await versionHere(tool);
    const missing = shortcoming(tool, version);
    if (missing !== undefined) return { missing };
    versions.push(`${tool.command} ${version}`);
  }
  return { versions };
}
