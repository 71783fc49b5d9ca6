// The sections of the Settings screen, in order.
import { windowBridge } from '../../control/bridge.ts';
import { ABOUT } from './about-rows.tsx';
import { CONTROL } from './control-rows.tsx';
import { DATA } from './data-rows.tsx';
import { KEYS } from './key-rows.tsx';
import { LOG } from './log-rows.tsx';
import { LOOK } from './look-rows.tsx';
import { OPTIONS } from './option-rows.tsx';
import type { Section } from './sections.ts';
import { SERVER } from './server-rows.tsx';
import { WINDOW } from './window-rows.tsx';

/** A browser page has no notifications and no tray of ours, so nothing is shown of them there. */
export function allSections(): readonly Section[] {
  const ofWindow = windowBridge() === null ? [] : [WINDOW];
  return [SERVER, OPTIONS, CONTROL, LOG, LOOK, ...ofWindow, DATA, KEYS, ABOUT];
}
