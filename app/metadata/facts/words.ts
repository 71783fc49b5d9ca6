// What facts may say in one word, and the forms of names that stand in paths.

export const ARCHITECTURES = ['i386', 'x86_64', 'arm64', 'x86_64_mac', 'arm64_mac'] as const;
export const LIFE_CYCLES = ['on-demand', 'spot', 'scheduled', 'capacity-block'] as const;
export const SYSTEMS = ['nitro', 'xen-on-nitro', 'xen'] as const;
export const INSTANCE_ACTIONS = ['none', 'shutdown', 'bundle-pending'] as const;

export const MAC = /^([0-9a-f]{2}:){5}[0-9a-f]{2}$/;
export const DEVICE_NAME = /^(ami|root|(ebs|ephemeral)\d{1,2})$/;
export const ROLE_NAME = /^[\w+=,.@-]{1,64}$/;
/** The keys that EC2 exposes in instance metadata (imds.md 1.3, tags). */
export const TAG_KEY = /^(?!(\.|\.\.|_index|__proto__)$)[0-9A-Za-z\-_+=,.@:]{1,255}$/;
/** The place of a key pair among those named at launch: EC2 takes one. */
export const KEY_INDEX = /^0$/;

/** What is said of a tag key that is none. */
export const TAG_KEY_NEEDED =
  'A tag key has up to 255 letters, digits and - _ + = , . @ :, and is not ".", ".." or "_index"; such as Name.';

/** Four numbers from 0 to 255, without leading zeros. */
export const IPV4 = /^((25[0-5]|2[0-4]\d|1\d\d|[1-9]\d|\d)\.){3}(25[0-5]|2[0-4]\d|1\d\d|[1-9]\d|\d)$/;

const LABEL = '[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?';
const DOMAIN = `${LABEL}(\\.${LABEL})*`;
/** One domain name, or two with a blank between, as some operating systems take them. */
export const DHCP_DOMAIN = new RegExp(`^${DOMAIN}( ${DOMAIN})?$`, 'i');
