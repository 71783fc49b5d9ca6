// What the server itself refuses, before the core is asked: a page for each reason in each dialect.
import type { Instance } from '../world/world.ts';
import * as aemm from '../aemm/pages.ts';
import * as ec2 from '../ec2/pages.ts';
import type { Page } from './page.ts';

export type OwnPages = Readonly<
  Record<'malformed' | 'headersTooLarge' | 'timedOut' | 'bodyTooLarge' | 'expectation' | 'connect', Page>
>;

const PAGES: Readonly<Record<Instance['profile'], OwnPages>> = {
  ec2: {
    malformed: ec2.BAD_REQUEST,
    headersTooLarge: ec2.HEADERS_TOO_LARGE,
    timedOut: ec2.TIMED_OUT,
    bodyTooLarge: ec2.TOO_LARGE,
    expectation: ec2.EXPECTATION_FAILED,
    connect: ec2.METADATA_METHODS,
  },
  aemm: {
    malformed: aemm.MALFORMED,
    headersTooLarge: aemm.HEADERS_TOO_LARGE,
    timedOut: aemm.TIMED_OUT,
    bodyTooLarge: aemm.TOO_LARGE,
    expectation: aemm.EXPECTATION_FAILED,
    connect: aemm.MALFORMED,
  },
};

export function ownPages({ profile }: Pick<Instance, 'profile'>): OwnPages {
  return PAGES[profile];
}
