// What the credentials of the role are to be: fresh, expired, a failure, or somebody's own (imds.md 1.3).
import * as z from 'zod';

const accessKeyId = z
  .string()
  .regex(/^\w{1,128}$/, 'An access key id is needed, of up to 128 letters and digits, such as ASIAABCDEFGHIJKLMNOP.');
/** Its message never repeats what was given. */
const secret = (max: number) =>
  z.string().regex(new RegExp(`^[!-~]{1,${max}}$`), `From 1 to ${max} ASCII characters without blanks are needed.`);
const expiration = z.iso.datetime({
  offset: true,
  error: 'A time as RFC 3339 writes it is needed, such as 2030-01-01T00:00:00Z.',
});
const code = z
  .string()
  .regex(
    /^(?!Success$)[A-Za-z][A-Za-z0-9.]{0,63}$/,
    'A code other than Success is needed, of up to 64 letters and digits, such as AssumeRoleUnauthorizedAccess.',
  );
const message = z
  .string()
  .min(1, 'Some text is needed; leave the message out for the usual one.')
  .max(1024, 'At most 1024 characters are allowed.');

const given = {
  kind: z.literal('given'),
  accessKeyId,
  /** Null for times that are always fresh. */
  expiration: expiration.nullable().default(null),
};
const made = [
  z.strictObject({ kind: z.literal('fresh') }),
  z.strictObject({ kind: z.literal('expired') }),
  /** Without a message, the one that EC2 has for this code. */
  z.strictObject({ kind: z.literal('failure'), code, message: message.nullable().default(null) }),
] as const;
const KINDS = 'The kind fresh, expired, failure or given is needed.';

export const roleCredentials = z.discriminatedUnion(
  'kind',
  [...made, z.strictObject({ ...given, secretAccessKey: secret(256), token: secret(8192) })],
  KINDS,
);
export type RoleCredentials = z.infer<typeof roleCredentials>;

/** As they are shown: secrets masked. */
export const shownRoleCredentials = z.discriminatedUnion('kind', [
  ...made,
  z.strictObject({ ...given, secretAccessKey: z.string(), token: z.string() }),
]);
