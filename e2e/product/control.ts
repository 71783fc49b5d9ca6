// Control calls over HTTP, typed by the contract.

import type { Status } from '../../app/contract/server.ts';
import type { LogRow } from '../../app/contract/traffic.ts';
import type { Served } from './serve.ts';

export type RequestPage = { run: string; items: LogRow[]; next: number; dropped: number };
export type { Status };

type Reach = Pick<Served, 'control' | 'token'>;

/** Carries out one operation and resolves to its data; anything but success is an error. */
export async function ask<T>({ control, token }: Reach, method: string, target: string, body?: object): Promise<T> {
  const response = await fetch(`${control}${target}`, {
    method,
    headers: { Authorization: `Bearer ${token}`, ...(body ? { 'Content-Type': 'application/json' } : {}) },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  const answer = (await response.json()) as { ok: true; data: T } | { ok: false; error: { message: string } };
  if (!answer.ok) throw new Error(`${method} ${target}: ${answer.error.message}`);
  return answer.data;
}
