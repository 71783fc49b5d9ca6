// The catalogue: what the facts alone don't say, being credentials, documents, user data, and the paths of events (imds.md 1.3 to 1.5).
import { type Entry, type PresentValue, type Moment, type Source, computed, entry, resetOf } from './entry.ts';
import {
  type Credentials,
  credentialsDocument,
  credentialSets,
  failureDocument,
  maskedDocument,
  roleSets,
  roleTimes,
  setOf,
  type Sets,
} from '../credentials.ts';
import { rotationAt } from '../rotation.ts';
import { identityDocument, identityInfo, profileInfo } from '../identity.ts';
import { failsProfile, failureMessage } from '../facts/credential-failures.ts';
import type { RoleCredentials } from '../facts/role-credentials.ts';
import { DOCUMENT_PATH, type Signed } from '../signatures.ts';

export const USER_DATA_PATH = 'user-data';

/** A document, and what it is without a token where it is another one then (imds.md 8). */
function documentOf({ withToken, withoutToken }: Sets): PresentValue {
  const { lastUpdated: lastModified, until } = withToken;
  const { set, ...content } = contentOf(withToken);
  const other = withoutToken ? { withoutToken: contentOf(withoutToken) } : {};
  return { ...content, lastModified, until, credentials: { set, ...other } };
}

function contentOf(given: Credentials) {
  return { body: credentialsDocument(given), shown: maskedDocument(given), set: setOf(given) };
}

type Failure = Extract<RoleCredentials, { kind: 'failure' }>;
type Profile = { profileId: string; roleName: string };

function failure(
  failed: Failure,
  profile: Profile,
  { lastUpdated, until }: Pick<Credentials, 'lastUpdated' | 'until'>,
): PresentValue {
  const body = failureDocument({ code: failed.code, message: failureMessage(failed, profile) }, lastUpdated);
  return { body, lastModified: lastUpdated, until };
}

/** `iam/info`, made when the credentials were; it tells a failure of the profile itself. */
function iamInfo({ instance, now }: Moment): PresentValue[] {
  const { instanceProfile: profile, roleCredentials: wanted } = instance.facts;
  const given = roleTimes(instance, now);
  if (profile && wanted.kind === 'failure' && failsProfile(wanted)) return [failure(wanted, profile, given)];
  const body = profileInfo(instance.facts, given.lastUpdated);
  return body === null ? [] : [{ body, lastModified: given.lastUpdated, until: given.until }];
}

/** A document that says when the credentials beside it were made. */
function info({ instance, now }: Moment, text: (lastUpdated: number) => string | null): PresentValue[] {
  const { start, until } = rotationAt(instance, now);
  const body = text(start);
  return body === null ? [] : [{ body, lastModified: start, until }];
}

function roleDocument(moment: Moment): PresentValue[] {
  const { instanceProfile } = moment.instance.facts;
  if (!instanceProfile) return [];
  const { roleCredentials: wanted } = moment.instance.facts;
  const parts = { role: instanceProfile.roleName };
  if (wanted.kind !== 'failure') return [{ ...documentOf(roleSets(moment.instance, moment.now)), parts }];
  return [{ ...failure(wanted, instanceProfile, roleTimes(moment.instance, moment.now)), parts }];
}

function userData({ instance, abilities }: Moment): PresentValue[] {
  return instance.userData === null ? [] : [{ body: abilities.fromBase64(instance.userData) }];
}

/** Signed at the launch, as EC2 makes the document and its signatures then. */
function signed(form: Signed['form']): Source {
  return {
    read: (facts) => [{ body: { form, text: identityDocument(facts), at: facts.launchTime } }],
    ...resetOf('architecture', 'billingProducts', 'launchTime'),
  };
}

const OF_ROLE = resetOf('instanceProfile', 'roleCredentials', 'credentialRotationSeconds');
const OF_INSTANCE = resetOf('credentialRotationSeconds');

export const MOMENTARY: Entry[] = [
  entry(
    'meta-data/iam/info',
    {
      kind: 'json',
      since: '2012-01-12',
      doc: 'The instance profile, and when its credentials were made.',
    },
    { readAt: iamInfo, ...OF_ROLE },
  ),
  entry(
    'meta-data/iam/security-credentials/{role}',
    { kind: 'json', since: '2012-01-12', doc: 'Temporary credentials of the role; new ones come in good time.' },
    { readAt: roleDocument, ...OF_ROLE },
  ),
  entry(
    'meta-data/identity-credentials/ec2/info',
    {
      kind: 'json',
      since: '2018-05-23',
      doc: 'The account, and when the credentials of the instance itself were made.',
    },
    { readAt: (moment) => info(moment, (at) => identityInfo(moment.instance.facts, at)), ...OF_INSTANCE },
  ),
  entry(
    'meta-data/identity-credentials/ec2/security-credentials/ec2-instance',
    {
      kind: 'json',
      since: '2018-05-23',
      doc: 'Temporary credentials of the instance itself, for services such as EC2 Instance Connect.',
    },
    { readAt: ({ instance, now }) => [documentOf(credentialSets(instance, 'ec2-instance', now))], ...OF_INSTANCE },
  ),
  entry(
    DOCUMENT_PATH,
    {
      kind: 'json',
      since: '2009-04-04',
      doc: 'The instance identity document: account, region, type, image and more.',
    },
    computed(identityDocument, 'architecture', 'billingProducts', 'launchTime'),
  ),
  entry(
    'dynamic/instance-identity/pkcs7',
    {
      kind: 'lines',
      since: '2009-04-04',
      doc: 'The document as PKCS #7 signed data, in base64 without armour.',
    },
    signed('pkcs7'),
  ),
  entry(
    'dynamic/instance-identity/rsa2048',
    {
      kind: 'lines',
      // Undated in the documentation; a signature without its document would be of nothing.
      since: '2009-04-04',
      doc: 'The document as PKCS #7 signed data, by RSA-2048 and SHA-256, in base64 without armour.',
    },
    signed('pkcs7'),
  ),
  entry(
    'dynamic/instance-identity/signature',
    { kind: 'lines', since: '2009-04-04', doc: 'The signature of the document by RSA and SHA-256, in base64.' },
    signed('signature'),
  ),
  entry(
    USER_DATA_PATH,
    { kind: 'bytes', since: null, fact: 'user data', doc: 'The user data given at launch, up to 16 KiB.' },
    { readAt: userData },
  ),
];

/** Their values come from events, so there is nothing to read here. */
export const OF_EVENTS: Entry[] = [
  entry('meta-data/events/maintenance/history', {
    kind: 'json',
    since: '2018-08-17',
    doc: 'Maintenance events that were completed or cancelled.',
  }),
  entry('meta-data/events/maintenance/scheduled', {
    kind: 'json',
    since: '2018-08-17',
    doc: 'Maintenance events that are still to come.',
  }),
  entry('meta-data/events/recommendations/rebalance', {
    kind: 'json',
    since: '2020-10-27',
    doc: 'The rebalance recommendation of a spot instance, once there is one.',
  }),
  entry('meta-data/spot/instance-action', {
    kind: 'json',
    since: '2016-11-15',
    doc: 'What is about to happen to a spot instance, and when; there once it is to be interrupted.',
  }),
  entry('meta-data/spot/termination-time', {
    kind: 'time',
    since: '2014-11-05',
    doc: 'When a spot instance will be terminated; there once it is to be.',
  }),
];
