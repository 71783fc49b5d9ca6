// Scripts that complete commands and flags in a shell, made from the same tables as the help.
import { BINARY, COMMANDS, flagsOf, ROOT, SHELLS, type Command, type ShellName } from './commands.ts';

/** The script for a shell. */
export function completionScript(shell: ShellName): string {
  return SCRIPTS[shell]();
}

const SCRIPTS: Readonly<Record<ShellName, () => string>> = { bash, zsh, fish, powershell };

const NAMES = COMMANDS.flatMap(({ name, aliases }) => [name, ...aliases]);

function flagWords(command: Command): string[] {
  const letters = flagsOf(command).flatMap(({ letter }) => (letter === undefined ? [] : [`-${letter}`]));
  return [...flagsOf(command).map(({ name }) => `--${name}`), ...letters, '--help', '-h'].sort();
}

/** For each command what can follow it: `[patterns, words]`. */
function cases(): [patterns: string, words: string][] {
  const rest = COMMANDS.map((command): [string, string] => {
    const more = { completion: SHELLS, help: NAMES }[command.name as string] ?? [];
    return [[command.name, ...command.aliases].join('|'), [...more, ...flagWords(command)].join(' ')];
  });
  return [...rest, ['*', [...NAMES, ...flagWords(ROOT), '--version', '-v'].join(' ')]];
}

/** Picks the words by the first command on the line; files where a file is meant. */
function posixFunction(words: string, current: string): string {
  const branches = cases().map(([patterns, list]) => `      ${patterns}) words="${list}" ;;\n`);
  return `  local words="" word=""
  for word in ${words} ""; do
    case "$word" in
      -*) continue ;;
    esac
    case "$word" in
${branches.join('')}    esac
    [ "$word" = "" ] && break
    case "$word" in
      ${NAMES.join('|')}) break ;;
    esac
  done
${current}`;
}

function bash(): string {
  const body = posixFunction(
    `"\${COMP_WORDS[@]:1:COMP_CWORD-1}"`,
    `  case "\${COMP_WORDS[COMP_CWORD-1]}" in
    -c|--config-file) COMPREPLY=($(compgen -f -- "\${COMP_WORDS[COMP_CWORD]}")); return ;;
  esac
  COMPREPLY=($(compgen -W "$words" -- "\${COMP_WORDS[COMP_CWORD]}"))
`,
  );
  return `# bash completion for ${BINARY}\n_ec2_metadata_mock() {\n${body}}\ncomplete -F _ec2_metadata_mock ${BINARY}\n`;
}

function zsh(): string {
  const body = posixFunction(
    `"\${(@)words_before}"`,
    `  case "\${words_before[-1]}" in
    -c|--config-file) _files; return ;;
  esac
  compadd -- \${=words}
`,
  );
  const head = `#compdef ${BINARY}\n# zsh completion for ${BINARY}\n_ec2_metadata_mock() {\n`;
  const before = `  local -a words_before=("\${(@)words[2,CURRENT-1]}")\n`;
  return `${head}${before}${body}}\ncompdef _ec2_metadata_mock ${BINARY}\n`;
}

function fish(): string {
  const commands = COMMANDS.flatMap(({ name, aliases, short }) =>
    [name, ...aliases].map((word) => `complete -c ${BINARY} -n __fish_use_subcommand -f -a ${word} -d '${short}'\n`),
  );
  const flags = [ROOT, ...COMMANDS].flatMap((command) => {
    const seen = `__fish_seen_subcommand_from ${[command.name, ...command.aliases].join(' ')}`;
    const condition = command === ROOT ? '' : ` -n '${seen}'`;
    const own = command === ROOT ? flagsOf(ROOT) : command.flags;
    return own.map((flag) => `complete -c ${BINARY}${condition} ${fishFlag(flag.name, flag.letter, flag.kind)}\n`);
  });
  const shells = `complete -c ${BINARY} -n '__fish_seen_subcommand_from completion' -f -a '${SHELLS.join(' ')}'\n`;
  return `# fish completion for ${BINARY}\n${commands.join('')}${shells}${flags.join('')}`;
}

function fishFlag(name: string, letter: string | undefined, kind: string): string {
  const short = letter === undefined ? '' : `-s ${letter} `;
  return `${short}-l ${name}${kind === 'bool' ? '' : ' -r'}`;
}

function powershell(): string {
  const list = cases().map(([patterns, words]) => {
    const names = patterns === '*' ? ["''"] : patterns.split('|').map((name) => `'${name}'`);
    return `  foreach ($name in ${names.join(', ')}) { $table[$name] = '${words}' }\n`;
  });
  return `# powershell completion for ${BINARY}
Register-ArgumentCompleter -Native -CommandName '${BINARY}' -ScriptBlock {
  param($wordToComplete, $commandAst, $cursorPosition)
  $table = @{}
${list.join('')}  $given = $commandAst.CommandElements | Select-Object -Skip 1 | ForEach-Object { "$_" }
  $command = $given | Where-Object { $_ -and $_ -ne $wordToComplete -and $table.ContainsKey($_) } | Select-Object -First 1
  $table["$command"].Split(' ') | Where-Object { $_ -like "$wordToComplete*" } | ForEach-Object {
    [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
  }
}
`;
}
