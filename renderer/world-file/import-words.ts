// What taking over another world means, in sentences.
import type { WorldChanges } from '../../app/contract/metadata.ts';
import { countText } from '../words/count-text.ts';

/** What answering as AEMM leaves out, which the service itself never would. */
export const AEMM_EXCEPTIONS =
  'It answers as ec2-metadata-mock does: no request is refused for its Host, Origin or Sec-Fetch-Site, so a web page that reaches the port can read what is served.';

/** `12 paths and 1 option would change. It can be undone.` */
export function wouldText({ changed, options }: Pick<WorldChanges, 'changed' | 'options'>): string {
  const paths = countText(changed.length, 'path');
  const more = options.length === 0 ? '' : ` and ${countText(options.length, 'option')}`;
  return `${paths}${more} would change. It can be undone.`;
}

/** What changes besides paths and options, a sentence each. */
export function besidesLines({ events, audience, instances, profile }: WorldChanges): string[] {
  const [was, is] = [instances.was.join(', '), instances.is.join(', ')];
  return [
    ...(was === is ? [] : [`Instances: ${is} in place of ${was}.`]),
    ...(events.was === 0 && events.is === 0 ? [] : [eventsLine(events)]),
    ...(audience ? ['Other clients get notices: the rule changes.'] : []),
    ...(profile.is === 'aemm' && profile.was !== 'aemm' ? [AEMM_EXCEPTIONS] : []),
  ];
}

function eventsLine({ was, is }: WorldChanges['events']): string {
  const gone = was === 0 ? [] : [`${countText(was, 'event')} under way ${was === 1 ? 'goes' : 'go'}`];
  const come = is === 0 ? [] : [`${countText(is, 'event')} ${is === 1 ? 'comes' : 'come'}`];
  return `${[...gone, ...come].join(', ')}.`;
}
