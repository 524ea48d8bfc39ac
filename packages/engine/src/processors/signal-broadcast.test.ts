import {
  type Key,
  MESSAGE_BYTES_MAX,
  ProcessInstanceIntent,
  SignalIntent,
  SignalSubscriptionIntent,
  ValueType,
} from '@waggle/protocol';
import { describe, expect, it } from 'vitest';
import {
  boundaryEvent,
  bpmn,
  catchEvent,
  element,
  endEvent,
  eventBasedGateway,
  eventSubProcess,
  eventSubProcessStart,
  flow,
  input,
  io,
  serviceTask,
  signal,
  signalEvent,
  startEvent,
  subProcess,
  throwEvent,
  timerEvent,
} from '../../test/bpmn.ts';
import { forEachSeed } from '../../test/for-each-seed.ts';
import { checkInvariants, startEngine } from '../../test/invariants.ts';
import { rejectionOf } from '../../test/outcome.ts';
import { Random } from '../../test/random.ts';
import { TestCluster } from '../../test/test-cluster.ts';
import type { TestEngine } from '../../test/test-engine.ts';

const definitions = signal('sig', 'alarm');

const waiting = bpmn(
  { id: 'waiting', definitions },
  startEvent(),
  catchEvent('catch', signalEvent('sig')),
  flow('start', 'catch'),
);

const started = bpmn(
  { id: 'started', definitions },
  startEvent('on', signalEvent('sig')),
  serviceTask('begun'),
  flow('on', 'begun'),
);

const besideTask = bpmn(
  { id: 'beside', definitions },
  startEvent(),
  serviceTask('task'),
  flow('start', 'task'),
  boundaryEvent('noticed', 'task', signalEvent('sig'), { interrupting: false }),
  endEvent(),
  flow('noticed', 'end'),
);

function startedKeys(engine: TestEngine): Key[] {
  return engine
    .events(ValueType.PROCESS_INSTANCE, ProcessInstanceIntent.ELEMENT_ACTIVATED)
    .filter(({ value }) => value.elementId === 'started')
    .map(({ key }) => key);
}

