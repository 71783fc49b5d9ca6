// A piece of a sentence; one that refers to something leads there.
import { Button } from '../../components/button.tsx';
import type { Segment } from '../../../app/contract/answers.ts';
import { type Destination, destinationOf } from './destination.ts';
import { withWord } from '../filter/chips.ts';
import { setFilter, useLog } from '../../stores/log/log.ts';
import { go } from '../../stores/view.ts';

export function SegmentText({ segment }: { segment: Segment }) {
  const destination = destinationOf(segment.to);
  if (destination === null) return segment.text;
  return (
    <Button kind="link" title={destination.says} onClick={() => lead(destination)}>
      {segment.text}
    </Button>
  );
}

function lead(destination: Destination): void {
  if (destination.kind === 'filter') return setFilter(withWord(useLog.getState().filter, destination.word));
  if (destination.kind === 'screen') return go(destination.screen, destination.subject);
  document.getElementById(destination.id)?.scrollIntoView({ block: 'nearest' });
  document.getElementById(destination.id)?.focus();
}
