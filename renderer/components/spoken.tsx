// Says a countdown's marks to those who listen: at 60, 30, 10 and 0 seconds, and nothing between.

const MARKS_SECONDS = [60, 30, 10, 0];
const STANDS_SECONDS = 5;

/** `leftMs` is what is left; the text stands for a few seconds without changing, so it is said once. */
export function SpokenMarks({ leftMs, what }: { leftMs: number; what: string }) {
  const mark = MARKS_SECONDS.find((seconds) => leftMs <= seconds * 1000 && leftMs > (seconds - STANDS_SECONDS) * 1000);
  return (
    <span className="only-heard" role="status">
      {mark === undefined ? '' : spokenText(mark, what)}
    </span>
  );
}

function spokenText(mark: number, what: string): string {
  return mark === 0 ? `${what} now` : `${what} in ${mark} seconds`;
}
