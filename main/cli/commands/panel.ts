// The panel of a run in a browser, through a loopback port that lives as long as this command.
import { randomBytes } from 'node:crypto';
import { openPassOn } from '../../../server/control/pass-on.ts';
import { maskedStack } from '../../../server/masked-stack.ts';
import { NO_BROWSER, openBrowser, panelAddress } from '../browser.ts';
import { giveUp, withClient, type ExitCode } from '../command.ts';
import type { ClientFlags } from '../client-flags.ts';
import type { Terminal } from '../output.ts';
import { panelDir } from '../package-dir.ts';

export type PanelFlags = ClientFlags & { open?: boolean };

export function panel(flags: PanelFlags, terminal: Terminal): Promise<ExitCode> {
  return withClient(flags, terminal, async ({ target }) => {
    if (target.kind === 'url')
      return showAddress(`${target.url.origin}/#token=${encodeURIComponent(target.token)}`, flags, terminal);
    const token = randomBytes(32).toString('base64url');
    const stopped = terminal.stopped();
    const failed = (error: unknown): void => terminal.complain(maskedStack(error, token));
    const opened = await openPassOn(target.socket, { token, port: 0, panelDir: panelDir(), failed });
    if (!opened.ok) return giveUp(opened.error, terminal);
    await showAddress(panelAddress(opened.data.listener.port, token), flags, terminal);
    await stopped;
    await opened.data.close();
    return 0;
  });
}

async function showAddress(address: string, flags: PanelFlags, terminal: Terminal): Promise<ExitCode> {
  const line = { panel: address, pid: process.pid };
  await terminal.write(flags.json ? `${JSON.stringify(line)}\n` : `Panel  ${address}\n`);
  if (flags.open && !(await openBrowser(address))) terminal.complain(NO_BROWSER);
  return 0;
}
