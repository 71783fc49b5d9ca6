// Signs identity documents with the key of this installation, which is read or made when a signature is first wanted.
import { putWithin } from '../../app/bounded.ts';
import { createPrivateKey, type KeyObject, sign } from 'node:crypto';
import type { Abilities, ToSign } from '../../app/abilities.ts';
import { loadForge, type WithForge } from './forge.ts';
import { type KeyPair, type KeyFile, keptKey } from './keep-key.ts';

export type Identity = {
  /** True once signing needs nothing more. */
  isReady: () => boolean;
  /** Gets the key, once; never fails. Other work goes on meanwhile. */
  ready: () => Promise<void>;
  /** Only once it is ready. */
  sign: Abilities['sign'];
  /** The certificate in PEM. */
  certificate: () => Promise<string>;
};

const KEY_BITS = 2048;
/** So many texts keep their signatures; RSA signs the same text the same way again. */
const MAX_KEPT = 64;

type Signer = { key: KeyObject; signedData: (bytes: Uint8Array, at: number) => Uint8Array };

/** `bits` is for tests, which need many keys. */
export function createIdentity(keyFile: Omit<KeyFile, 'bits'>, bits = KEY_BITS): Identity {
  let pair: Promise<KeyPair> | undefined;
  let opening: Promise<void> | undefined;
  let signer: Signer | undefined;
  const kept = new Map<string, Uint8Array>();
  const getPair = () => (pair ??= keptKey({ ...keyFile, bits }, loadForge));

  async function open(): Promise<void> {
    const [{ privateKey, certificate }, forge]: [KeyPair, WithForge] = await Promise.all([getPair(), loadForge()]);
    signer = { key: createPrivateKey(privateKey), signedData: forge.signer(privateKey, certificate) };
  }

  function make({ form, bytes, at }: ToSign): Uint8Array {
    if (!signer) throw new Error('Something was signed before the key was there.');
    return form === 'signature' ? sign('sha256', bytes, signer.key) : signer.signedData(bytes, at);
  }

  return {
    isReady: () => signer !== undefined,
    ready: () => (opening ??= open()),
    sign(wanted) {
      const name = `${wanted.form} ${wanted.at} ${Buffer.from(wanted.bytes).toString('latin1')}`;
      return kept.get(name) ?? putWithin(kept, MAX_KEPT, name, make(wanted));
    },
    certificate: async () => (await getPair()).certificate,
  };
}
