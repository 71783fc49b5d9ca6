// A port of one's own, for when the usual one is taken.
import { NumberInput } from '@mantine/core';
import { Button } from '../components/button.tsx';
import { useState } from 'react';
import { startServer } from '../control/server-actions.ts';
import styles from './shell.module.css';

const HIGHEST_PORT = 65_535;

export function PortChoice({ initial }: { initial: number }) {
  const [port, setPort] = useState<number | string>(initial);
  const chosen = typeof port === 'number' ? port : null;
  const start = () => {
    if (chosen !== null) void startServer({ port: chosen });
  };
  return (
    <form
      className={styles.port}
      onSubmit={(submit) => {
        submit.preventDefault();
        start();
      }}
    >
      <NumberInput
        aria-label="Another port"
        value={port}
        onChange={setPort}
        min={0}
        max={HIGHEST_PORT}
        allowDecimal={false}
        hideControls
        w={72}
        styles={{ input: { height: 'var(--control-s)', minHeight: 'var(--control-s)' } }}
      />
      <Button acts type="submit" size="s" disabled={chosen === null}>
        Use this port
      </Button>
    </form>
  );
}
