// The command that prints the certificate of this installation, from a run or from where it is kept.
import type { Certificate } from '../../../app/contract/server.ts';
import { done, type Result } from '../../../app/result.ts';
import { certificateView } from '../../../server/identity/certificate-view.ts';
import { createIdentity } from '../../../server/identity/identity.ts';
import { identityFile } from '../../../server/identity/folder.ts';
import { show, type ExitCode } from '../command.ts';
import type { ClientFlags } from '../client-flags.ts';
import type { Terminal } from '../output.ts';

/** Prints the PEM; with `--json` also its fingerprint and dates. Never the key. */
export async function certificate(flags: ClientFlags, terminal: Terminal): Promise<ExitCode> {
  return show(await findCertificate(flags, terminal), flags, terminal, (found) => found.certificate);
}

async function findCertificate(flags: ClientFlags, terminal: Terminal): Promise<Result<Certificate>> {
  const { connect } = await import('../connect.ts');
  const connected = await connect(flags, terminal);
  if (connected.ok) return connected.data.call('certificate.get', {});
  const nobodyIsMeant = flags.pid === undefined && flags.control === undefined;
  return nobodyIsMeant && connected.error.code === 'NOT_FOUND' ? keptCertificate(terminal) : connected;
}

/** Makes it where there is none yet: the next instance then has this one. */
async function keptCertificate(terminal: Terminal): Promise<Result<Certificate>> {
  const identity = createIdentity({ file: identityFile(), now: Date.now, warn: terminal.complain });
  return done(certificateView(await identity.certificate()));
}
