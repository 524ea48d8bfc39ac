import {
  IncidentErrorType,
  JobIntent,
  ProcessInstanceCreationIntent,
  RejectionType,
  ValueType,
} from '@waggle/protocol';
import { describe, expect, it } from 'vitest';
import {
  bpmn,
  endEvent,
  flow,
  input,
  io,
  listeners,
  output,
  parallelGateway,
  scriptTask,
  serviceTask,
  startEvent,
  subProcess,
} from '../test/bpmn.ts';
import { startEngine } from '../test/invariants.ts';
import { TestEngine } from '../test/test-engine.ts';

/** A text of `n` characters, made by an expression so that only the result is large. */
const LONG = '=string join(for i in 1..n return "x")';

const limits = { stepBytesMax: 20_000 };

describe('a step that is too large', () => {
  it('should stop the element in ACTIVATING, and go on once the variables are smaller', () => {
    // given
    const engine = startEngine({ limits });
    engine.deploy(
      bpmn(
        {},
        startEvent(),
        flow('start', 'task'),
        serviceTask('task', { io: io(input(LONG, 'text')) }),
        flow('task', 'end'),
        endEvent(),
      ),
    );
    const key = engine.create('process', { n: 30_000 });
    const [incident] = engine.incidents();
    const path = engine.path(key);

    // when
    engine.setVariables(key, { n: 3 });
    engine.resolve(incident!.key);

    // then
    expect(incident?.value).toMatchObject({
      errorType: IncidentErrorType.MESSAGE_SIZE_EXCEEDED,
      elementId: 'task',
      elementInstanceKey: engine.keyOf('task'),
    });
    expect(incident?.value.errorMessage).toContain('20000 bytes');
    expect(path.at(-1)).toBe('task ACTIVATING');
    const [job] = engine.activate('task');
    expect(JSON.parse(job!.variables)).toEqual({ n: 3, text: 'xxx' });
    engine.job(JobIntent.COMPLETE, job!.jobKey);
    expect(engine.isCompleted(key)).toBe(true);
  });

  it('should stop the element in COMPLETING, and go on once the variables are smaller', () => {
    // given
    const engine = startEngine({ limits });
    engine.deploy(
      bpmn(
        {},
        startEvent(),
        flow('start', 'task'),
        serviceTask('task', { io: io(output(LONG, 'text')) }),
        flow('task', 'end'),
        endEvent(),
      ),
    );
    const key = engine.create('process', { n: 30_000 });
    engine.completeJob('task', { done: true });
    const [incident] = engine.incidents();
    const path = engine.path(key);

    // when
    engine.setVariables(key, { n: 2 });
    engine.resolve(incident!.key);

    // then
    expect(incident?.value).toMatchObject({
      errorType: IncidentErrorType.MESSAGE_SIZE_EXCEEDED,
      elementId: 'task',
    });
    expect(path.at(-1)).toBe('task COMPLETING');
    expect(engine.variables(key)).toEqual({ n: 2, text: 'xx' });
    expect(engine.isCompleted(key)).toBe(true);
  });

  it('should stop an element that passes straight through, undoing all of its step', () => {
    // given
    const engine = startEngine({ limits });
    engine.deploy(
      bpmn(
        {},
        startEvent(),
        flow('start', 'script'),
        scriptTask('script', LONG, 'text'),
        flow('script', 'end'),
        endEvent(),
      ),
    );

    // when
    const key = engine.create('process', { n: 30_000 });

    // then
    expect(engine.path(key).at(-1)).toBe('script ACTIVATING');
    expect(engine.variables(key)).toEqual({ n: 30_000 });
    engine.cancel(key);
    expect(engine.isTerminated(key)).toBe(true);
    expect(engine.incidents()).toEqual([]);
  });

  it('should stop the element behind a listener, and run the listener again with the phase', () => {
    // given
    const engine = startEngine({ limits });
    engine.deploy(
      bpmn(
        {},
        startEvent(),
        flow('start', 'script'),
        scriptTask('script', LONG, 'text', listeners('start before')),
        flow('script', 'end'),
        endEvent(),
      ),
    );
    const key = engine.create('process', { n: 30_000 });
    engine.completeJob('before');

    // when
    const [incident] = engine.incidents();
    engine.setVariables(key, { n: 3 });
    engine.resolve(incident!.key);
    engine.completeJob('before');

    // then
    expect(incident?.value).toMatchObject({
      errorType: IncidentErrorType.MESSAGE_SIZE_EXCEEDED,
      elementId: 'script',
    });
    expect(engine.isCompleted(key)).toBe(true);
    expect(engine.variables(key)).toEqual({ n: 3, text: 'xxx' });
  });

  it('should stop the element in TERMINATING, and end it once there is room', () => {
    // given
    const branches = Array.from({ length: 60 }, (_, index) => [
      flow('fork', `work${index}`),
      serviceTask(`work${index}`, { type: 'work' }),
    ]).flat();
    const small = startEngine();
    small.deploy(
      bpmn(
        {},
        startEvent(),
        flow('start', 'sub'),
        subProcess('sub', startEvent('inner'), flow('inner', 'fork'), parallelGateway('fork'), ...branches),
      ),
    );
    const key = small.create('process');
    const narrow = new TestEngine({ limits: { stepBytesMax: 3_000, terminateChunkMax: 1000 } });
    for (const batch of small.batches) narrow.engine.replay(batch);
    narrow.cancel(key);
    const [incident] = narrow.incidents();

    // when
    const wide = new TestEngine();
    for (const batch of [...small.batches, ...narrow.batches]) wide.engine.replay(batch);
    const refused = narrow.resolve(incident!.key);
    wide.resolve(incident!.key);

    // then
    expect(incident?.value).toMatchObject({ errorType: IncidentErrorType.MESSAGE_SIZE_EXCEEDED, elementId: 'sub' });
    expect(refused?.record.rejectionType).toBe(RejectionType.EXCEEDED_BATCH_RECORD_SIZE);
    expect(wide.isTerminated(key)).toBe(true);
    expect(wide.living()).toEqual([]);
  });

  it('should leave other instances and the tokens of the scope alone', () => {
    // given
    const engine = startEngine({ limits });
    engine.deploy(
      bpmn(
        {},
        startEvent(),
        flow('start', 'sub'),
        subProcess(
          'sub',
          startEvent('inner'),
          flow('inner', 'large'),
          flow('inner', 'small'),
          serviceTask('large', { io: io(input(LONG, 'text')) }),
          serviceTask('small'),
        ),
      ),
    );

    // when
    const stopped = engine.create('process', { n: 30_000 });
    const fine = engine.create('process', { n: 1 });

    // then
    engine.completeJobs('small', 'small', 'large');
    expect([stopped, fine].map((key) => engine.isCompleted(key))).toEqual([false, true]);
    engine.setVariables(stopped, { n: 1 });
    engine.resolve(engine.incidents()[0]!.key);
    engine.completeJob('large');
    expect(engine.isCompleted(stopped)).toBe(true);
  });

  it.each([
    ['processed', 15_000],
    ['written', 25_000],
  ])('should be refused whole when it is a command of a client and too large to be %s', (_what, length) => {
    // given
    const engine = startEngine({ limits });
    engine.deploy(bpmn({}, startEvent(), flow('start', 'task'), serviceTask('task')));
    const before = engine.dump();

    // when
    const answer = engine.send(
      ValueType.PROCESS_INSTANCE_CREATION,
      ProcessInstanceCreationIntent.CREATE,
      engine.creation('process', { with: { text: 'x'.repeat(length) } }),
    );

    // then
    expect(answer?.record.rejectionType).toBe(RejectionType.EXCEEDED_BATCH_RECORD_SIZE);
    expect(engine.dump()).toEqual(before);
    expect(engine.events(ValueType.VARIABLE)).toEqual([]);
  });
});
