// Gives a client a place, and says whose it takes before it is pressed.
import { Button } from '../components/button.tsx';
import type { Group } from '../../app/events/kinds.ts';
import { givePlace } from './actions.ts';

type Props = {
  group: Group;
  client: string;
  /** Whose place it would be; null while one is free. */
  from: string | null;
  /** The first one without it. */
  instance?: string | undefined;
  className?: string | undefined;
};

export function GivePlace({ group, client, from, instance, className }: Props) {
  const words = from === null ? `give place to ${client}` : `give the place of ${from} to ${client}`;
  return (
    <Button
      acts
      kind="link"
      size="s"
      className={className}
      aria-label={`${words}, ${group} notices`}
      title={words}
      onClick={() => void givePlace(group, client, instance)}
    >
      {from === null ? 'give place' : `give ${from}’s place`}
    </Button>
  );
}
