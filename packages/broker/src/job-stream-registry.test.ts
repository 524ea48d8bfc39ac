import type { ActivatedJob, JobStreamRequest } from '@waggle/protocol';
import { describe, expect, it } from 'vitest';
import { JobStreamRegistry } from './job-stream-registry.ts';

const request: JobStreamRequest = {
  type: 'pay',
  worker: 'w',
  timeoutMs: 1_000,
  fetchVariables: [],
  withLease: false,
  tenantIds: ['<default>'],
};

const push = (streamId: number) => ({ kind: 'push', streamId, job: {} as ActivatedJob }) as const;

function registryWith(ids: readonly number[], jobsInFlightMax = 2): JobStreamRegistry {
  const registry = new JobStreamRegistry(jobsInFlightMax);
  for (const id of ids) registry.open({ id, request });
  return registry;
}

const picks = (registry: JobStreamRegistry, count: number) =>
  Array.from({ length: count }, () => registry.pick('pay', '<default>', false)?.id);

describe('JobStreamRegistry', () => {
  it('should let streams of a type take turns', () => {
    expect(picks(registryWith([1, 2, 3]), 6)).toEqual([1, 2, 3, 1, 2, 3]);
  });

  it('should know type and tenant', () => {
    const registry = registryWith([1]);
    expect(registry.pick('ship', '<default>', false)).toBeUndefined();
    expect(registry.pick('pay', 'other', false)).toBeUndefined();
    expect(registry.pick('pay', '<default>', true)).toBeUndefined();
  });

  it('should not pick a stream that has its share on the way, until it acknowledged', () => {
    const registry = registryWith([1]);
    expect(picks(registry, 3)).toEqual([1, 1, undefined]);
    registry.batchTaken([push(1), push(1)]);
    expect(picks(registry, 1)).toEqual([undefined]);
    registry.acknowledge(1);
    expect(picks(registry, 2)).toEqual([1, undefined]);
  });

  it('should forget picks of commands that were undone, when the batch is taken', () => {
    const registry = registryWith([1]);
    picks(registry, 2);
    registry.batchTaken([push(1)]);
    expect(picks(registry, 2)).toEqual([1, undefined]);
  });

  it('should forget what a discarded batch would have pushed', () => {
    const registry = registryWith([1]);
    picks(registry, 1);
    registry.batchTaken([push(1)]);
    picks(registry, 1);
    registry.discardUndelivered([push(1)]);
    expect(picks(registry, 3)).toEqual([1, 1, undefined]);
  });

  it('should leave streams alone that are closed or not ready', () => {
    const registry = registryWith([1, 2]);
    registry.setReady(1, false);
    registry.close(2);
    expect(picks(registry, 1)).toEqual([undefined]);
    registry.setReady(1, true);
    expect(picks(registry, 1)).toEqual([1]);
  });
});
