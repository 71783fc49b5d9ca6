// Where the window is and how large: kept between starts, and brought back onto a screen that is there.
import { type BrowserWindow, type Rectangle, screen } from 'electron';
import { readJson } from '../../server/storage/read-json.ts';

export const SMALLEST = { width: 900, height: 600 };
const USUAL = { width: 1280, height: 800 };

/** How much of the window must be on a screen for it to be found again, in pixels. */
const VISIBLE = 100;

type WindowBounds = { width: number; height: number; x?: number; y?: number; maximized: boolean };

export function boundsOf(window: BrowserWindow): WindowBounds {
  return { ...window.getNormalBounds(), maximized: window.isMaximized() };
}

/** The bounds kept in `file`; the usual size, centred, where none was kept or its screen is gone. */
export function keptBounds(file: string): WindowBounds {
  const stored = readJson(file);
  const fields = stored.kind === 'value' && typeof stored.value === 'object' ? { ...stored.value } : {};
  const { width, height, x, y, maximized } = fields as Record<string, unknown>;
  const size = {
    width: Math.max(SMALLEST.width, whole(width) ?? USUAL.width),
    height: Math.max(SMALLEST.height, whole(height) ?? USUAL.height),
    maximized: maximized === true,
  };
  const corner = { x: whole(x), y: whole(y) };
  if (corner.x === null || corner.y === null) return size;
  const bounds = { ...size, x: corner.x, y: corner.y };
  return isOnScreen(bounds) ? bounds : size;
}

function whole(value: unknown): number | null {
  return typeof value === 'number' && Number.isSafeInteger(value) ? value : null;
}

function isOnScreen(bounds: Rectangle): boolean {
  const { workArea } = screen.getDisplayMatching(bounds);
  const across = overlap(bounds.x, bounds.width, workArea.x, workArea.width);
  const down = overlap(bounds.y, bounds.height, workArea.y, workArea.height);
  return across >= VISIBLE && down >= VISIBLE;
}

function overlap(start: number, length: number, otherStart: number, otherLength: number): number {
  return Math.min(start + length, otherStart + otherLength) - Math.max(start, otherStart);
}
