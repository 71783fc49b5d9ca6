// The names of the presets: apart from the presets themselves, so that the world's schema can know them.

export const PRESET_NAMES = [
  'spot',
  'on-demand',
  'asg-spot',
  'eks-node',
  'windows',
  'ipv6-only',
  'bare',
  'aemm',
] as const;
export type PresetName = (typeof PRESET_NAMES)[number];
