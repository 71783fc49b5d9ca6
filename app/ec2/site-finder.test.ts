// Which sites are kept, what they share, and when they are let go.
import { describe, expect, test } from 'vitest';
import { fixedAbilities } from '../abilities.example.ts';
import { interrupt, scheduleMaintenance } from '../events/fire.ts';
import { rotationAt } from '../metadata/rotation.ts';
import { exampleService, INSTANCE_ACTION, START } from '../service.example.ts';
import { createSiteFinder } from './site-finder.ts';
import { compileSite, leavesOf, nodeAt } from './site.ts';

const NONE = { spot: false, maintenance: false, lifecycle: false };
const ALL = { spot: true, maintenance: true, lifecycle: true };

function interrupted(noticeInSeconds = 0) {
  const service = exampleService();
  const before = service.instance();
  service.fire((instance, firing) => interrupt(instance, { noticeInSeconds }, firing));
  return { before, after: service.instance() };
}

describe('a site', () => {
  test('is compiled once for an instance, a moment and what is seen', () => {
    const find = createSiteFinder(fixedAbilities());
    const { after } = interrupted(60);
    const first = find(after, ALL, START);
    expect(find(after, ALL, START + 59_999)).toBe(first);
    expect(find(after, NONE, START)).not.toBe(first);
    expect(find({ ...after }, ALL, START)).not.toBe(first);
    expect(find(after, ALL, START + 60_000)).not.toBe(first);
    expect(find(after, ALL, START - 1)).not.toBe(first);
  });

  test('of an instance that something happens to has the values from before, and a handful of paths over them', () => {
    const find = createSiteFinder(fixedAbilities());
    const { before, after } = interrupted();
    const { values } = find(before, NONE, START);
    const site = find(after, ALL, START);
    expect(site.values).toBe(values);
    expect([...(site.notices?.leaves.keys() ?? [])]).toEqual([
      'meta-data/spot/instance-action',
      'meta-data/spot/termination-time',
      'meta-data/instance-life-cycle',
    ]);
    expect([...(site.notices?.directories ?? [])]).toEqual(['meta-data/spot', 'meta-data']);
  });

  test('has nothing over its values for who sees no notice, and shares them with who does', () => {
    const find = createSiteFinder(fixedAbilities());
    const { after } = interrupted();
    const unseen = find(after, NONE, START);
    expect(unseen.notices).toBeUndefined();
    expect(find(after, ALL, START).values).toBe(unseen.values);
    expect(nodeAt(unseen, 'latest', INSTANCE_ACTION)).toBeUndefined();
  });

  test('says what one says that was compiled for this instance alone', () => {
    const find = createSiteFinder(fixedAbilities());
    const service = exampleService();
    find(service.instance(), NONE, START);
    service.fire((instance, firing) => interrupt(instance, {}, firing));
    service.fire((instance, firing) => scheduleMaintenance(instance, { code: 'instance-stop' }, firing));
    service.end('maintenance', 'cancelled');
    const alone = compileSite(fixedAbilities(), service.instance(), ALL, START);
    expect(leavesOf(find(service.instance(), ALL, START))).toEqual(leavesOf(alone));
  });

  test('has new values once its credentials are renewed', () => {
    const find = createSiteFinder(fixedAbilities());
    const { before } = interrupted();
    const { values } = find(before, NONE, START);
    const next = rotationAt(before, START).until;
    expect(find(before, NONE, next - 1).values).toBe(values);
    expect(find(before, NONE, next).values).not.toBe(values);
  });
});

describe('an edit', () => {
  test('compiles the values once: those from before it are still there, those from after it stay', () => {
    const find = createSiteFinder(fixedAbilities());
    const before = exampleService().instance();
    const after = { ...before, overrides: { 'meta-data/mac': { value: 'x' } } };
    const [was, is] = [find(before, ALL, START), find(after, ALL, START)];
    expect(is.values).not.toBe(was.values);
    expect([find(before, ALL, START), find(after, ALL, START)]).toEqual([was, is]);
    expect(find(before, ALL, START)).toBe(was);
    expect(find(after, ALL, START)).toBe(is);
  });

  test('of who gets notices compiles no values', () => {
    const find = createSiteFinder(fixedAbilities());
    const before = exampleService().instance();
    const rule = { kind: 'nobody' } as const;
    const after = { ...before, audience: { spot: rule, maintenance: rule, lifecycle: rule } };
    expect(find(after, ALL, START).values).toBe(find(before, ALL, START).values);
  });
});

describe('the bound', () => {
  const instances = Array.from({ length: 10 }, (_, i) => ({ ...exampleService().instance(), name: `web-${i}` }));

  test('lets go of what was used longest ago, and never of what was used last', () => {
    const [one = exampleService().instance()] = instances;
    const { bytes } = compileSite(fixedAbilities(), one, NONE, START).values.latest;
    const find = createSiteFinder(fixedAbilities(), 4.5 * bytes);
    const made = instances.map((instance) => ({ instance, site: find(instance, NONE, START) }));
    // From the one used last: looking for one that is gone makes it anew.
    const gone = made.reverse().findIndex(({ instance, site }) => find(instance, NONE, START) !== site);
    expect(gone).toBe(4);
  });

  test('keeps all where there is room', () => {
    const find = createSiteFinder(fixedAbilities());
    const made = instances.map((instance) => ({ instance, site: find(instance, NONE, START) }));
    expect(made.every(({ instance, site }) => find(instance, NONE, START) === site)).toBe(true);
  });

  test('counts the pages that were made', () => {
    const site = compileSite(fixedAbilities(), exampleService().instance(), NONE, START);
    const { bytes } = site.values.latest;
    expect(nodeAt(site, 'latest', 'meta-data/instance-id')).toBeDefined();
    expect(site.values.latest.bytes).toBeGreaterThan(bytes);
  });
});
