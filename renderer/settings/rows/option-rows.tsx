// The metadata options of the instance, as EC2's API names them: live, and part of the world, so that they can be undone.
import { DEFAULT_OPTIONS } from '../../../app/world/option-defaults.ts';
import type { Options } from '../../../app/world/options.ts';
import { Segments } from '../../components/segments.tsx';
import { changeOption } from '../../control/change-option.ts';
import { useCurrentOptions } from '../../control/pull-options.ts';
import { DefaultLine } from './default-line.tsx';
import type { Section } from './sections.ts';
import { hopsProblem } from '../../components/hops.ts';
import styles from '../settings.module.css';
import { TextField } from '../../fields/text-field.tsx';

const TOKENS = [
  { value: 'optional', text: 'IMDSv2 optional' },
  { value: 'required', text: 'IMDSv2 required' },
] as const;
const ON_OFF = [
  { value: 'enabled', text: 'enabled' },
  { value: 'disabled', text: 'disabled' },
] as const;

type Chosen = Exclude<keyof Options, 'httpPutResponseHopLimit'>;
type Choices<N extends Chosen> = readonly { value: Options[N]; text: string }[];

function OptionChoice<N extends Chosen>({ name, choices }: { name: N; choices: Choices<N> }) {
  const value = useCurrentOptions()?.[name];
  if (value === undefined) return null;
  return (
    <>
      <div className={styles.segments}>
        <Segments acts label={name} options={choices} value={value} onChange={(next) => changeOption(name, next)} />
      </div>
      <DefaultLine
        usual={DEFAULT_OPTIONS[name]}
        changed={value !== DEFAULT_OPTIONS[name]}
        what={name}
        onReset={() => changeOption(name, DEFAULT_OPTIONS[name])}
      />
    </>
  );
}

function HopLimitControl() {
  const value = useCurrentOptions()?.httpPutResponseHopLimit;
  const usual = DEFAULT_OPTIONS.httpPutResponseHopLimit;
  if (value === undefined) return null;
  return (
    <>
      <TextField
        label="httpPutResponseHopLimit"
        value={String(value)}
        check={hopsProblem}
        onTake={(typed) => changeOption('httpPutResponseHopLimit', Number(typed))}
      />
      <DefaultLine
        usual={String(usual)}
        changed={value !== usual}
        what="httpPutResponseHopLimit"
        onReset={() => changeOption('httpPutResponseHopLimit', usual)}
      />
    </>
  );
}

export const OPTIONS: Section = {
  id: 'options',
  title: 'Metadata options',
  help: 'As ModifyInstanceMetadataOptions sets them on a real instance. They belong to the world: Undo takes them back.',
  rows: [
    {
      id: 'options',
      title: 'HttpTokens',
      help: 'Required refuses every request without a token: IMDSv2 only.',
      words: 'imdsv1 imdsv2 v1 v2',
      Control: () => <OptionChoice name="httpTokens" choices={TOKENS} />,
    },
    {
      id: 'httpEndpoint',
      title: 'HttpEndpoint',
      help: 'Disabled refuses every request, as an instance without the service does.',
      Control: () => <OptionChoice name="httpEndpoint" choices={ON_OFF} />,
    },
    {
      id: 'httpPutResponseHopLimit',
      title: 'HttpPutResponseHopLimit',
      help: 'How many network hops the answer with a token may take; a container needs 2.',
      Control: HopLimitControl,
    },
    {
      id: 'httpProtocolIpv6',
      title: 'HttpProtocolIpv6',
      help: 'Whether the service answers over IPv6.',
      Control: () => <OptionChoice name="httpProtocolIpv6" choices={ON_OFF} />,
    },
    {
      id: 'instanceMetadataTags',
      title: 'InstanceMetadataTags',
      help: 'Whether the tags of the instance are in its metadata.',
      Control: () => <OptionChoice name="instanceMetadataTags" choices={ON_OFF} />,
    },
  ],
};
