// Where facts contradict each other: every cross-reference of imds.md 1, each with what is wrong and what is allowed.
import type { Issue } from '../../result.ts';
import type { Facts } from './facts.ts';
import { interfaceIssues } from './interface-consistency.ts';
import { contradictions } from '../regions/placement.ts';

/** One issue for each contradiction; none in facts that agree. Paths are those in the facts: `interfaces.0.mac`. */
export function factIssues(facts: Facts): Issue[] {
  return [
    ...contradictions(facts),
    ...partitionIssues(facts),
    ...deviceIssues(facts),
    ...interfaceIssues(facts.interfaces),
  ];
}

function partitionIssues({ placementGroup, partitionNumber }: Facts): Issue[] {
  if (partitionNumber === null || placementGroup !== null) return [];
  const message = 'A partition number needs a placement group. Set the placement group first, such as my-group.';
  return [{ path: 'partitionNumber', message }];
}

function deviceIssues({ blockDevices }: Facts): Issue[] {
  const path = 'blockDevices';
  const names = blockDevices.map(({ name }) => name);
  const repeated = names.find((name, index) => names.indexOf(name) !== index);
  if (repeated !== undefined)
    return [{ path, message: `${repeated} is listed twice. Each block device needs a name of its own, such as ebs1.` }];
  const [ami, root] = ['ami', 'root'].map((name) => blockDevices.find((one) => one.name === name)?.device);
  if (ami === undefined || root === undefined) {
    return [
      { path, message: 'The block devices ami and root are always there. List both, such as both on /dev/xvda.' },
    ];
  }
  if (shortDevice(ami) === shortDevice(root)) return [];
  return [
    {
      path,
      message: `ami is on ${ami} and root on ${root}. Both are the root device: use one for both, such as ${root}.`,
    },
  ];
}

/** EC2 writes `/dev/xvda` and `xvda` for the same device. */
function shortDevice(device: string): string {
  return device.replace(/^\/dev\//, '');
}
