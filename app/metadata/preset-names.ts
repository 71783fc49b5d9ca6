// The names of the presets: apart from the presets themselves, so that the world's schema can know them.

export const PRESET_NAMES = ['spot', 'aemm'] as const;
export type PresetName = (typeof PRESET_NAMES)[number];
