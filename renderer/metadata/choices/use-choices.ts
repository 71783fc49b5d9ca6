// What there is to choose from for a path, asked for when the first such path is looked at.
import { useEffect } from 'react';
import { call } from '../../control/control.ts';
import { useMetadata } from '../paths/metadata-store.ts';
import { type Choice, choicesFor, hasChoices } from './choices.ts';

const REGION_PATH = 'meta-data/placement/region';

/** None while they are on their way. */
export function useChoices(path: string): Choice[] {
  const choices = useMetadata((store) => store.choices);
  const region = useMetadata((store) => store.items?.find((item) => item.path === REGION_PATH)?.value ?? '');
  const isWanted = choices === null && hasChoices(path);
  useEffect(() => {
    if (isWanted) void pullChoices();
  }, [isWanted]);
  return choicesFor(path, choices, region);
}

async function pullChoices(): Promise<void> {
  const result = await call('facts.choices', {});
  if (result.ok) useMetadata.setState({ choices: result.data });
}
