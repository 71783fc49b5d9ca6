// What a tab in the background shows: the countdown of what is under way, in the page's title and its icon.
import { useEffect } from 'react';
import { bannerText } from '../notices/banner-text.ts';
import { pressingEvent } from '../notices/standing.ts';
import { useNow } from '../stores/clock.ts';
import { useWorld } from '../stores/world.ts';
import { iconFor, titleFor } from './page-sign-text.ts';

const ICON = './icon.svg';

export function PageSign() {
  const now = useNow();
  const event = pressingEvent(useWorld((world) => world.events) ?? [], now);
  const banner = event === null ? null : bannerText(event, now);
  const title = titleFor(banner);
  const icon = iconFor(banner) ?? ICON;
  useEffect(() => {
    document.title = title;
  }, [title]);
  useEffect(() => {
    document.querySelector('link[rel="icon"]')?.setAttribute('href', icon);
  }, [icon]);
  return null;
}
