// Controls for settings of a kind: a tick, a choice of few, each with its default.
import type { Settings } from '../../../app/settings/schema.ts';
import { DEFAULT_SETTINGS } from '../../../app/settings/defaults.ts';
import { Segments } from '../../components/segments.tsx';
import { Tick } from '../../fields/tick.tsx';
import { DefaultLine } from './default-line.tsx';
import styles from '../settings.module.css';
import { useKept } from './use-kept.ts';

type Named<T> = { [N in keyof Settings]: Settings[N] extends T ? N : never }[keyof Settings];

export function KeptTick({ name, what }: { name: Named<boolean>; what: string }) {
  const { value, set, reset, changed } = useKept(name);
  return (
    <>
      <Tick checked={value} onChange={set}>
        {what}
      </Tick>
      <DefaultLine usual={DEFAULT_SETTINGS[name] ? 'on' : 'off'} changed={changed} what={what} onReset={reset} />
    </>
  );
}

type ChoiceProps<N extends Named<string>> = {
  name: N;
  label: string;
  options: readonly { value: Settings[N]; text: string }[];
};

export function KeptChoice<N extends Named<string>>({ name, label, options }: ChoiceProps<N>) {
  const { value, set, reset, changed } = useKept(name);
  const usual = options.find((option) => option.value === DEFAULT_SETTINGS[name])?.text ?? '';
  return (
    <>
      <div className={styles.segments}>
        <Segments label={label} options={options} value={value} onChange={set} />
      </div>
      <DefaultLine usual={usual} changed={changed} what={label} onReset={reset} />
    </>
  );
}
