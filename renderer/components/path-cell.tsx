// A path in a table: its telling end, the whole of it in the tooltip.
import { pathParts } from '../words/path-parts.ts';

export function PathCell({ target }: { target: string }) {
  const { dim, telling } = pathParts(target);
  return (
    <span title={target}>
      <span className="faint">{dim}</span>
      {telling}
    </span>
  );
}