describe('SIGNAL BROADCAST', () => {
  it('should reach every instance that waits and hand on its variables', () => {
    // given
    const engine = startEngine();
    engine.deploy(waiting);
    const instances = [engine.create('waiting'), engine.create('waiting')];

    // when
    const answer = engine.broadcast('alarm', { x: 1 });

    // then
    expect(answer?.record).toMatchObject({ intent: SignalIntent.BROADCASTED, value: { signalName: 'alarm' } });
    for (const instance of instances) {
      expect(engine.isCompleted(instance)).toBe(true);
      expect(engine.variables(instance)).toEqual({ x: 1 });
    }
  });

  it('should not be kept for those who wait later, and leave other names alone', () => {
    // given
    const engine = startEngine();
    engine.deploy(waiting);

    // when
    engine.broadcast('alarm');
    const instance = engine.create('waiting');
    engine.broadcast('other');

    // then
    expect(engine.living()).toEqual(['waiting', 'catch']);
    engine.cancel(instance);
    const { CREATED, DELETED } = SignalSubscriptionIntent;
    expect(engine.events(ValueType.SIGNAL_SUBSCRIPTION).map(({ intent }) => intent)).toEqual([CREATED, DELETED]);
  });

  it('should start an instance of the newest version for every start event', () => {
    // given
    const engine = startEngine();
    engine.deploy(started);
    engine.deploy(started.replace('begun"', 'begun" name="newer"'));

    // when
    engine.broadcast('alarm', { x: 1 });

    // then
    const [instance, ...others] = startedKeys(engine);
    expect(others).toEqual([]);
    expect(engine.variables(instance!)).toEqual({ x: 1 });
    expect(engine.events(ValueType.PROCESS_INSTANCE).at(-1)?.value.version).toBe(2);
  });

  it('should trigger boundary events, event sub-processes and events behind a gateway', () => {
    // given
    const engine = startEngine();
    engine.deploy(
      bpmn(
        { id: 'p', definitions },
        startEvent(),
        serviceTask('ended'),
        boundaryEvent('ends', 'ended', signalEvent('sig')),
        serviceTask('kept'),
        boundaryEvent('beside', 'kept', signalEvent('sig'), { interrupting: false }),
        eventBasedGateway('gateway'),
        catchEvent('chosen', signalEvent('sig')),
        catchEvent('later', timerEvent('timeDuration', 'PT1H')),
        flow('gateway', 'chosen'),
        flow('gateway', 'later'),
        subProcess(
          'sub',
          startEvent('s'),
          serviceTask('inner'),
          flow('s', 'inner'),
          eventSubProcess('esp', eventSubProcessStart('espStart', signalEvent('sig'))),
        ),
        ...['ended', 'kept', 'gateway', 'sub'].map((target) => flow('start', target)),
        ...['ends', 'beside'].flatMap((id) => [endEvent(`${id}End`), flow(id, `${id}End`)]),
      ),
    );
    const instance = engine.create('p');

    // when
    engine.broadcast('alarm', { x: 1 });
    engine.broadcast('alarm', { x: 2 });

    // then
    const completed = engine.completed(instance);
    for (const id of ['ends', 'chosen', 'esp', 'sub']) expect(completed.filter((each) => each === id)).toEqual([id]);
    expect(completed.filter((id) => id === 'beside')).toHaveLength(2);
    expect(engine.living()).toEqual(['p', 'kept']);
    engine.completeJob('kept');
    expect(engine.isCompleted(instance)).toBe(true);
  });

  it('should be thrown with the inputs of the throw event and not reach who waits after it', () => {
    // given
    const engine = startEngine();
    engine.deploy(
      waiting,
      bpmn(
        { id: 'p', definitions: signal('sig', '=name') },
        startEvent(),
        throwEvent('throw', signalEvent('sig'), io(input('=n + 1', 'x'))),
        flow('start', 'throw'),
        element('endEvent', 'end', { body: signalEvent('sig') }),
        flow('throw', 'end'),
      ),
    );
    const waitingKey = engine.create('waiting');

    // when
    const instance = engine.create('p', { name: 'alarm', n: 1 });

    // then
    expect(engine.isCompleted(instance)).toBe(true);
    expect(engine.variables(waitingKey)).toEqual({ x: 2 });
    expect(engine.events(ValueType.SIGNAL, SignalIntent.BROADCASTED).map(({ value }) => value.variables)).toEqual([
      '{"x":2}',
      '{}',
    ]);
  });

  it('should refuse a blank name and variables that are no object', () => {
    // given
    const engine = startEngine();

    // when
    const blank = engine.broadcast(' ');
    const list = engine.broadcast('alarm', [1]);

    // then
    expect(rejectionOf(blank)).toMatch('INVALID_ARGUMENT');
    expect(rejectionOf(list)).toMatch('INVALID_ARGUMENT');
  });

  it('should reach many in steps, and none that came to wait meanwhile', () => {
    // given
    const engine = startEngine({ limits: { signalChunkMax: 3, followUpCommandsMax: 2 } });
    engine.deploy(
      bpmn(
        { id: 'p', definitions },
        startEvent(),
        catchEvent('first', signalEvent('sig')),
        flow('start', 'first'),
        catchEvent('second', signalEvent('sig')),
        flow('first', 'second'),
      ),
    );
    const instances = Array.from({ length: 10 }, () => engine.create('p'));

    // when
    engine.broadcast('alarm');

    // then
    expect(engine.completed().filter((id) => id === 'first')).toHaveLength(10);
    expect(engine.completed()).not.toContain('second');
    engine.broadcast('alarm');
    for (const instance of instances) expect(engine.isCompleted(instance)).toBe(true);
  });

  it('should take fewer at a time when its variables are large', () => {
    // given
    const engine = startEngine({ limits: { stepBytesMax: 200_000, commandBytesSoftMax: 20_000 } });
    engine.deploy(waiting);
    const instances = Array.from({ length: 40 }, () => engine.create('waiting'));

    // when
    engine.broadcast('alarm', { text: 'x'.repeat(10_000) });

    // then
    for (const instance of instances) expect(engine.isCompleted(instance)).toBe(true);
  });
});

