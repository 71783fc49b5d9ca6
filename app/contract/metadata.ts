// Metadata, facts, presets and options, as the control API shows them.
import * as z from 'zod';
import { factsPatch, shownFacts } from '../metadata/facts/facts.ts';
import { PRESET_NAMES } from '../metadata/presets/names.ts';
import { options, optionsPatch } from '../world/options.ts';
import { SAVED_VERSION } from '../world/saved-version.ts';
import { PROFILES, world } from '../world/world.ts';
import { answer, changes, pathChange } from './answers.ts';
import { instanceField, instanceOnly, listOf, moment, noInput, operation, wholeNumber } from './operation.ts';

export const KINDS = [
  'text',
  'enum',
  'number',
  'ipv4',
  'ipv6',
  'cidr',
  'mac',
  'time',
  'json',
  'lines',
  'key',
  'bytes',
] as const;

const metadataItem = z.strictObject({
  /** Without the version: `meta-data/instance-id`. */
  path: z.string(),
  /** The value that is served; null when absent. Secrets are masked; user data that is no text comes in base64. */
  value: z.string().nullable(),
  encoding: z.enum(['utf8', 'base64']),
  present: z.boolean(),
  source: z.enum(['fact', 'override', 'event', 'computed']),
  /** The fact that stands behind the path, in words: `availability zone`. */
  fact: z.string().optional(),
  /** True when it differs from the preset, by its fact or by an override. */
  changed: z.boolean(),
  /** What the preset says; null for absent. */
  default: z.string().nullable(),
  kind: z.enum(KINDS),
  /** The allowed values of an enum. */
  allowed: z.array(z.string()).optional(),
  /** One line of documentation. */
  doc: z.string(),
  /** The version of the service that brought it; null where undated. */
  since: z.string().nullable(),
  /** False for a path of one's own. */
  known: z.boolean(),
});
export type MetadataItem = z.infer<typeof metadataItem>;

const path = z.string().min(1).max(1024);

/** Refused as the edit itself would be; otherwise nothing is changed, and the answer is what the edit's would be. */
const dryRunField = { dryRun: z.boolean().optional() };

/** How an edit was carried out: on the fact behind the path, or on that path alone. */
const edited = z.strictObject({ how: z.enum(['fact', 'override']), changed: z.array(pathChange) });

/** Characters of a configuration; a body over HTTP may have 1 MiB. */
const MAX_IMPORT = 1_048_576;

const importedFile = z.strictObject({
  /** Of the file; its suffix says how the text is read. */
  name: z.string().min(1).max(255),
  text: z.string().max(MAX_IMPORT),
});

/** A world of any version so far; what is in it is read by that version, behind the contract. */
const anySavedWorld = z.strictObject({
  version: z
    .number()
    .int()
    .min(1)
    .max(SAVED_VERSION, `A newer Metadeck saved this world; this one reads up to version ${SAVED_VERSION}.`),
  instances: z.array(z.looseObject({})).min(1),
  routing: z.array(z.unknown()),
  hops: z.looseObject({}).optional(),
});

/** The facts as they are kept, but for the time, which is written as everywhere in the API. */
const factsView = shownFacts.extend({ launchTime: moment });

/** What a fact can be, as far as it is one of many. */
const factChoices = z.strictObject({
  /** `2026-11`. */
  asOf: z.string(),
  instanceTypes: z.array(z.string()),
  regions: z.array(
    z.strictObject({ name: z.string(), zones: z.array(z.strictObject({ name: z.string(), id: z.string() })) }),
  ),
});
export type FactChoices = z.infer<typeof factChoices>;

/** A metadata option that changes. */
const optionValue = z.union([z.string(), z.number()]);
const optionChange = z.strictObject({ option: z.string(), was: optionValue, is: optionValue });
export type OptionChange = z.infer<typeof optionChange>;

const wasAndIs = <T extends z.ZodType>(value: T) => z.strictObject({ was: value, is: value });

/** What another world would change: of the first instance, which the panel shows, its values and options; and what is in it. */
const worldChanges = changes.extend({
  options: z.array(optionChange),
  profile: wasAndIs(z.enum(PROFILES)),
  instances: wasAndIs(z.array(z.string())),
  /** How many events nobody has ended. */
  events: wasAndIs(z.number().int()),
  /** True where other clients would get notices. */
  audience: z.boolean(),
  warnings: z.array(z.string()),
});
export type WorldChanges = z.infer<typeof worldChanges>;

const presetView = z.strictObject({ name: z.string(), doc: z.string(), current: z.boolean() });

