// The documents byte for byte (imds.md 1.3, 1.4).
import { expect, test } from 'vitest';
import { CREATED_AT, exampleFacts, exampleInterface } from './instance.example.ts';
import { identityDocument, identityInfo, profileInfo } from './identity.ts';

test('the identity document', () => {
  expect(identityDocument(exampleFacts())).toBe(
    `{
  "accountId" : "123456789012",
  "architecture" : "arm64",
  "availabilityZone" : "us-east-1a",
  "billingProducts" : null,
  "devpayProductCodes" : null,
  "marketplaceProductCodes" : null,
  "imageId" : "ami-0a1b2c3d4e5f67890",
  "instanceId" : "i-0f3a27b9d04ec91e5",
  "instanceType" : "m7g.large",
  "kernelId" : null,
  "pendingTime" : "2024-08-01T11:59:00Z",
  "privateIp" : "10.0.12.34",
  "ramdiskId" : null,
  "region" : "us-east-1",
  "version" : "2017-09-30"
}`,
  );
});

test('product codes stand in one line', () => {
  const document = identityDocument(exampleFacts({ productCodes: ['1abc2', '3def4'] }));
  expect(document).toContain('"marketplaceProductCodes" : [ "1abc2", "3def4" ],');
});

test('billing products stand likewise', () => {
  const document = identityDocument(exampleFacts({ billingProducts: ['bp-6fa54006', 'bp-79a54010'] }));
  expect(document).toContain('"billingProducts" : [ "bp-6fa54006", "bp-79a54010" ],');
});

test('without an IPv4 address there is no private one', () => {
  const interfaces = [exampleInterface({ privateIpv4s: [], publicIpv4s: [] })];
  expect(identityDocument(exampleFacts({ interfaces }))).toContain('"privateIp" : null,');
});

test('iam/info names the profile', () => {
  expect(profileInfo(exampleFacts(), CREATED_AT)).toBe(
    `{
  "Code" : "Success",
  "LastUpdated" : "2024-08-01T11:59:00Z",
  "InstanceProfileArn" : "arn:aws:iam::123456789012:instance-profile/metadeck-profile",
  "InstanceProfileId" : "AIPAQ4M7WZ2KXJ5NBT3RV"
}`,
  );
});

test('an IAM path is in the ARN', () => {
  const { instanceProfile } = exampleFacts();
  const facts = exampleFacts({
    instanceProfile: instanceProfile && { ...instanceProfile, profileName: 'team/web/profile' },
  });
  expect(profileInfo(facts, CREATED_AT)).toContain('"arn:aws:iam::123456789012:instance-profile/team/web/profile"');
});

test('the ARN is of the partition', () => {
  expect(profileInfo(exampleFacts({ region: 'cn-north-1' }), CREATED_AT)).toContain('"arn:aws-cn:iam::');
});

test('without an instance profile there is no iam/info', () => {
  expect(profileInfo(exampleFacts({ instanceProfile: null }), CREATED_AT)).toBeNull();
});

test('identity-credentials/ec2/info names the account', () => {
  expect(identityInfo(exampleFacts(), CREATED_AT)).toBe(
    '{\n  "Code" : "Success",\n  "LastUpdated" : "2024-08-01T11:59:00Z",\n  "AccountId" : "123456789012"\n}',
  );
});
