// The box that makes a path answer 404, and takes that back.
import { Checkbox } from '@mantine/core';
import { useState } from 'react';
import { makeAbsent, makePresent, orTell } from '../paths/edits.ts';

export function AbsentBox({ path, absent, words }: { path: string; absent: boolean; words: string }) {
  // What was asked for stands until the server has answered.
  const [asked, setAsked] = useState<boolean | null>(null);
  const ask = async (wanted: boolean) => {
    setAsked(wanted);
    await orTell(wanted ? makeAbsent(path) : makePresent(path));
    setAsked(null);
  };
  return (
    <Checkbox
      size="xs"
      label={words}
      checked={asked ?? absent}
      onChange={(change) => void ask(change.currentTarget.checked)}
    />
  );
}
