// Scripts that complete a command's words in a shell, made from what its words are.

export const SHELLS = ['bash', 'fish', 'powershell', 'zsh'] as const;
export type ShellName = (typeof SHELLS)[number];

/** A flag without its dashes; `value` is what follows it: nothing, anything, a file, or one of a list. */
export type CompletedFlag = {
  name: string;
  letter?: string | undefined;
  value: 'none' | 'any' | 'file' | readonly string[];
};

/** A command by its names; `words` are those that can follow and are no flags, and with `takesFile` so can a file. */
export type CompletedCommand = {
  names: readonly string[];
  short: string;
  words: readonly string[];
  flags: readonly CompletedFlag[];
  takesFile?: boolean;
};

export type Completed = { binary: string; commands: readonly CompletedCommand[]; flags: readonly CompletedFlag[] };

export function completionScript(shell: ShellName, completed: Completed): string {
  return SCRIPTS[shell](completed);
}

const SCRIPTS: Readonly<Record<ShellName, (completed: Completed) => string>> = { bash, zsh, fish, powershell };

function namesOf({ commands }: Completed): string[] {
  return commands.flatMap(({ names }) => names);
}

function flagWords(flags: readonly CompletedFlag[]): string[] {
  return [...new Set(flags.flatMap(spellings))].sort();
}

function spellings({ name, letter }: CompletedFlag): string[] {
  return letter === undefined ? [`--${name}`] : [`--${name}`, `-${letter}`];
}

/** For each command what can follow it, and under no name what can come first: `[names, words]`. */
function cases(completed: Completed): [names: readonly string[], words: string][] {
  const rest = completed.commands.map(({ names, words, flags }): [readonly string[], string] => [
    names,
    [...new Set(words), ...flagWords(flags)].join(' '),
  ]);
  return [...rest, [[], [...namesOf(completed), ...flagWords(completed.flags)].join(' ')]];
}

/** For each flag whose value can be named what it can be, `null` for a file: `[spellings, words]`. */
function values({ commands, flags }: Completed): [flags: string[], words: string | null][] {
  const found = new Map<string, [string[], string | null]>();
  for (const flag of [...flags, ...commands.flatMap((command) => command.flags)]) {
    if (flag.value === 'file') found.set(flag.name, [spellings(flag), null]);
    else if (typeof flag.value !== 'string') found.set(flag.name, [spellings(flag), flag.value.join(' ')]);
  }
  return [...found.values()];
}

/** Picks the words by the first command on the line, and by a flag that waits for its value; files where a file is meant. */
function posixBody(completed: Completed, shell: { before: string; last: string; files: string }): string {
  const branches = cases(completed).map(([names, words]) => `      ${names.join('|') || '*'}) words="${words}" ;;\n`);
  const waiting = values(completed).map(
    ([flags, words]) =>
      `    ${flags.join('|')}) ${words === null ? `${shell.files}; return` : `words="${words}"`} ;;\n`,
  );
  return `  local words="" word=""
  for word in ${shell.before} ""; do
    case "$word" in
      -*) continue ;;
    esac
    case "$word" in
${branches.join('')}    esac
    [ "$word" = "" ] && break
    case "$word" in
      ${namesOf(completed).join('|')}) break ;;
    esac
  done
  case "${shell.last}" in
${waiting.join('')}  esac
`;
}

function functionName({ binary }: Completed): string {
  return `_${binary.replaceAll('-', '_')}`;
}

function bash(completed: Completed): string {
  const current = '"${COMP_WORDS[COMP_CWORD]}"';
  const body = posixBody(completed, {
    before: '"${COMP_WORDS[@]:1:COMP_CWORD-1}"',
    last: '${COMP_WORDS[COMP_CWORD-1]}',
    files: `COMPREPLY=($(compgen -f -- ${current}))`,
  });
  const name = functionName(completed);
  return `# bash completion for ${completed.binary}
${name}() {
${body}  COMPREPLY=($(compgen -W "$words" -- ${current}))
}
complete -o default -F ${name} ${completed.binary}
`;
}

function zsh(completed: Completed): string {
  const body = posixBody(completed, {
    before: '"${(@)words_before}"',
    last: '${words_before[-1]}',
    files: '_files',
  });
  const name = functionName(completed);
  return `#compdef ${completed.binary}
# zsh completion for ${completed.binary}
${name}() {
  local -a words_before=("\${(@)words[2,CURRENT-1]}")
${body}  compadd -- \${=words} || _files
}
compdef ${name} ${completed.binary}
`;
}

function fish({ binary, commands, flags }: Completed): string {
  const names = commands.flatMap(({ names: all, short }) =>
    all.map((name) => `complete -c ${binary} -n __fish_use_subcommand -f -a ${name} -d ${quoted(short)}\n`),
  );
  const of = commands.flatMap((command) => {
    const seen = ` -n '__fish_seen_subcommand_from ${command.names.join(' ')}'`;
    const only = command.takesFile ? '' : ' -f';
    const words = command.words.length === 0 ? '' : ` -a '${[...new Set(command.words)].join(' ')}'`;
    const first = only + words === '' ? [] : [`complete -c ${binary}${seen}${only}${words}\n`];
    return [...first, ...command.flags.map((flag) => `complete -c ${binary}${seen} ${fishFlag(flag)}\n`)];
  });
  const own = flags.map((flag) => `complete -c ${binary} -n __fish_use_subcommand ${fishFlag(flag)}\n`);
  return `# fish completion for ${binary}\n${[...names, ...own, ...of].join('')}`;
}

function fishFlag({ name, letter, value }: CompletedFlag): string {
  const named = `${letter === undefined ? '' : `-s ${letter} `}-l ${name}`;
  if (value === 'none') return named;
  return typeof value === 'string' ? `${named} -r` : `${named} -x -a '${value.join(' ')}'`;
}

function quoted(text: string): string {
  return `'${text.replaceAll(/[\\']/g, (character) => `\\${character}`)}'`;
}

function powershell(completed: Completed): string {
  const table = cases(completed).map(([names, words]) => tableLine('table', names.length === 0 ? [''] : names, words));
  const waiting = values(completed).map(([flags, words]) => tableLine('values', flags, words ?? ''));
  return `# powershell completion for ${completed.binary}
Register-ArgumentCompleter -Native -CommandName '${completed.binary}' -ScriptBlock {
  param($wordToComplete, $commandAst, $cursorPosition)
  $table = @{}
  $values = @{}
${table.join('')}${waiting.join('')}  $given = @($commandAst.CommandElements | Select-Object -Skip 1 | ForEach-Object { "$_" })
  if ($wordToComplete -and $given.Count -gt 0) { $given = @($given | Select-Object -SkipLast 1) }
  $command = $given | Where-Object { $_ -and $table.ContainsKey($_) } | Select-Object -First 1
  $last = $given | Select-Object -Last 1
  $words = if ($last -and $values.ContainsKey($last)) { $values[$last] } else { $table["$command"] }
  $words.Split(' ') | Where-Object { $_ -and $_ -like "$wordToComplete*" } | ForEach-Object {
    [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
  }
}
`;
}

function tableLine(table: string, names: readonly string[], words: string): string {
  return `  foreach ($name in ${names.map((name) => `'${name}'`).join(', ')}) { $${table}[$name] = '${words}' }\n`;
}
