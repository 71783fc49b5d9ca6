// Bundles the command lines, and the Electron main process and preload, into dist.

import { chmod } from 'node:fs/promises';
import path from 'node:path';
import { deflateRawSync } from 'node:zlib';
import packageJson from './package.json' with { type: 'json' };
import { defineConfig, type Plugin, type RolldownOptions } from 'rolldown';

const SHEBANG = '#!/usr/bin/env node\n';

/** Koa's own dependency depd evaluates a function it wrote itself; nothing that we could do about it. */
const CHECKS = { eval: false };

/** The commands are run as they are, so they must be executable. */
const executable: Plugin = {
  name: 'executable',
  async writeBundle(output, bundle) {
    const folder = output.dir ?? path.dirname(output.file ?? '.');
    const entries = Object.values(bundle).filter((part) => part.type === 'chunk' && part.isEntry);
    await Promise.all(entries.map(({ fileName }) => chmod(path.join(folder, fileName), 0o755)));
  },
};

/**
 * Koa brings several copies of the table of all media types, half a megabyte to load at each start, for short names that
 * Metadeck never uses: it writes its content types out.
 */
const mediaTypes: Plugin = {
  name: 'media-types',
  load: {
    filter: { id: /[\\/]mime-db[\\/]db\.json$/ },
    handler: () => ({ code: '{ "application/json": { "extensions": ["json"] } }', moduleType: 'json' }),
  },
};

/** Of node-forge only certificates and PKCS #7 are used: without TLS, SSH and the rest it is half as large. */
const forgeParts: Plugin = {
  name: 'forge-parts',
  load: {
    filter: { id: /[\\/]node-forge[\\/]lib[\\/]index\.js$/ },
    handler: () =>
      "module.exports = require('./forge'); require('./sha256'); require('./rsa'); require('./x509'); require('./pkcs7');",
  },
};

/** The chunk that is loaded by each run that serves, which is nearly every one. */
const SERVING = 'serve';

/** What a chunk asks for by its file's name, as Node would; everything else is Node's own. */
const LOADER = `const parts = {}, loaded = {}, here = typeof __filename === 'string' ? __filename : __name;
const require = (name) => {
  if (loaded[name]) return loaded[name].exports;
  const part = parts[name];
  if (part === undefined) return process.getBuiltinModule(name);
  const module = loaded[name] = { exports: {} };
  const run = typeof part === 'string' ? compile(name, part) : part;
  run(module.exports, require, module, here);
  return module.exports;
};
const compile = (name, packed) => {
  const text = process.getBuiltinModule('node:zlib').inflateRawSync(Buffer.from(packed, 'base64')).toString();
  const names = ['exports', 'require', 'module', '__filename'];
  return process.getBuiltinModule('node:vm').compileFunction(text, names, { filename: __name + name.slice(1) });
};
`;

/**
 * Puts a command and its chunks into one file. Those that no start needs lie in it packed: reading that costs next to
 * nothing, where parsing what they hold took a third of each start. The brackets around a function make Node compile it at
 * once, not look it through and compile it later. All of it in ASCII, which Node keeps in half the room.
 */
const inOneFile: Plugin = {
  name: 'in-one-file',
  generateBundle(_options, bundle) {
    const chunks = Object.values(bundle).filter((part) => part.type === 'chunk');
    const entry = chunks.find(({ isEntry }) => isEntry);
    if (!entry) return;
    const byName = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
    const needed = new Set<string>();
    const need = (name: string): void => {
      if (needed.has(name)) return;
      needed.add(name);
      byName.get(name)?.imports.forEach(need);
    };
    need(entry.fileName);
    for (const { fileName, name } of chunks) if (name === SERVING) need(fileName);
    const parts = chunks
      .filter((chunk) => chunk !== entry)
      .map(({ fileName, code }) => {
        const part = needed.has(fileName)
          ? `(function (exports, require, module, __filename) {${code}})`
          : `'${deflateRawSync(code).toString('base64')}'`;
        return `parts[${JSON.stringify(`./${fileName}`)}] = ${part};\n`;
      });
    const head = `${SHEBANG}(function () {\nconst __name = ${JSON.stringify(entry.name)};\n${LOADER}`;
    entry.code = inAscii(
      `${head}${parts.join('')}const exports = {};\nloaded[${JSON.stringify(`./${entry.fileName}`)}] = { exports };\n${entry.code}\n})();\n`,
    );
    for (const { fileName } of chunks) if (fileName !== entry.fileName) delete bundle[fileName];
  },
};

/** Of minified code, whose letters beyond ASCII all stand in texts and patterns. */
function inAscii(code: string): string {
  return code.replaceAll(/[^\u0000-\u007f]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/**
 * A command with all that it needs in one file, so that the installed package has no dependency tree, and scripts can copy
 * or link it to wherever they like, with no suffix. There Node goes by the next package.json: with `"type": "commonjs"`, as
 * `npm init` writes it, Node 20 ends an ES module without a word and with success. So the file is valid as both: no import,
 * export or await at its top, and Node's own modules by a call that both kinds have. Here it is CommonJS by its suffix,
 * since Node takes longer to load an ES module.
 */
function command(name: string): RolldownOptions {
  return {
    input: { [name]: `main/cli/${name}.ts` },
    platform: 'node',
    transform: { target: 'node20', define: { METADECK_VERSION: JSON.stringify(packageJson.version) } },
    plugins: [mediaTypes, forgeParts, inOneFile, executable],
    checks: CHECKS,
    output: {
      dir: 'dist/cli',
      entryFileNames: '[name].cjs',
      chunkFileNames: '[name].cjs',
      format: 'cjs',
      minify: true,
    },
  };
}

/** A file that Electron loads. CommonJS: a sandboxed preload can be nothing else, and one format for both is simpler. */
function electronFile(name: string): RolldownOptions {
  return {
    input: `main/electron/${name}.ts`,
    platform: 'node',
    external: ['electron', /^electron\//],
    // Electron 22 (Node 16.17, Chrome 108) is the oldest that the window is tested on.
    transform: { target: ['node16.17', 'chrome108'] },
    plugins: [mediaTypes, forgeParts],
    checks: CHECKS,
    output: { file: `dist/electron/${name}.cjs`, format: 'cjs', codeSplitting: false },
  };
}

export default defineConfig([
  command('metadeck'),
  command('start'),
  command('ec2-metadata-mock'),
  electronFile('main'),
  electronFile('preload'),
]);
