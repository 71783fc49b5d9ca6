// The named instances (imds.md 7).
import { dialectOf } from '../../answer/dialects.ts';
import { wholeSeconds } from '../../time.ts';
import type { Instance } from '../../world/world.ts';
import { asciiBase64 } from '../ascii-base64.ts';
import type { Facts } from '../facts/facts.ts';
import type { Preset } from './preset.ts';
import { AEMM } from './aemm.ts';
import { ASG_SPOT } from './asg-spot.ts';
import { BARE } from './bare.ts';
import { EKS_NODE } from './eks-node.ts';
import { IPV6_ONLY } from './ipv6-only.ts';
import type { PresetName } from './names.ts';
import { ON_DEMAND } from './on-demand.ts';
import { FACTS_IN_ORDER, INTERFACE_IN_ORDER } from './order.ts';
import { SPOT } from './spot.ts';
import { WINDOWS } from './windows.ts';

export const PRESETS: Record<PresetName, Preset> = {
  spot: SPOT,
  'on-demand': ON_DEMAND,
  'asg-spot': ASG_SPOT,
  'eks-node': EKS_NODE,
  windows: WINDOWS,
  'ipv6-only': IPV6_ONLY,
  bare: BARE,
  aemm: AEMM,
};

/** Put in order rather than parsed: each start would wait until the schema's parser is made. */
function inOrder<Value extends object>(fields: readonly (keyof Value)[], value: Value): Value {
  return { ...Object.fromEntries(fields.map((field) => [field, value[field]])), ...value };
}

/** The facts of a preset for an instance made at that moment (milliseconds); fields in the schema's order, so that what is equal is written alike. */
export function presetFacts(name: PresetName, createdAt: number): Facts {
  const given = PRESETS[name].facts(wholeSeconds(createdAt));
  const interfaces = given.interfaces.map((one) => inOrder(INTERFACE_IN_ORDER, one));
  return inOrder(FACTS_IN_ORDER, { ...given, interfaces });
}

/** The user data of a preset in base64; null without any. */
export function presetUserData(name: PresetName): string | null {
  const { userData } = PRESETS[name];
  return userData === null ? null : asciiBase64(userData);
}

const EVERYONE = { kind: 'everyone' } as const;

/** A new instance as the preset has it, made now; all its times are whole seconds. */
export function presetInstance(name: PresetName, now: number): Instance {
  const createdAt = wholeSeconds(now);
  const { options, profile = 'ec2' } = PRESETS[name];
  const made: Instance = {
    name,
    preset: name,
    profile,
    aemm: null,
    createdAt,
    changedAt: createdAt,
    rotation: null,
    facts: presetFacts(name, createdAt),
    overrides: {},
    userData: presetUserData(name),
    options,
    audience: { spot: EVERYONE, maintenance: EVERYONE, lifecycle: EVERYONE },
    events: [],
  };
  return dialectOf(made).begun(made, now);
}
