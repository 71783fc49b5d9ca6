// The sections of the Settings screen, in order.
import { windowBridge } from '../control/carrier/bridge.ts';
import { ABOUT } from './rows/about-rows.tsx';
import { CONTROL } from './rows/control-rows.tsx';
import { DATA } from './rows/data-rows.tsx';
import { KEYS } from './rows/key-rows.tsx';
import { LOG } from './rows/log-rows.tsx';
import { LOOK } from './rows/look-rows.tsx';
import { OPTIONS } from './rows/option-rows.tsx';
import type { Section } from './rows/sections.ts';
import { SERVER } from './rows/server-rows.tsx';
import { WINDOW } from './rows/window-rows.tsx';

/** A browser page has no notifications and no tray of ours, so nothing is shown of them there. */
export function allSections(): readonly Section[] {
  const ofWindow = windowBridge() === null ? [] : [WINDOW];
  return [SERVER, OPTIONS, CONTROL, LOG, LOOK, ...ofWindow, DATA, KEYS, ABOUT];
}
