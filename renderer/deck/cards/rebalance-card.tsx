// The card that recommends a rebalance.
import { IconRefresh } from '@tabler/icons-react';
import { Button } from '../../components/button.tsx';
import { runCommand } from '../../commands/dispatch.ts';
import { openPhase, openRebalance, type RebalanceView } from '../../notices/standing.ts';
import { clockText, countdownText } from '../../words/time-text.ts';
import { useNow } from '../../stores/clock.ts';
import { useWorld } from '../../stores/world.ts';
import { CancelLink } from './cancel-link.tsx';
import { SmallCard } from './small-card.tsx';

export function RebalanceCard() {
  const now = useNow();
  const rebalance = openRebalance(useWorld((world) => world.events) ?? []);
  return (
    <SmallCard
      tag="rebalance"
      title="Rebalance"
      icon={<IconRefresh size={14} stroke={1.8} />}
      said={rebalance === null ? 'none' : standingText(rebalance, now)}
      beside={rebalance !== null && <CancelLink what="the rebalance recommendation" id={rebalance.id} />}
      actions={
        <Button acts onClick={() => runCommand('rebalance.fire')}>
          Fire
        </Button>
      }
    />
  );
}

function standingText(rebalance: RebalanceView, now: number): string {
  if (openPhase(rebalance, now) === 'scheduled') return `in ${countdownText(Date.parse(rebalance.noticeDueAt) - now)}`;
  return `recommended ${clockText(Date.parse(rebalance.noticeAt))}`;
}
