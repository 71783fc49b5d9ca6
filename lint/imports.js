// Who may import what: the arrows of the architecture as a lint rule, for import, export from, import() and import types.

import path from 'node:path';

/**
 * What the files of one folder may import. `*` at the end of a package stands for anything.
 * @typedef {{ folders: string[], typeFolders?: string[], packages: string[] }} Rules
 */

/**
 * The parts of oxlint's syntax tree and rule context that the rule looks at; oxlint does not export its types.
 * @typedef {{ value?: unknown }} Source
 * @typedef {{ source: Source | null, importKind?: string, exportKind?: string }} ImportNode
 * @typedef {{ filename: string, report: (problem: { node: Source, message: string }) => void }} Context
 */

const REPOSITORY = path.resolve(import.meta.dirname, '..');

/** A folder inside another stands before it: the first that fits a file counts. @type {Record<string, Rules>} */
const RULES = {
  app: { folders: ['app'], packages: ['zod'] },
  server: {
    folders: ['app', 'server'],
    packages: ['koa', '@koa/router', 'zustand/vanilla', 'env-paths', 'node-forge', 'smol-toml', 'yaml', 'node:*'],
  },
  'main/mock': { folders: ['app', 'server', 'main/mock'], packages: ['node:*'] },
  'main/cli': { folders: ['app', 'server', 'main/mock', 'main/cli'], packages: ['commander', 'node:*'] },
  'main/electron': { folders: ['app', 'server', 'main/electron'], packages: ['electron', 'electron/*', 'node:*'] },
  'renderer/stores': { folders: ['app', 'renderer/stores'], packages: ['zustand'] },
  'renderer/control': {
    folders: ['app', 'renderer/stores', 'renderer/control'],
    packages: ['react', 'zustand'],
  },
  renderer: {
    folders: ['app', 'renderer'],
    packages: [
      'react',
      'react/*',
      'react-dom',
      'react-dom/*',
      'zustand',
      'zustand/*',
      '@mantine/*',
      '@tabler/icons-react',
      '@fontsource-variable/*',
      '@codemirror/*',
    ],
  },
  e2e: { folders: ['e2e'], typeFolders: ['app'], packages: ['*'] },
};

/** The panel's table of what its commands do reaches every part, so that no part may reach it. */
const COMMAND_TABLE = 'renderer/commands/run.ts';
const COMMAND_TABLE_READERS = ['renderer/start.tsx'];

/** What a test may import beside what its neighbours may. The tests of the core stay as pure as the core. */
const TEST_PACKAGES = ['vitest', 'fast-check'];
const TEST_PACKAGES_OUTSIDE_APP = [...TEST_PACKAGES, 'node:*'];

const TEST_FILE = /\.test\.tsx?$/;
/** What only tests are made of stands beside the product, and no part of the product may lean on it. */
const EXAMPLE_FILE = /\.example\.tsx?$/;

/** Rooms that few may enter, and who: a subject that the rest of its part knows nothing of. */
const ROOMS = [{ within: 'app', room: 'app/aemm', doors: ['app/aemm/', 'app/answer/dialects.ts', 'app/world/'] }];

/** @param {string} file @param {string} folder */
function isInside(file, folder) {
  return file.startsWith(`${folder}/`);
}

/** @param {string} name @param {string} pattern */
function matches(name, pattern) {
  return pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern;
}

/** The rules for a file, or undefined where there are none (the configs at the top). @param {string} file */
function rulesFor(file) {
  const entry = Object.entries(RULES).find(([folder]) => isInside(file, folder));
  if (entry === undefined) return undefined;
  const [folder, rules] = entry;
  if (!TEST_FILE.test(file)) return rules;
  return { ...rules, packages: [...rules.packages, ...(folder === 'app' ? TEST_PACKAGES : TEST_PACKAGES_OUTSIDE_APP)] };
}

/** @param {Rules} rules @param {string} name */
function packageRefusal(rules, name) {
  if (rules.packages.some((pattern) => matches(name, pattern))) return undefined;
  return `may import only these packages: ${rules.packages.join(', ')}`;
}

/** @param {Rules} rules @param {string} target @param {boolean} isType */
function fileRefusal(rules, target, isType) {
  const typeFolders = rules.typeFolders ?? [];
  const folders = isType ? [...rules.folders, ...typeFolders] : rules.folders;
  if (folders.some((folder) => isInside(target, folder))) return undefined;
  const types = typeFolders.length > 0 ? ` (and only types from: ${typeFolders.join(', ')})` : '';
  return `may import only from: ${rules.folders.join(', ')}${types}`;
}

/** @param {string} file @param {string} target */
function roomRefusal(file, target) {
  const closed = ROOMS.find(
    ({ within, room, doors }) =>
      isInside(target, room) && isInside(file, within) && !doors.some((door) => file.startsWith(door)),
  );
  if (closed === undefined || TEST_FILE.test(file)) return undefined;
  return `may import only what knows nothing of ${closed.room}: only ${closed.doors.join(', ')} go in there`;
}

/**
 * Why `file` (a path from the top of the repository) may not import `specifier`, or undefined when it may.
 * @param {string} file @param {string} specifier @param {boolean} isType
 */
export function refusal(file, specifier, isType = false) {
  const rules = rulesFor(file);
  if (rules === undefined) return undefined;
  if (!specifier.startsWith('.')) return packageRefusal(rules, specifier);
  if (EXAMPLE_FILE.test(specifier) && !TEST_FILE.test(file) && !EXAMPLE_FILE.test(file))
    return 'may import only parts of the product: what ends in .example is made for tests';
  const target = path.posix.join(path.posix.dirname(file), specifier);
  if (target === COMMAND_TABLE && !COMMAND_TABLE_READERS.includes(file) && !TEST_FILE.test(file))
    return `may import only commands/dispatch.ts: the table of commands is for ${COMMAND_TABLE_READERS.join(', ')}`;
  return roomRefusal(file, target) ?? fileRefusal(rules, target, isType);
}

/** @param {Context} context */
function create(context) {
  const file = path.relative(REPOSITORY, context.filename).split(path.sep).join('/');

  /** @param {Source | null} source @param {boolean} isType */
  function check(source, isType) {
    if (typeof source?.value !== 'string') return;
    const reason = refusal(file, source.value, isType);
    if (reason !== undefined) context.report({ node: source, message: `'${source.value}': ${file} ${reason}.` });
  }

  return {
    ImportDeclaration: (/** @type {ImportNode} */ node) => check(node.source, node.importKind === 'type'),
    ExportNamedDeclaration: (/** @type {ImportNode} */ node) => check(node.source, node.exportKind === 'type'),
    ExportAllDeclaration: (/** @type {ImportNode} */ node) => check(node.source, node.exportKind === 'type'),
    ImportExpression: (/** @type {ImportNode} */ node) => check(node.source, false),
    TSImportType: (/** @type {ImportNode} */ node) => check(node.source, true),
  };
}

export default { meta: { name: 'house' }, rules: { imports: { create } } };
