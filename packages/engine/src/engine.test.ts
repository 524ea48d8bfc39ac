import {
  deploymentCommandValue,
  ErrorIntent,
  JobIntent,
  type Key,
  MessageIntent,
  NO_KEY,
  ProcessInstanceIntent,
  RecordType,
  RejectionType,
  ValueType,
  VariableDocumentIntent,
} from '@waggle/protocol';
import { describe, expect, it } from 'vitest';
import {
  bpmn,
  catchEvent,
  endEvent,
  flow,
  input,
  io,
  message,
  messageEvent,
  serviceTask,
  startEvent,
  timerEvent,
} from '../test/bpmn.ts';
import { startEngine } from '../test/invariants.ts';
import { answersOf, rejectionOf, rejectionText } from '../test/outcome.ts';
import { TestEngine } from '../test/test-engine.ts';

const oneTask = bpmn(
  { id: 'p' },
  startEvent(),
  serviceTask('task'),
  endEvent(),
  flow('start', 'task'),
  flow('task', 'end'),
);

const waitingTwice = bpmn(
  { id: 'p', definitions: message('m', 'paid', '="k"') },
  startEvent(),
  catchEvent('timer', timerEvent('timeDuration', 'PT1S')),
  catchEvent('message', messageEvent('m')),
  endEvent(),
  flow('start', 'timer'),
  flow('timer', 'message'),
  flow('message', 'end'),
);

/** No processor knows this intent: stands for any mistake of the engine. */
const UNKNOWN_INTENT = 77;

function provokeMistake(engine: TestEngine, instance: Key) {
  const { value } = engine.events(ValueType.PROCESS_INSTANCE).find(({ key }) => key === instance)!;
  return engine.send(ValueType.PROCESS_INSTANCE, UNKNOWN_INTENT, value, instance);
}

