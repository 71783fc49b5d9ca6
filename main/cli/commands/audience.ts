// The commands that say who gets notices, and who holds a place.
import type { AudienceView } from '../../../app/contract/events.ts';
import { lateWords, MOST_LATE } from '../../../app/words.ts';
import { type Group, GROUPS } from '../../../app/events/kinds.ts';
import { carryOut, type ExitCode } from '../command.ts';
import type { ClientFlags } from '../client-flags.ts';
import { plain, table, type Terminal } from '../output.ts';

export type GroupFlags = ClientFlags & { group?: Group };

type Rule = AudienceView[Group]['rule'];

export function showAudience(flags: ClientFlags, terminal: Terminal): Promise<ExitCode> {
  return carryOut('audience.get', {}, { flags, terminal }, inWords);
}

/** Another rule, for one group or for all three. */
export function setAudience(rule: Rule, flags: GroupFlags, terminal: Terminal): Promise<ExitCode> {
  return carryOut('audience.set', { ...rule, ...ofGroup(flags) }, { flags, terminal }, inWords);
}

export function givePlace(client: string, flags: GroupFlags, terminal: Terminal): Promise<ExitCode> {
  return carryOut('audience.give', { client, ...ofGroup(flags) }, { flags, terminal }, inWords);
}

export function freePlaces(flags: GroupFlags, terminal: Terminal): Promise<ExitCode> {
  return carryOut('audience.free', ofGroup(flags), { flags, terminal }, inWords);
}

function ofGroup({ group }: GroupFlags): { group?: Group } {
  return group === undefined ? {} : { group };
}

/** A line for each group: its rule, who holds a place, who came too late, and what is free. */
function inWords(audience: AudienceView): string {
  return table(
    GROUPS.map((group) => {
      const { rule, holders, late, free } = audience[group];
      const held = holders.map(({ client, place }) => `${place}. ${plain(client)}`).join(', ');
      return [group, ruleWords(rule), held, lateText(late), free === null ? '' : `${free} free`];
    }),
  );
}

function lateText(late: AudienceView['spot']['late']): string {
  if (late.length > MOST_LATE) return lateWords(late.length);
  return late.length === 0 ? '' : `too late: ${late.map(({ client }) => plain(client)).join(', ')}`;
}

function ruleWords(rule: AudienceView['spot']['rule']): string {
  if (rule.kind === 'first') return `first ${rule.count}`;
  return rule.kind === 'only' ? `only ${plain(rule.clients.join(', '))}` : rule.kind;
}
