// Text with its whitespace made visible; nothing else about it changes.

const SIGNS: Record<string, string> = { ' ': '·', '\t': '→\t', '\n': '¶\n', '\r': '␍' };

/** Spaces as dots, tabs as arrows, line ends as ¶; other control characters, and those that turn text around, by their code. */
export function visibleText(text: string): string {
  return text.replace(
    /[ \t\n\r]|[\u0000-\u001f\u007f-\u009f\u00a0\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g,
    (one) => SIGNS[one] ?? codeOf(one),
  );
}

function codeOf(character: string): string {
  return `⟨U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}⟩`;
}
