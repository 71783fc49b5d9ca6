// Schedules maintenance: what kind, and from when to when; without times, in seven days for two hours.
import { useState } from 'react';
import { Button } from '../components/button.tsx';
import { hasEnd } from '../../app/events/maintenance.ts';
import { MAINTENANCE_CODES, type MaintenanceCode } from '../../app/events/kinds.ts';
import field from '../fields/field.module.css';
import { Pick } from '../fields/pick.tsx';
import { scheduleMaintenance } from '../notices/actions.ts';
import styles from './events.module.css';

const OPTIONS = MAINTENANCE_CODES.map((value) => ({ value, text: value }));

export function MaintenanceForm() {
  const [code, setCode] = useState<MaintenanceCode>('system-reboot');
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const [timed, setTimed] = useState(false);
  const ends = hasEnd(code);
  const wrong = ends && from !== '' && to !== '' && to <= from;
  // What is no longer seen is not scheduled either.
  const toggle = () => {
    setTimed(!timed);
    setFrom('');
    setTo('');
  };
  const schedule = () => {
    const times = { ...moment('notBefore', from), ...(ends ? moment('notAfter', to) : {}) };
    void scheduleMaintenance(code, times);
  };
  return (
    <form
      className={styles.form}
      aria-label="Schedule maintenance"
      onSubmit={(submit) => {
        submit.preventDefault();
        if (!wrong) schedule();
      }}
    >
      <Pick label="Kind of maintenance" options={OPTIONS} value={code} onChange={setCode} />
      <Button acts type="submit">
        Schedule
      </Button>
      <Button kind="link" aria-expanded={timed} onClick={toggle}>
        {timed ? 'usual times' : 'when…'}
      </Button>
      {timed && <MomentField label="Not before" value={from} wrong={false} onChange={setFrom} />}
      {timed && ends && <MomentField label="Not after" value={to} wrong={wrong} onChange={setTo} />}
      <p className={styles.hint} role={wrong ? 'alert' : undefined}>
        {wrong ? 'It must end after it begins.' : hintText(ends)}
      </p>
    </form>
  );
}

function hintText(ends: boolean): string {
  return ends
    ? 'Times are local. Without them: in seven days, for two hours.'
    : 'The time is local. Without it: in seven days.';
}

type FieldProps = { label: string; value: string; wrong: boolean; onChange: (value: string) => void };

function MomentField({ label, value, wrong, onChange }: FieldProps) {
  return (
    <label className={styles.pair}>
      <span>{label}</span>
      <input
        type="datetime-local"
        className={`${field.input} ${styles.moment}`}
        aria-invalid={wrong}
        value={value}
        onChange={(change) => onChange(change.currentTarget.value)}
      />
    </label>
  );
}

function moment(name: 'notBefore' | 'notAfter', local: string): Record<string, string> {
  return local === '' ? {} : { [name]: new Date(local).toISOString() };
}
