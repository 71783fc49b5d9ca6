// The protocol of the metadata paths: versions, listings, slashes, methods, refusals and their order (imds.md 2 and 6).
import { describe, expect, test } from 'vitest';
import { exampleService, requireTokens } from '../service.example.ts';
import { VERSIONS } from './target.ts';

const ID = 'i-0f3a27b9d04ec91e5';

describe('versions', () => {
  test('GET / lists every build and latest, one a line, no newline at the end (imds.md 2.1)', () => {
    const { status, body } = exampleService().ask({ target: '/' });
    expect(status).toBe(200);
    expect(body.split('\n')).toEqual([...VERSIONS]);
  });

  test.each(VERSIONS)('%s is a usable prefix (2.1)', (version) => {
    const service = exampleService();
    expect(service.ask({ target: `/${version}/meta-data/instance-id` }).body).toBe(ID);
    // The categories of dynamic/ came in 2009 (6, Old versions).
    expect(service.ask({ target: `/${version}` }).body).toBe(version < '2009' ? 'meta-data' : 'dynamic\nmeta-data');
  });

  test('an unknown one is 404 (2.1)', () => {
    expect(exampleService().ask({ target: '/2023-01-01/meta-data/instance-id' })).toMatchObject({
      status: 404,
      why: { rule: 'unknown-version', given: '2023-01-01' },
    });
  });
});

describe('listings', () => {
  test.each(['/latest', '/latest/'])('%s has no slashes, no api and no newline at the end (imds.md 2.1)', (target) => {
    expect(exampleService().ask({ target }).body).toBe('dynamic\nmeta-data');
  });

  test('it has user-data where there is some (2.1)', () => {
    const service = exampleService((instance) => ({ ...instance, userData: 'aGVsbG8=' }));
    expect(service.ask({ target: '/latest/' }).body).toBe('dynamic\nmeta-data\nuser-data');
  });

  test.each([
    ['meta-data/iam/', 'info\nsecurity-credentials/'],
    ['meta-data/iam/security-credentials/', 'metadeck-role'],
    ['meta-data/events/', 'maintenance/'],
    ['meta-data/events/maintenance/', 'history\nscheduled'],
    ['meta-data/network/', 'interfaces/'],
    ['meta-data/network/interfaces/', 'macs/'],
    ['meta-data/network/interfaces/macs/', '0e:49:61:0f:c3:11/'],
    ['meta-data/identity-credentials/', 'ec2/'],
    ['meta-data/identity-credentials/ec2/', 'info\nsecurity-credentials/'],
    ['meta-data/identity-credentials/ec2/security-credentials/', 'ec2-instance'],
    ['meta-data/services/', 'domain\npartition'],
    ['meta-data/metrics/', 'vhostmd'],
    ['meta-data/tags/', 'instance/'],
    ['meta-data/tags/instance/', 'Environment\nName'],
    ['meta-data/public-keys/', '0=metadeck-key'],
    ['meta-data/public-keys/0/', 'openssh-key'],
    ['dynamic/', 'instance-identity/'],
    ['dynamic/instance-identity/', 'document\npkcs7\nrsa2048\nsignature'],
  ])('%s (2.2)', (path, body) => {
    const service = exampleService();
    expect(service.read(path)).toBe(body);
    expect(service.read(path.slice(0, -1))).toBe(body);
  });

  test('the top level, in order (2.2)', () => {
    const names =
      'ami-id ami-launch-index ami-manifest-path block-device-mapping/ events/ hostname iam/ identity-credentials/ ' +
      'instance-action instance-id instance-life-cycle instance-type ipv6 local-hostname local-ipv4 mac metrics/ ' +
      'network/ placement/ profile public-hostname public-ipv4 public-keys/ reservation-id security-groups services/ ' +
      'system tags/';
    expect(exampleService().read('meta-data/')).toBe(names.split(' ').join('\n'));
  });

  test('fws/ is not listed, yet served (6)', () => {
    const service = exampleService();
    expect(service.read('dynamic/')).not.toContain('fws');
    expect(service.read('dynamic/fws/')).toBe('instance-monitoring');
    expect(service.read('dynamic/fws/instance-monitoring')).toBe('disabled');
  });

  test('api is no directory (2.1)', () => {
    expect(exampleService().read('api')).toBe(404);
    expect(exampleService().read('api/')).toBe(404);
  });
});

