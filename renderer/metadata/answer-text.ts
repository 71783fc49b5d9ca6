// An answer of the server in a line.

/** `200 · text/plain · 10 B · no newline at the end`. */
export function answerText(answer: {
  status: number | null;
  headers: readonly (readonly [string, string])[];
  body: string;
  size: number;
}): string {
  if (answer.status === null) return 'no answer';
  const type = answer.headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1].split(';')[0];
  const end = answer.body.endsWith('\n') ? 'newline at the end' : 'no newline at the end';
  const parts = [
    String(answer.status),
    type,
    `${answer.size.toLocaleString('en')} B`,
    answer.size > 0 ? end : undefined,
  ];
  return parts.filter((part) => part !== undefined).join(' · ');
}
