// Says who gets notices, for one group or for all three at once.
import { Menu } from '@mantine/core';
import { Button } from '../../components/button.tsx';
import type { AudienceRule } from '../../../app/events/schema.ts';
import type { Group } from '../../../app/events/kinds.ts';
import { Caret } from '../../components/caret.tsx';
import { setAudience } from '../../notices/actions.ts';
import { useTraffic } from '../../stores/traffic.ts';
import { ruleText } from './audience-rows.ts';
import { PlacesField } from './places-field.tsx';
import styles from './fire.module.css';

const FEW = [1, 2, 3];

/** Without a group the rule is set for all three. */
export function AudienceRuleMenu({ rule, group }: { rule: AudienceRule; group?: Group }) {
  const set = (wanted: AudienceRule) => void setAudience(group === undefined ? wanted : { ...wanted, group });
  return (
    <Menu width={230}>
      <Menu.Target>
        <Button
          acts
          kind="bare"
          className={`dim ${styles.choose}`}
          aria-label={`Rule${group === undefined ? '' : ` for ${group} notices`}: ${ruleText(rule)}`}
        >
          {ruleText(rule)}
          <Caret />
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>Who gets notices</Menu.Label>
        {FEW.map((count) => (
          <Choice key={count} choice={{ kind: 'first', count }} current={rule} set={set} />
        ))}
        <PlacesField rule={rule} set={set} />
        <Menu.Divider />
        <Choice choice={{ kind: 'everyone' }} current={rule} set={set} />
        <Choice choice={{ kind: 'nobody' }} current={rule} set={set} />
        <NamedChoices rule={rule} set={set} />
      </Menu.Dropdown>
    </Menu>
  );
}

type SetRule = (rule: AudienceRule) => void;

function Choice({ choice, current, set }: { choice: AudienceRule; current: AudienceRule; set: SetRule }) {
  const text = ruleText(choice);
  return (
    <Menu.Item fw={text === ruleText(current) ? 600 : 400} onClick={() => set(choice)}>
      {text}
    </Menu.Item>
  );
}

/** Only those named: a tick for each client that is known or named. */
function NamedChoices({ rule, set }: { rule: AudienceRule; set: SetRule }) {
  const clients = useTraffic((traffic) => traffic.clients) ?? [];
  const named = rule.kind === 'only' ? rule.clients : [];
  const known = [...new Set([...named, ...clients.map((client) => client.address)])].slice(0, 12);
  if (known.length === 0) return null;
  const toggle = (address: string) => {
    const rest = named.includes(address) ? named.filter((one) => one !== address) : [...named, address];
    set(rest.length === 0 ? { kind: 'nobody' } : { kind: 'only', clients: rest });
  };
  return (
    <>
      <Menu.Divider />
      <Menu.Label>Only named</Menu.Label>
      {known.map((address) => (
        <Menu.Item
          key={address}
          closeMenuOnClick={false}
          role="menuitemcheckbox"
          aria-checked={named.includes(address)}
          leftSection={<span aria-hidden>{named.includes(address) ? '☑' : '☐'}</span>}
          onClick={() => toggle(address)}
        >
          <span className="mono">{address}</span>
        </Menu.Item>
      ))}
    </>
  );
}
