// The card that recommends a rebalance.
import { IconRefresh } from '@tabler/icons-react';
import { runCommand } from '../commands.ts';
import { PlainButton } from '../components/plain-button.tsx';
import { cancelEvent } from '../events/actions.ts';
import { openPhase, openRebalance } from '../events/standing.ts';
import { clockText, countdownText } from '../events/time-text.ts';
import { useNow } from '../stores/clock.ts';
import { useWorld } from '../stores/world.ts';
import { SmallCard } from './small-card.tsx';

export function RebalanceCard() {
  const now = useNow();
  const rebalance = openRebalance(useWorld((world) => world.events) ?? []);
  return (
    <SmallCard
      tag="rebalance"
      title="Rebalance"
      icon={<IconRefresh size={14} stroke={1.8} />}
      said={rebalance === null ? 'none' : <Standing rebalance={rebalance} now={now} />}
      actions={<PlainButton onClick={() => runCommand('rebalance.fire')}>Fire</PlainButton>}
    />
  );
}

function Standing({ rebalance, now }: { rebalance: NonNullable<ReturnType<typeof openRebalance>>; now: number }) {
  const due = Date.parse(rebalance.noticeDueAt);
  const scheduled = openPhase(rebalance, now) === 'scheduled';
  return (
    <>
      <span>
        {scheduled ? `in ${countdownText(due - now)}` : `recommended ${clockText(Date.parse(rebalance.noticeAt))}`}
      </span>
      <button
        type="button"
        className="link"
        aria-label="cancel the rebalance recommendation"
        onClick={() => void cancelEvent(rebalance.id)}
      >
        cancel
      </button>
    </>
  );
}
