// What the command line says of credentials: the role in a sentence, the sets that are given out, and those that clients hold.
import type { Output } from '../../../app/contract/contract.ts';
import type { CredentialsView, HeldSetView, SetView } from '../../../app/contract/credentials.ts';
import { HOLDER_WORDS, span } from '../../../app/words.ts';
import { plain, table } from '../output.ts';

export type Told = Pick<Output<'facts.get'>, 'instanceProfile' | 'roleCredentials'> &
  CredentialsView & { heldBy: { instance: string; address: string; sets: HeldSetView[] }[] };

/** The role in a sentence, then the sets that are given out, and those that clients hold. */
export function inWords(all: Told): string {
  const isOfSeveral = new Set(all.heldBy.map(({ instance }) => instance)).size > 1;
  const rows = all.heldBy.flatMap(({ instance, address, sets }) =>
    sets.map((set) => heldRow(isOfSeveral ? `${address} of ${instance}` : address, set)),
  );
  return `${roleWords(all)}${rotationWords(all)}\n${table([...all.sets.map(givenRow), ...rows])}`;
}

function rotationWords({ number, everySeconds, nextAt }: CredentialsView): string {
  return `Set ${number}; the next one comes at ${nextAt}, then every ${span(everySeconds)}.\n`;
}

function givenRow(set: SetView): string[] {
  return [HOLDER_WORDS[set.of], imdsWords(set), plain(set.accessKeyId), `until ${set.expiration}`];
}

/** Without a token it is IMDSv1. */
function imdsWords({ imds }: SetView): string {
  return imds === null ? 'both' : `IMDS${imds}`;
}

function heldRow(address: string, set: HeldSetView): string[] {
  const age = set.newest ? 'the newest' : 'an older one, which stays usable';
  return [
    plain(address),
    `${imdsWords(set)}${set.of === 'role' ? '' : ' of the instance'}`,
    plain(set.accessKeyId),
    `read ${set.readAt}: ${age}, until ${set.expiration}`,
  ];
}

function roleWords({ instanceProfile, roleCredentials: kept }: Told): string {
  if (!instanceProfile)
    return 'There is no role, so no credentials of one are served. "metadeck unset meta-data/iam/" goes back to the preset.\n';
  const role = `The role ${plain(instanceProfile.roleName)}`;
  switch (kept.kind) {
    case 'fresh':
      return `${role} has fresh credentials, made up here.\n`;
    case 'expired':
      return `${role} has expired credentials.\n`;
    case 'failure':
      return `${role} has no credentials: ${plain(kept.code)}.\n`;
    case 'given':
      return `${role} has credentials given by hand: ${plain(kept.accessKeyId)}, ${untilWords(kept.expiration)}.\n`;
  }
}

function untilWords(expiration: string | null): string {
  return expiration === null ? 'always fresh' : `expiration ${plain(expiration)}`;
}