describe('the engine', () => {
  it('should number records without gaps and name the command behind each', () => {
    // given
    const engine = startEngine();

    // when
    engine.deploy(oneTask);
    engine.create('p');
    engine.completeJob('task');

    // then
    expect(engine.records.map(({ position }) => position)).toEqual(engine.records.map((_, index) => index + 1));
    for (const { sourceRecordPosition, recordType, position } of engine.records) {
      if (sourceRecordPosition === -1) expect(recordType).toBe(RecordType.COMMAND);
      else expect(sourceRecordPosition).toBeLessThan(position);
    }
  });

  it('should copy the mark of the client into everything that follows', () => {
    // given
    const engine = startEngine();
    engine.deploy(oneTask);
    engine.flush();
    const before = engine.records.length;

    // when
    engine.engine.process(
      {
        valueType: ValueType.PROCESS_INSTANCE_CREATION,
        intent: 0,
        key: NO_KEY,
        value: engine.creation('p'),
        requestStreamId: 0,
        requestId: 50,
        operationReference: 4711n as Key,
      },
      engine.nowMs,
    );
    engine.settle();

    // then
    expect(new Set(engine.records.slice(before).map(({ operationReference }) => operationReference))).toEqual(
      new Set([4711n]),
    );
  });

  it('should be equal after any prefix of its log is folded and the rest processed anew', () => {
    // given a log in many batches
    const engine = new TestEngine({ limits: { followUpCommandsMax: 1 } });
    engine.deploy(waitingTwice);
    const instance = engine.create('p');
    engine.advance(1_000);
    engine.publish('paid', 'k');
    expect(engine.isCompleted(instance)).toBe(true);

    // when
    for (let count = 0; count <= engine.batches.length; count++) {
      const other = new TestEngine(engine.options);
      for (const data of engine.batches.slice(0, count)) other.engine.replay(data);

      // then what is left over is known, and it goes on where the other stopped
      const again = new TestEngine(engine.options);
      for (const data of engine.batches.slice(0, count)) again.engine.replay(data);
      expect(other.dump()).toEqual(again.dump());
      expect(other.engine.checkpointMetadata()).toEqual(again.engine.checkpointMetadata());
      other.nowMs = engine.nowMs;
      other.settle();
      expect(other.engine.hasBacklog).toBe(false);
    }
    expect(engine.replayed().dump()).toEqual(engine.dump());
  });

  it('should leave follow-ups beyond its budget for later batches, in order', () => {
    // given
    const engine = startEngine({ limits: { followUpCommandsMax: 2 } });
    engine.deploy(oneTask);

    // when
    engine.submit(ValueType.PROCESS_INSTANCE_CREATION, 0, engine.creation('p'));
    engine.flush();

    // then
    expect(engine.engine.hasBacklog).toBe(true);
    expect(engine.records.at(-1)).toMatchObject({ recordType: RecordType.COMMAND, isProcessed: false });
    engine.settle();
    expect(engine.engine.hasBacklog).toBe(false);
    expect(engine.activate('task')).toHaveLength(1);
  });

  it('should go on with what was left over after a restart', () => {
    // given
    const engine = new TestEngine({ limits: { followUpCommandsMax: 1 } });
    engine.deploy(oneTask);
    engine.submit(ValueType.PROCESS_INSTANCE_CREATION, 0, engine.creation('p'));
    engine.flush();

    // when
    const restarted = engine.restarted();
    restarted.settle();

    // then
    expect(restarted.activate('task')).toHaveLength(1);
    expect(restarted.replayed().dump()).toEqual(restarted.dump());
  });

  it('should take its own mistake out of the way: report it, ban the instance, serve the others', () => {
    // given
    const engine = startEngine();
    engine.deploy(oneTask);
    const broken = engine.create('p');
    const healthy = engine.create('p');
    const jobs = engine.activate('task');

    // when
    const answer = provokeMistake(engine, broken);

    // then
    expect(rejectionOf(answer)).toBe(
      'PROCESSING_ERROR: Expected to process the command without errors, but the engine failed: Expected a known command, but got 5/77',
    );
    expect(engine.events(ValueType.ERROR, ErrorIntent.CREATED)[0]?.value).toMatchObject({
      exceptionMessage: 'Expected a known command, but got 5/77',
      processInstanceKey: broken,
    });
    expect(rejectionOf(engine.job(JobIntent.COMPLETE, jobs[0]!.jobKey))).toBe(
      `INVALID_STATE: Expected a process instance that works, but the one with key '${broken}' is banned after an error of the engine`,
    );
    engine.job(JobIntent.COMPLETE, jobs[1]!.jobKey);
    expect(engine.isCompleted(healthy)).toBe(true);
    expect(rejectionOf(engine.cancel(broken))).toMatch(/^INVALID_STATE: .* is banned/);
    expect(rejectionOf(engine.setVariables(broken, { a: 1 }))).toMatch(/^INVALID_STATE: .* is banned/);
  });

  it('should not stay busy with what falls due for a banned instance', () => {
    // given
    const engine = startEngine();
    engine.deploy(waitingTwice);
    const broken = engine.create('p');
    provokeMistake(engine, broken);

    // when
    engine.advance(10_000);

    // then
    expect(engine.engine.nextDueMs()).toBeUndefined();
    expect(engine.completed()).toEqual(['start']);
  });

  it('should give a message to the next instance when the first is banned', () => {
    // given
    const engine = startEngine();
    engine.deploy(waitingTwice);
    const broken = engine.create('p');
    const next = engine.create('p');
    engine.advance(1_000);
    provokeMistake(engine, broken);

    // when
    engine.publish('paid', 'k');

    // then
    expect(engine.isCompleted(next)).toBe(true);
  });

  it('should stop an element with an incident when its step is too large, and go on', () => {
    // given an input that is copied many times over
    const engine = startEngine({ limits: { stepBytesMax: 20_000 } });
    const copies = Array.from({ length: 8 }, (_, index) => input('=text', `copy${index}`));
    engine.deploy(
      bpmn(
        { id: 'p' },
        startEvent(),
        serviceTask('task', { io: io(...copies) }),
        endEvent(),
        flow('start', 'task'),
        flow('task', 'end'),
      ),
    );

    // when
    const instance = engine.create('p', { text: 'x'.repeat(5_000) });

    // then
    const [incident] = engine.incidents();
    expect(incident?.value.errorMessage).toBe(
      'Expected one step to write at most 20000 bytes of records, but it wrote more',
    );
    expect(engine.path(instance).at(-1)).toBe('task ACTIVATING');

    // when there is less to copy
    engine.setVariables(instance, { text: 'x' });
    engine.resolve(incident!.key);

    // then
    engine.completeJob('task');
    expect(engine.isCompleted(instance)).toBe(true);
  });

  it('should refuse a command that is too large to be written, without its payload', () => {
    // given
    const engine = startEngine({ limits: { stepBytesMax: 10_000 } });
    engine.deploy(oneTask);
    const before = engine.dump();

    // when
    let answers: ReturnType<typeof answersOf> = [];
    answers = answersOf(engine, () => engine.publish('paid', 'k', { with: { text: 'x'.repeat(20_000) } }));

    // then
    expect(answers.map(rejectionText)).toEqual([
      'EXCEEDED_BATCH_RECORD_SIZE: Expected one step to write at most 10000 bytes of records, but it wrote more',
    ]);
    expect(engine.dump()).toEqual(before);
    expect(engine.records.at(-1)).toMatchObject({ valueType: ValueType.MESSAGE, value: { variables: '{}' } });
  });

  it('should refuse a command whose step is too large', () => {
    const engine = startEngine({ limits: { stepBytesMax: 10_000 } });
    engine.deploy(oneTask);
    const answers = answersOf(engine, () => engine.publish('paid', 'k', { ttl: 1, with: { text: 'x'.repeat(6_000) } }));
    expect(answers.map(({ rejectionType }) => rejectionType)).toEqual([RejectionType.EXCEEDED_BATCH_RECORD_SIZE]);
    expect(engine.engine.nextDueMs()).toBeUndefined();
  });

  it('should go back to before a batch that could not be kept', () => {
    // given
    const engine = new TestEngine();
    engine.deploy(oneTask);
    engine.settle();
    const states: unknown[][] = [];
    const batches = [1, 2, 3].map(() => {
      states.push(engine.dump());
      engine.submit(ValueType.PROCESS_INSTANCE_CREATION, 0, engine.creation('p'));
      return engine.take()!;
    });
    engine.submit(ValueType.PROCESS_INSTANCE_CREATION, 0, engine.creation('p'));

    // when
    engine.commit(batches[0]!);
    engine.discard(batches[1]!);

    // then
    expect(engine.dump()).toEqual(states[1]);
    expect(engine.engine.takeBatch()).toBeUndefined();
    expect(engine.activate('task')).toHaveLength(1);
    expect(engine.replayed().dump()).toEqual(engine.dump());
    expect(() => engine.engine.discard(batches[2]!)).toThrow(
      'Expected a batch that is neither committed nor discarded',
    );
  });

  it('should forget models of a deployment that could not be kept', () => {
    // given
    const engine = new TestEngine();
    const { processesMetadata } = deployWithoutKeeping(engine, oneTask);

    // when another process gets the same key
    const second = engine.deploy(
      bpmn({ id: 'p' }, startEvent(), serviceTask('other'), endEvent(), flow('start', 'other'), flow('other', 'end')),
    );
    engine.create('p');

    // then
    expect(second.processesMetadata[0]?.processDefinitionKey).toBe(processesMetadata[0]?.processDefinitionKey);
    expect(engine.activate('other')).toHaveLength(1);
  });

  it('should refuse a log with a hole', () => {
    const engine = startEngine();
    engine.deploy(oneTask);
    engine.create('p');
    const other = new TestEngine();
    expect(() => other.engine.replay(engine.batches[1]!)).toThrow(/^Expected the record at position 1, but got \d+$/);
  });

  it('should skip what its checkpoint holds already', () => {
    const engine = startEngine();
    engine.deploy(oneTask);
    const before = engine.dump();
    engine.engine.replay(engine.batches[0]!);
    expect(engine.dump()).toEqual(before);
  });

  it('should never write a name that its log reads differently', () => {
    // given half a surrogate pair, which UTF-8 cannot hold
    const engine = startEngine();
    engine.deploy(oneTask);
    const instance = engine.create('p');

    // when
    engine.send(ValueType.VARIABLE_DOCUMENT, VariableDocumentIntent.UPDATE, {
      scopeKey: instance,
      isLocal: true,
      variables: '{"\\ud800":1}',
      tenantId: '<default>',
    });

    // then the invariants hold: the folded state is the same
    expect(engine.variables(instance)).toEqual({ '\ufffd': 1 });
  });

  it('should answer nobody when nobody asked', () => {
    const engine = startEngine();
    engine.publish('paid', 'k', { ttl: 1 });
    const answers = answersOf(engine, () => engine.advance(1));
    expect(engine.events(ValueType.MESSAGE, MessageIntent.EXPIRED)).toHaveLength(1);
    expect(answers).toEqual([]);
    expect(engine.events(ValueType.PROCESS_INSTANCE, ProcessInstanceIntent.ELEMENT_ACTIVATED)).toEqual([]);
  });
});

function deployWithoutKeeping(engine: TestEngine, xml: string) {
  const resource = { resourceName: 'p.bpmn', resource: new TextEncoder().encode(xml) };
  engine.submit(ValueType.DEPLOYMENT, 0, deploymentCommandValue([resource]));
  engine.submit(ValueType.PROCESS_INSTANCE_CREATION, 0, engine.creation('p'));
  const batch = engine.take()!;
  const [deployment] = engine.events(ValueType.DEPLOYMENT);
  engine.discard(batch);
  return deployment!.value;
}