describe('SIGNAL BROADCAST on several partitions', () => {
  function cluster(): TestCluster {
    const partitions = new TestCluster(3);
    partitions.partition(1).deploy(waiting, started);
    partitions.settle();
    return partitions;
  }

  it('should reach those who wait everywhere and start instances only where it comes from', () => {
    // given
    const partitions = cluster();
    const keys = [1, 2, 3].map((id) => partitions.partition(id).create('waiting'));

    // when
    partitions.partition(2).broadcast('alarm', { x: 1 });
    partitions.settle();

    // then
    for (const key of keys) expect(partitions.partitionOf(key).isCompleted(key)).toBe(true);
    expect([1, 2, 3].map((id) => startedKeys(partitions.partition(id)).length)).toEqual([0, 1, 0]);
    for (const partition of partitions.partitions) checkInvariants(partition);
  });

  it('should carry variables of the size a client may send', () => {
    // given
    const partitions = cluster();
    const keys = [1, 2].map((id) => [
      partitions.partition(id).create('waiting'),
      partitions.partition(id).create('waiting'),
    ]);
    partitions.partition(1).deploy(besideTask);
    partitions.settle();
    const watching = [partitions.partition(1).create('beside'), partitions.partition(1).create('beside')];
    const text = 'x'.repeat(MESSAGE_BYTES_MAX - 1000);

    // when
    partitions.partition(2).broadcast('alarm', { text });
    partitions.settle();

    // then
    for (const key of keys.flat()) expect(partitions.partitionOf(key).isCompleted(key)).toBe(true);
    for (const key of watching) expect(partitions.partition(1).variables(key)).toEqual({ text });
    expect(partitions.partitions.flatMap((partition) => partition.incidents())).toEqual([]);
  });

  it('should reach each subscriber once although it is sent again, and in the order of broadcasting', () => {
    // given
    const partitions = cluster();
    const xml = bpmn(
      { id: 'p', definitions },
      startEvent(),
      serviceTask('task'),
      flow('start', 'task'),
      boundaryEvent('beside', 'task', signalEvent('sig'), { interrupting: false }),
      endEvent(),
      flow('beside', 'end'),
    );
    partitions.partition(1).deploy(xml);
    partitions.settle();
    const key = partitions.partition(3).create('p');
    let lost = 0;
    partitions.loses = (command, from) =>
      command.valueType === ValueType.COMMAND_DISTRIBUTION && from === 3 && lost++ < 2;

    // when
    partitions.partition(1).broadcast('alarm', { n: 1 });
    partitions.partition(1).broadcast('alarm', { n: 2 });
    partitions.settle();
    partitions.advance(60_000);

    // then
    expect(lost).toBeGreaterThan(0);
    expect(
      partitions
        .partition(3)
        .completed(key)
        .filter((id) => id === 'beside'),
    ).toHaveLength(2);
    expect(partitions.partition(3).variables(key)).toEqual({ n: 2 });
  });

  it('should reach everybody exactly once, whatever the bus does', () => {
    forEachSeed({ runs: 60 }, (seed) => {
      // given
      const random = new Random(seed);
      const partitions = new TestCluster(3, random);
      partitions
        .partition(1)
        .deploy(
          bpmn(
            { id: 'p', definitions },
            startEvent(),
            serviceTask('task'),
            flow('start', 'task'),
            boundaryEvent('beside', 'task', signalEvent('sig'), { interrupting: false }),
            endEvent(),
            flow('beside', 'end'),
          ),
        );
      partitions.settle();
      const keys = [1, 2, 3].map((id) => partitions.partition(id).create('p'));
      partitions.faults = { lose: 0.2, repeat: 0.2, reorder: 0.5 };

      // when
      for (let count = 0; count < 5; count++) {
        partitions.partition(random.between(1, 3)).broadcast('alarm');
        for (let deliveries = random.below(6); deliveries > 0; deliveries--) partitions.deliverOne();
      }
      partitions.advance(300_000);
      partitions.faults = { lose: 0, repeat: 0, reorder: 0 };
      partitions.advance(300_000);

      // then
      for (const key of keys) {
        const partition = partitions.partitionOf(key);
        expect(partition.completed(key).filter((id) => id === 'beside')).toHaveLength(5);
      }
      for (const partition of partitions.partitions) checkInvariants(partition);
    });
  });
});
