// Bundles the command lines (ES modules for Node) and the Electron main process and preload (CommonJS) into dist.

import { chmod } from 'node:fs/promises';
import path from 'node:path';
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

/**
 * Commands with all they need beside them, so that the installed package has no dependency tree. What few runs need, such
 * as the libraries for certificates and configuration files, is in files of its own: reading it would slow every start.
 */
function commands(...names: string[]): RolldownOptions {
  return {
    input: Object.fromEntries(names.map((name) => [name, `main/cli/${name}.ts`])),
    platform: 'node',
    transform: { target: 'node20' },
    plugins: [mediaTypes, forgeParts, executable],
    checks: CHECKS,
    output: {
      dir: 'dist/cli',
      entryFileNames: '[name].js',
      chunkFileNames: '[name].js',
      format: 'esm',
      banner: ({ isEntry }) => (isEntry ? SHEBANG : ''),
      minify: true,
    },
  };
}

/**
 * The command that scripts copy or link to wherever they like, with no suffix. There Node goes by the next package.json: with
 * `"type": "commonjs"`, as `npm init` writes it, Node 20 ends an ES module without a word and with success. So this file is
 * valid as both: no import, export or await at its top, and Node's own modules by a call that both kinds have.
 */
function portableCommand(name: string): RolldownOptions {
  return {
    input: `main/cli/${name}.ts`,
    platform: 'node',
    transform: { target: 'node20', define: { METADECK_VERSION: JSON.stringify(packageJson.version) } },
    plugins: [mediaTypes, executable],
    checks: CHECKS,
    output: {
      file: `dist/cli/${name}.js`,
      format: 'cjs',
      banner: `${SHEBANG}(() => {\nconst require = (name) => process.getBuiltinModule(name), exports = {};`,
      footer: '})();',
      codeSplitting: false,
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
  commands('metadeck', 'start'),
  portableCommand('ec2-metadata-mock'),
  electronFile('main'),
  electronFile('preload'),
]);
