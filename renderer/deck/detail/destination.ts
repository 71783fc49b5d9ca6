// Where a link in a why leads: `event:ID`, `token:ID`, `client:ADDRESS`, `path:PATH`, `audience:GROUP`, `instance:NAME`.
import type { Screen } from '../../stores/view.ts';

export const AUDIENCE_CARD = 'who-gets-notices';

export type Destination =
  | { kind: 'screen'; screen: Screen; subject: string | null; says: string }
  | { kind: 'filter'; word: string; says: string }
  | { kind: 'element'; id: string; says: string };

export function destinationOf(to: string | undefined): Destination | null {
  if (to === undefined) return null;
  const cut = to.indexOf(':');
  const [what, which] = [to.slice(0, cut), to.slice(cut + 1)];
  switch (what) {
    case 'event':
      return { kind: 'filter', word: `event:${which}`, says: 'Only requests that saw this event' };
    case 'token':
      return { kind: 'screen', screen: 'tokens', subject: which, says: 'Open this token' };
    case 'client':
      return { kind: 'screen', screen: 'clients', subject: which, says: 'Open this client' };
    case 'path':
      return { kind: 'screen', screen: 'metadata', subject: which, says: 'Open in Metadata' };
    case 'audience':
      return { kind: 'element', id: AUDIENCE_CARD, says: 'Who gets notices' };
    case 'instance':
      return { kind: 'screen', screen: 'metadata', subject: null, says: 'Open in Metadata' };
    default:
      return null;
  }
}
