// What the page's title and icon say of a countdown. Pure.
import type { BannerText } from '../notices/banner-text.ts';

const NAME = 'Metadeck';

/** `01:42 Terminates in · Metadeck`: the time first, since a tab is narrow. */
export function titleFor(banner: BannerText | null): string {
  if (banner === null) return NAME;
  const { words, count } = banner;
  return count === null ? `${words} · ${NAME}` : `${count} ${words.replace(/ in$/, '')} · ${NAME}`;
}

/** An icon with what is left in it, whole minutes from a hundred seconds on; null without a countdown of minutes and seconds. */
export function iconFor(banner: BannerText | null): string | null {
  const parts = /^(\d+):(\d\d)$/.exec(banner?.count ?? '');
  if (parts === null) return null;
  const seconds = Number(parts[1]) * 60 + Number(parts[2]);
  return `data:image/svg+xml,${encodeURIComponent(svgOf(seconds < 100 ? String(seconds) : `${Math.floor(seconds / 60)}m`))}`;
}

function svgOf(text: string): string {
  const words = `font-family="sans-serif" font-size="19" font-weight="700" text-anchor="middle" fill="white"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="6" fill="rgb(201,66,13)"/><text x="16" y="23" ${words}>${text}</text></svg>`;
}