describe('paths', () => {
  test.each([
    ['a leaf with a slash (imds.md 2.3)', '/latest/meta-data/instance-id/', 200],
    ['doubled slashes (2.3)', '//latest//meta-data//instance-id', 200],
    ['a query (6)', '/latest/meta-data/instance-id?x=1', 200],
    ['an escape (6)', '/latest/meta-data/instance%2Did', 200],
    ['a child of a leaf (2.3)', '/latest/meta-data/instance-id/x', 404],
    ['the case of a path (6)', '/latest/meta-data/Instance-Id', 404],
    ['the beginning of a name', '/latest/meta-data/inst', 404],
    ['above the root (6)', '/../latest/meta-data/instance-id', 404],
    ['a malformed escape (6)', '/latest/meta-data/instance%2-id', 400],
    ['a name that every object has', '/latest/constructor', 404],
    ['another such name', '/latest/meta-data/__proto__', 404],
    ['iam/security-credentials-extended/ (6)', '/latest/meta-data/iam/security-credentials-extended/', 404],
    ['a role that is not attached (1.3)', '/latest/meta-data/iam/security-credentials/other', 404],
    ['a path of the root', '/meta-data/instance-id', 404],
  ])('%s', (_name, target, status) => {
    expect(exampleService().ask({ target }).status).toBe(status);
  });

  test('user data are bytes of their own type (1.5)', () => {
    const service = exampleService((instance) => ({ ...instance, userData: 'I2Nsb3VkLWNvbmZpZwo=' }));
    expect(service.get('user-data')).toMatchObject({ status: 200, body: '#cloud-config\n' });
    expect(service.get('user-data/').headers).toContainEqual(['Content-Type', 'application/octet-stream']);
    expect(exampleService().read('user-data')).toBe(404);
  });
});

describe('methods', () => {
  test.each(['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'])(
    '%s is 405, empty, with what is allowed (imds.md 6)',
    (method) => {
      const got = exampleService().get('meta-data/instance-id', { method });
      expect(got).toMatchObject({
        status: 405,
        reason: 'Not Allowed',
        body: '',
        why: { rule: 'method', given: method },
      });
      expect(got.headers).toContainEqual(['Allow', 'GET, HEAD']);
    },
  );

  test('HEAD is answered as GET is (2.4)', () => {
    const service = exampleService();
    const { headers } = service.get('meta-data/instance-id');
    expect(service.get('meta-data/instance-id', { method: 'HEAD' })).toMatchObject({ status: 200, headers });
  });
});

describe('the order of refusals', () => {
  test.each([
    ['a foreign Host before anything', { host: 'evil.example', target: '/latest/%' }, 403, 'foreign-host'],
    ['a web page before its Host', { origin: 'http://a.example', host: 'evil.example' }, 403, 'web-page'],
    ['a malformed path before a token', { target: '/latest/%' }, 400, 'malformed-path'],
    ['403 before 401 (imds.md 6)', { forwardedFor: '1.2.3.4', token: 'x' }, 403, 'forwarded'],
    ['401 before 404 (6)', { target: '/latest/nothing' }, 401, 'token-missing'],
    ['401 before the version is looked at (6)', { target: '/9999-01-01/' }, 401, 'token-missing'],
    ['401 before 405', { method: 'POST' }, 401, 'token-missing'],
    ['401 on the root too (2.5)', { target: '/' }, 401, 'token-missing'],
    ['401 for HEAD too (2.5)', { method: 'HEAD' }, 401, 'token-missing'],
  ])('%s', (_name, request, status, rule) => {
    expect(exampleService(requireTokens).ask(request)).toMatchObject({ status, why: { rule } });
  });
});

test('clients get the instance that a routing rule names, all others the first', () => {
  const service = exampleService();
  const second = {
    ...service.instance(),
    name: 'second',
    facts: { ...service.instance().facts, instanceId: 'i-00000002' },
  };
  const instances = [...service.world.instances, second];
  service.world = { ...service.world, instances, routing: [{ instance: 'second', clients: ['10.0.0.8'] }] };
  expect(service.read('meta-data/instance-id', { client: '10.0.0.8' })).toBe('i-00000002');
  expect(service.read('meta-data/instance-id')).toBe(ID);
  expect(service.read('meta-data/instance-id', { client: '10.0.0.8', own: { instance: 'spot' } })).toBe(ID);
});
