import {
  GLOBAL_LISTENERS_MAX,
  GlobalListenerBatchIntent,
  GlobalListenerIntent,
  NO_KEY,
  ValueType,
} from '@waggle/protocol';
import { describe, expect, it } from 'vitest';
import { globalListener, keptListeners, listenerCommand } from '../../test/global-listeners.ts';
import { startEngine } from '../../test/invariants.ts';
import { eventsOf, rejectionOf } from '../../test/outcome.ts';
import { TestCluster } from '../../test/test-cluster.ts';
import type { TestEngine } from '../../test/test-engine.ts';

function configure(engine: TestEngine, ...listeners: ReturnType<typeof globalListener>[]) {
  return engine.send(ValueType.GLOBAL_LISTENER_BATCH, GlobalListenerBatchIntent.CONFIGURE, {
    globalListenerBatchKey: NO_KEY,
    listeners,
  });
}

describe('GLOBAL_LISTENER_BATCH CONFIGURE', () => {
  it('should replace the listeners of the configuration and leave those of clients', () => {
    // given
    const engine = startEngine();
    listenerCommand(engine, GlobalListenerIntent.CREATE, 'mine');
    configure(engine, globalListener('a'), globalListener('b'));

    // when
    const trace = eventsOf(engine, () => configure(engine, globalListener('b', { priority: 60 }), globalListener('c')));

    // then
    expect(trace).toEqual([
      'GLOBAL_LISTENER DELETED',
      'GLOBAL_LISTENER UPDATED',
      'GLOBAL_LISTENER CREATED',
      'GLOBAL_LISTENER_BATCH CONFIGURED',
    ]);
    expect(keptListeners(engine).map(({ id, source }) => [id, source])).toEqual([
      ['b', 0],
      ['c', 0],
      ['mine', 1],
    ]);
  });

  it('should change nothing when the configuration is as it was', () => {
    const engine = startEngine();
    configure(engine, globalListener('a'));
    const before = keptListeners(engine);
    expect(eventsOf(engine, () => configure(engine, globalListener('a')))).toEqual([
      'GLOBAL_LISTENER_BATCH CONFIGURED',
    ]);
    expect(keptListeners(engine)).toEqual(before);
  });

  it('should reach every partition with the same keys', () => {
    const cluster = new TestCluster(3);
    configure(cluster.partition(1), globalListener('a'), globalListener('b'));
    cluster.settle();
    configure(cluster.partition(1), globalListener('b'));
    cluster.settle();
    for (const partition of cluster.partitions) {
      expect(keptListeners(partition)).toEqual(keptListeners(cluster.partition(1)));
      expect(keptListeners(partition)).toHaveLength(1);
    }
  });

  it('should be rejected when a listener cannot be, or shares its id', () => {
    const engine = startEngine();
    expect(rejectionOf(configure(engine, globalListener('a'), globalListener('a')))).toMatch(
      /^INVALID_ARGUMENT: .* share/,
    );
    expect(rejectionOf(configure(engine, globalListener('a', { type: '' })))).toMatch(
      /^INVALID_ARGUMENT: Missing type/,
    );
    expect(keptListeners(engine)).toEqual([]);
  });

  it('should take as many listeners as fit, and none more', () => {
    // given
    const engine = startEngine();
    const listeners = Array.from({ length: GLOBAL_LISTENERS_MAX + 1 }, (_, index) => globalListener(`l${index}`));

    // then
    expect(rejectionOf(configure(engine, ...listeners))).toMatch(/^INVALID_ARGUMENT: Expected at most 1000 global/);
    configure(engine, ...listeners.slice(1));
    expect(keptListeners(engine)).toHaveLength(GLOBAL_LISTENERS_MAX);
    expect(rejectionOf(listenerCommand(engine, GlobalListenerIntent.CREATE, 'more'))).toMatch(
      /^INVALID_STATE: Expected at most 1000 global listeners/,
    );
  });
});
