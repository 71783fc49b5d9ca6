// Documents about who the instance is: the identity document, and the info beside its credentials (imds.md 1.3, 1.4).
import { isoSeconds } from '../time.ts';
import type { Facts } from './facts/facts.ts';
import { primaryInterface } from './facts/hostnames.ts';
import { jsonText } from './json-text.ts';
import { partitionOf } from './regions/regions.ts';

/** `dynamic/instance-identity/document`, byte for byte as captured (imds.md 1.4). */
export function identityDocument(facts: Facts): string {
  return jsonText([
    ['accountId', facts.accountId],
    ['architecture', facts.architecture],
    ['availabilityZone', facts.availabilityZone],
    ['billingProducts', facts.billingProducts],
    ['devpayProductCodes', null],
    ['marketplaceProductCodes', facts.productCodes.length > 0 ? facts.productCodes : null],
    ['imageId', facts.amiId],
    ['instanceId', facts.instanceId],
    ['instanceType', facts.instanceType],
    ['kernelId', facts.kernelId],
    ['pendingTime', isoSeconds(facts.launchTime)],
    ['privateIp', primaryInterface(facts).privateIpv4s[0] ?? null],
    ['ramdiskId', facts.ramdiskId],
    ['region', facts.region],
    ['version', '2017-09-30'],
  ]);
}

/** `iam/info`; null without an instance profile. */
export function profileInfo({ instanceProfile, region, accountId }: Facts, lastUpdated: number): string | null {
  if (!instanceProfile) return null;
  const arn = `arn:${partitionOf(region).name}:iam::${accountId}:instance-profile/${instanceProfile.profileName}`;
  return jsonText([
    ['Code', 'Success'],
    ['LastUpdated', isoSeconds(lastUpdated)],
    ['InstanceProfileArn', arn],
    ['InstanceProfileId', instanceProfile.profileId],
  ]);
}

/** `identity-credentials/ec2/info`. */
export function identityInfo({ accountId }: Facts, lastUpdated: number): string {
  return jsonText([
    ['Code', 'Success'],
    ['LastUpdated', isoSeconds(lastUpdated)],
    ['AccountId', accountId],
  ]);
}
