// The documents that the panel brings along: what they are called here, and by which words they are found.

export type DocName =
  | 'README'
  | 'differences'
  | 'fidelity'
  | 'http-api'
  | 'credentials'
  | 'identity'
  | 'clients'
  | 'aemm';

type Doc = { name: DocName; title: string; words: string };

export const DOCS: readonly Doc[] = [
  { name: 'README', title: 'How to use Metadeck', words: 'help readme manual start install docker' },
  { name: 'differences', title: 'What differs from EC2', words: 'help real service' },
  { name: 'fidelity', title: 'How it was compared with EC2', words: 'help real service bytes' },
  { name: 'http-api', title: 'The control API', words: 'help http rest operations curl' },
  { name: 'credentials', title: 'Credentials of the role', words: 'help iam secret key rotate' },
  { name: 'identity', title: 'Identity document and signatures', words: 'help pkcs7 rsa2048 certificate' },
  { name: 'clients', title: 'SDKs that were tried', words: 'help aws sdk python go java rust javascript' },
  { name: 'aemm', title: 'In the place of ec2-metadata-mock', words: 'help amazon metadata mock' },
];

/** The first one, where a name is none. */
export function docNamed(name: string): Doc | undefined {
  return DOCS.find((doc) => doc.name === name) ?? DOCS[0];
}
