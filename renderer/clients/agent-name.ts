// A user agent in short: the SDK or program, and its version.

/** What says more than the product in front of it: the AWS SDKs and the CLI name themselves anywhere in the line. */
const TELLING = /\b(aws-cli|aws-sdk-[a-z0-9.-]+|Boto3|Botocore|aws-sdk-go(?:-v2)?)\/v?([\w.-]+)/i;
const FIRST = /^([^\s/]+)\/v?([\w.-]+)/;

/** `aws-sdk-js 3.1162.0`; as it is where it has no such form, and empty without one. */
export function agentName(userAgent: string): string {
  const found = TELLING.exec(userAgent) ?? FIRST.exec(userAgent);
  return found ? `${found[1] ?? ''} ${found[2] ?? ''}` : userAgent;
}
