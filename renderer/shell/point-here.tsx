// The lines that point an app at this instance, for when the log is no longer empty.
import { Snippets } from '../onboarding/snippets.tsx';
import { useStatus } from '../stores/status.ts';

const USUAL_ENDPOINT = 'http://127.0.0.1:1338';

export function PointHere() {
  const endpoint = useStatus((store) => store.status?.endpoint) ?? USUAL_ENDPOINT;
  return <Snippets endpoint={endpoint} />;
}
