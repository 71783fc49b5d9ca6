// Has the server make a new token, and goes on with it.
import { useConnection } from '../stores/connection.ts';
import { keepToken } from './carrier/address.ts';
import { windowBridge } from './carrier/bridge.ts';
import { act, call } from './control.ts';

/** The new token; null when it was refused, which is said in a toast. */
export async function rotateToken(): Promise<string | null> {
  const rotated = await act('control.rotate-token', {});
  if (rotated === null) return null;
  if (await isShutOut()) {
    keepToken(rotated.token);
    // The stream was cut with the old token.
    useConnection.getState().tryAgain();
  }
  return rotated.token;
}

/** A page that metadeck panel passes on has a token of its own, and so goes on as it is. */
async function isShutOut(): Promise<boolean> {
  if (windowBridge() !== null) return false;
  const status = await call('status.get', {});
  return !status.ok && status.error.code === 'UNAUTHORIZED';
}
