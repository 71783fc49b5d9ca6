// The Regions of AWS with their zones. Letters and numbers of the zone ids are from AWS's pages "AWS Availability Zones" and "AZ IDs", Local
// Zones from "Available Local Zones", Wavelength Zones from "Available Wavelength Zones"; which Regions there are, and their partitions, from
// the partition data of the SDKs (botocore 1.44.8). docs/fidelity.md says what is not published.

/** Until when AWS's pages were read. */
export const AS_OF = '2026-11';

/** A letter and the number in its zone id; after the bar, what follows the Region's name in Local Zones and Wavelength Zones. */
type Zones = string;

export type Partition = {
  name: string;
  domain: string;
  /** How names of its Regions begin. */
  prefixes: readonly string[];
  regions: Readonly<Record<string, Zones>>;
};

const COMMERCIAL: Readonly<Record<string, Zones>> = {
  'af-south-1': 'a1 b2 c3 | los-1a',
  'ap-east-1': 'a1 b2 c3',
  'ap-east-2': 'a1 b2 c3',
  'ap-northeast-1': 'a4 b3 c1 d2 | tpe-1a wl1-kix-wlz-1 wl1-nrt-wlz-1',
  'ap-northeast-2': 'a1 b2 c3 d4 | wl1-cjj-wlz-1 wl1-sel-wlz-1',
  'ap-northeast-3': 'a3 b1 c2',
  'ap-south-1': 'a1 b3 c2 | ccu-1a ccu-2a del-1a del-2a',
  'ap-south-2': 'a1 b2 c3',
  'ap-southeast-1': 'a1 b2 c3 | bkk-1a han-1a mnl-1a',
  'ap-southeast-2': 'a1 b3 c2 | akl-1a per-1a',
  'ap-southeast-3': 'a1 b2 c3',
  'ap-southeast-4': 'a1 b2 c3',
  'ap-southeast-5': 'a1 b2 c3',
  'ap-southeast-6': 'a1 b2 c3',
  'ap-southeast-7': 'a1 b2 c3',
  'ca-central-1': 'a1 b2 d4 | wl1-yto-wlz-1',
  'ca-west-1': 'a1 b2 c3',
  'eu-central-1': 'a2 b3 c1 | ath-1a ham-1a ist-1a waw-1a wl1-ber-wlz-1 wl1-dtm-wlz-1 wl1-muc-wlz-1',
  'eu-central-2': 'a1 b2 c3',
  'eu-north-1': 'a1 b2 c3 | cph-1a hel-1a',
  'eu-south-1': 'a1 b2 c3',
  'eu-south-2': 'a1 b2 c3',
  'eu-west-1': 'a2 b3 c1',
  'eu-west-2': 'a2 b3 c1 d4 | wl1-lon-wlz-1 wl1-man-wlz-1 wl2-man-wlz-1',
  'eu-west-3': 'a1 b2 c3 | cmn-1a wl1-cmn-wlz-1 wl1-dss-wlz-1',
  'il-central-1': 'a1 b2 c3',
  'me-central-1': 'a1 b2 c3',
  'me-south-1': 'a1 b2 c3 | mct-1a',
  'me-west-1': 'a1 b2 c3',
  'mx-central-1': 'a1 b2 c3',
  'sa-east-1': 'a1 b2 c3',
  'sa-west-1': 'a1 b2 c3',
  'us-east-1':
    'a4 b6 c1 d2 e3 f5 | atl-1a atl-2a bos-1a bue-1a chi-1a chi-2a dfw-1a dfw-2a iah-1a iah-2a lim-1a mci-1a mia-1a mia-2a msp-1a nyc-1a ' +
    'nyc-2a phl-1a qro-1a scl-1a wl1-atl-wlz-1 wl1-bna-wlz-1 wl1-bos-wlz-1 wl1-chi-wlz-1 wl1-clt-wlz-1 wl1-dfw-wlz-1 wl1-dtw-wlz-1 ' +
    'wl1-iah-wlz-1 wl1-mia-wlz-1 wl1-msp-wlz-1 wl1-nyc-wlz-1 wl1-tpa-wlz-1 wl1-was-wlz-1',
  'us-east-2': 'a1 b2 c3 | mci-1a mci-1b',
  'us-west-1': 'a1 b2 c3',
  'us-west-2':
    'a2 b1 c3 d4 | den-1a hnl-1a las-1a las-1b lax-1a lax-1b pdx-1a phx-1a phx-2a sea-1a wl1-den-wlz-1 wl1-las-wlz-1 wl1-lax-wlz-1 ' +
    'wl1-phx-wlz-1 wl1-sea-wlz-1 wl1-sfo-wlz-1',
};

/** The first is that of any Region whose name begins like none. */
export const PARTITIONS: readonly [Partition, ...Partition[]] = [
  { name: 'aws', domain: 'amazonaws.com', prefixes: [], regions: COMMERCIAL },
  {
    name: 'aws-cn',
    domain: 'amazonaws.com.cn',
    prefixes: ['cn-'],
    regions: { 'cn-north-1': 'a1 b2 d4', 'cn-northwest-1': 'a1 b2 c3' },
  },
  {
    name: 'aws-us-gov',
    domain: 'amazonaws.com',
    prefixes: ['us-gov-'],
    regions: { 'us-gov-east-1': 'a1 b2 c3', 'us-gov-west-1': 'a1 b2 c3' },
  },
  {
    name: 'aws-eusc',
    domain: 'amazonaws.eu',
    prefixes: ['eusc-'],
    regions: { 'eusc-de-east-1': 'a1 b2 c3' },
  },
  {
    name: 'aws-iso',
    domain: 'c2s.ic.gov',
    prefixes: ['us-iso-'],
    regions: { 'us-iso-east-1': 'a1 b2 c3', 'us-iso-west-1': 'a1 b2 c3' },
  },
  {
    name: 'aws-iso-b',
    domain: 'sc2s.sgov.gov',
    prefixes: ['us-isob-'],
    regions: { 'us-isob-east-1': 'a1 b2 c3', 'us-isob-west-1': 'a1 b2 c3' },
  },
  {
    name: 'aws-iso-e',
    domain: 'cloud.adc-e.uk',
    prefixes: ['eu-isoe-'],
    regions: { 'eu-isoe-west-1': 'a1 b2 c3' },
  },
  {
    name: 'aws-iso-f',
    domain: 'csp.hci.ic.gov',
    prefixes: ['us-isof-'],
    regions: { 'us-isof-east-1': 'a1 b2 c3', 'us-isof-south-1': 'a1 b2 c3' },
  },
];

/** Opened before November 2012: each older account has its own letters; the table has those of one. */
export const BY_ACCOUNT: ReadonlySet<string> = new Set([
  'ap-northeast-1',
  'ap-southeast-1',
  'ap-southeast-2',
  'eu-west-1',
  'sa-east-1',
  'us-east-1',
  'us-gov-west-1',
  'us-west-1',
  'us-west-2',
]);

/** Regions whose zones and ids AWS has not published: three zones, with ids as elsewhere, are assumed, and any id is taken. */
export const UNPUBLISHED: ReadonlySet<string> = new Set([
  'eu-isoe-west-1',
  'eusc-de-east-1',
  'me-west-1',
  'sa-west-1',
  'us-iso-east-1',
  'us-iso-west-1',
  'us-isob-east-1',
  'us-isob-west-1',
  'us-isof-east-1',
  'us-isof-south-1',
]);
