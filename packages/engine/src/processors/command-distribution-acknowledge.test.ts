import { CommandDistributionIntent, ValueType } from '@waggle/protocol';
import { describe, expect, it } from 'vitest';
import { bpmn, startEvent } from '../../test/bpmn.ts';
import { rejectionOf } from '../../test/outcome.ts';
import { TestCluster } from '../../test/test-cluster.ts';

describe('COMMAND_DISTRIBUTION ACKNOWLEDGE', () => {
  it('should finish a distribution when the last partition has acknowledged', () => {
    // given
    const cluster = new TestCluster(3);
    const origin = cluster.partition(1);
    origin.deploy(bpmn({ id: 'p' }, startEvent()));
    const [started] = origin.events(ValueType.COMMAND_DISTRIBUTION);
    const acknowledge = (partitionId: number) =>
      origin.send(
        ValueType.COMMAND_DISTRIBUTION,
        CommandDistributionIntent.ACKNOWLEDGE,
        { ...started!.value, partitionId, commandValue: new Uint8Array() },
        started!.key,
      );
    const finished = () => origin.events(ValueType.COMMAND_DISTRIBUTION, CommandDistributionIntent.FINISHED).length;

    // when, then
    acknowledge(2);
    expect(finished()).toBe(0);
    expect(rejectionOf(acknowledge(2))).toBe(
      `NOT_FOUND: Expected a pending distribution with key '${started!.key}' to partition 2, but there is none`,
    );
    acknowledge(3);
    expect(finished()).toBe(1);
    expect(origin.dump().filter((row) => String((row as unknown[])[0]).includes('istribution'))).toEqual([]);
  });

  it('should not be needed with one partition', () => {
    const cluster = new TestCluster(1);
    cluster.partition(1).deploy(bpmn({ id: 'p' }, startEvent()));
    expect(cluster.partition(1).events(ValueType.COMMAND_DISTRIBUTION)).toEqual([]);
  });
});
