// The metadata options that an instance has unless somebody says otherwise (imds.md 2.8).

/** What a preset has unless it says otherwise; tags are shown, unlike on a new instance of EC2. */
export const DEFAULT_OPTIONS = {
  httpTokens: 'optional',
  httpEndpoint: 'enabled',
  httpPutResponseHopLimit: 1,
  httpProtocolIpv6: 'disabled',
  instanceMetadataTags: 'enabled',
} as const;