export const metadataOperations = {
  'world.get': operation({
    method: 'GET',
    path: '/v1/world',
    input: noInput,
    output: world,
    doc: 'Export the world, without credentials given by hand.',
  }),
  'world.put': operation({
    method: 'PUT',
    path: '/v1/world',
    input: anySavedWorld,
    output: world,
    doc: 'Replace the world by an exported or saved one, of this version or an earlier one; can be undone.',
  }),
  'world.import': operation({
    method: 'POST',
    path: '/v1/world/import',
    input: importedFile,
    output: z.strictObject({
      world,
      /** What the file says that nobody understands. */
      warnings: z.array(z.string()),
    }),
    doc: 'Replace the world by that of an AEMM configuration; can be undone.',
  }),
  'world.compare': operation({
    method: 'POST',
    path: '/v1/world/compare',
    input: z.union([z.strictObject({ world: anySavedWorld }), importedFile]),
    output: worldChanges,
    doc: 'Say what importing a world, or an AEMM configuration, would change; refused as the import would be.',
  }),
  'metadata.list': operation({
    method: 'GET',
    path: '/v1/metadata',
    input: z.strictObject({ ...instanceField, under: z.string().max(1024).optional() }),
    output: listOf(metadataItem),
    doc: 'Every known path, and every path of your own, with its value and where that comes from.',
  }),
  'metadata.set': operation({
    method: 'PUT',
    path: '/v1/metadata',
    input: z.union([
      z.strictObject({
        ...instanceField,
        path,
        value: z.string().max(65_536),
        /** How `value` is written; in base64 only user data can be. */
        encoding: z.enum(['utf8', 'base64']).optional(),
        only: z.boolean().optional(),
        ...dryRunField,
      }),
      z.strictObject({ ...instanceField, path, absent: z.literal(true), ...dryRunField }),
    ]),
    output: edited,
    doc: 'Change the fact behind a path, or with `only` that one path; or make it answer 404, which takes a tag away; with `dryRun` only say what would change. User data may be given in base64.',
  }),
  'metadata.reset': operation({
    method: 'DELETE',
    path: '/v1/metadata',
    input: z.union([
      z.strictObject({ ...instanceField, path }),
      z.strictObject({ ...instanceField, under: z.string().max(1024) }),
    ]),
    output: changes,
    doc: 'Reset a path, or everything below one, to what the preset says.',
  }),
  'metadata.preview': operation({
    method: 'GET',
    path: '/v1/preview',
    input: z.strictObject({ ...instanceField, path, client: z.string().max(64).optional() }),
    output: answer,
    doc: 'The answer that a client would get, with why; nothing is sent and nothing is counted.',
  }),
  'server.probe': operation({
    method: 'POST',
    path: '/v1/probe',
    input: z.union([
      z.strictObject({
        ...instanceField,
        path,
        method: z.enum(['GET', 'HEAD', 'PUT', 'POST', 'DELETE', 'PATCH', 'OPTIONS']).optional(),
        withToken: z.boolean().optional(),
      }),
      z.strictObject({ replay: wholeNumber(1, Number.MAX_SAFE_INTEGER) }),
    ]),
    output: answer,
    doc: 'Send a real request to the data plane; it is marked in the log and counts for nobody.',
  }),
  'facts.get': operation({
    method: 'GET',
    path: '/v1/facts',
    input: instanceOnly,
    output: factsView,
    doc: 'The facts that every path is computed from; credentials given by hand are masked.',
  }),
  'facts.patch': operation({
    method: 'PATCH',
    path: '/v1/facts',
    input: factsPatch.extend({ ...instanceField, launchTime: moment.optional(), ...dryRunField }),
    output: changes,
    doc: 'Change some facts; what would contradict another is refused; with `dryRun` only say what would change.',
  }),
  'facts.choices': operation({
    method: 'GET',
    path: '/v1/facts/choices',
    input: noInput,
    output: factChoices,
    doc: 'What AWS had when the tables of Metadeck were made: instance types, and Regions with their zones. The size of a type is free.',
  }),
  'presets.list': operation({
    method: 'GET',
    path: '/v1/presets',
    input: noInput,
    output: listOf(presetView),
    doc: 'The named instances.',
  }),
  'presets.apply': operation({
    method: 'POST',
    path: '/v1/presets/{name}/apply',
    input: z.strictObject({
      ...instanceField,
      name: z.enum(PRESET_NAMES, `There is no such preset. Use one of ${PRESET_NAMES.join(', ')}.`),
      fresh: z.boolean().optional(),
      ...dryRunField,
    }),
    output: changes.extend({ options: z.array(optionChange) }),
    doc: 'Make the instance what the preset says; with `fresh` without its events and rules, with `dryRun` only say what would change.',
  }),
  'options.get': operation({
    method: 'GET',
    path: '/v1/options',
    input: instanceOnly,
    output: options,
    doc: 'The metadata options of the instance, as in the EC2 API.',
  }),
  'options.patch': operation({
    method: 'PATCH',
    path: '/v1/options',
    input: optionsPatch.extend(instanceField),
    output: options,
    doc: 'Change metadata options, live.',
  }),
};
