import {
  ErrorIntent,
  JobIntent,
  ProcessInstanceCreationIntent,
  RecordType,
  RejectionType,
  UserTaskIntent,
  ValueType,
} from '@waggle/protocol';
import { describe, expect, it, onTestFinished } from 'vitest';
import {
  boundaryEvent,
  bpmn,
  callActivity,
  endEvent,
  flow,
  message,
  messageEvent,
  serviceTask,
  startEvent,
  timerEvent,
  userTask,
} from '../test/bpmn.ts';
import { startEngine } from '../test/invariants.ts';
import { migrate } from '../test/migration.ts';
import { modify } from '../test/modification.ts';
import { rejectionOf } from '../test/outcome.ts';
import { commentCommand } from '../test/saved-filters.ts';
import type { TestEngine } from '../test/test-engine.ts';
import { keptUserTask, userTaskCommand, userTaskKey } from '../test/user-tasks.ts';
import { createEngineState } from './state/engine-state.ts';

const child = (id: string) => bpmn({ id }, startEvent(), flow('start', 'end'), endEvent());

/** Waits in `task` and then calls whichever process the variable `next` names. */
const caller = bpmn(
  { id: 'caller', definitions: message('m', 'news', '=id') },
  startEvent(),
  flow('start', 'task'),
  flow('start', 'other'),
  serviceTask('task'),
  serviceTask('other'),
  boundaryEvent('tick', 'other', timerEvent('timeCycle', 'R/PT1M'), { interrupting: false }),
  flow('tick', 'ticked'),
  endEvent('ticked'),
  boundaryEvent('told', 'other', messageEvent('m'), { interrupting: false }),
  flow('told', 'heard'),
  endEvent('heard'),
  flow('task', 'call'),
  callActivity('call', '=next'),
);

/** Makes the stored document of a definition unreadable, which no deployment could, until the test is over. */
function poison(engine: TestEngine, bpmnProcessId: string): void {
  const { processes, latestProcesses } = createEngineState(engine.store);
  const definition = processes.get(latestProcesses.get(bpmnProcessId)!.processDefinitionKey)!;
  processes.put(definition.processDefinitionKey, { ...definition, resource: new TextEncoder().encode('<poison') });
  onTestFinished(() => processes.put(definition.processDefinitionKey, definition));
}

describe('an error of the engine itself', () => {
  it('should ban the instance, write why, and let the others go on', () => {
    // given
    const engine = startEngine();
    engine.deploy(child('good'), child('bad'), caller);
    poison(engine, 'bad');
    const banned = engine.create('caller', { next: 'bad', id: 'x' });
    const other = engine.create('caller', { next: 'good', id: 'y' });

    // when
    engine.completeJobs('task', 'task');

    // then
    const [written, ...more] = engine.events(ValueType.ERROR, ErrorIntent.CREATED);
    expect(more).toEqual([]);
    expect(written?.value.processInstanceKey).toBe(banned);
    expect(written?.value.exceptionMessage).toContain("'bad'");
    expect(written?.value.stacktrace).not.toBe('');
    const failed = engine.records.find(({ position }) => position === written?.value.errorEventPosition);
    expect(failed?.value).toMatchObject({ elementId: 'call', processInstanceKey: banned });
    expect(engine.rejections().map(({ rejectionType }) => rejectionType)).toEqual([RejectionType.PROCESSING_ERROR]);

    // when
    for (const { jobKey } of engine.activate('other')) engine.job(JobIntent.COMPLETE, jobKey);

    // then
    expect([banned, other].map((key) => engine.isCompleted(key))).toEqual([false, true]);
    expect(engine.path(banned)).not.toContain('call ACTIVATING');
  });

  it('should refuse what would move a banned instance on, and let nothing of it stay due', () => {
    // given
    const engine = startEngine();
    engine.deploy(child('bad'), caller);
    poison(engine, 'bad');
    const banned = engine.create('caller', { next: 'bad', id: 'x' });
    engine.completeJob('task');
    const [job] = engine.activate('other', 1, { timeoutMs: 1_000 });
    const before = engine.path(banned);

    // when
    const completed = engine.job(JobIntent.COMPLETE, job!.jobKey);
    const changed = engine.setVariables(banned, { next: 'good' });
    engine.publish('news', 'x', { ttl: 1_000 });
    engine.advance(600_000);

    // then
    expect([completed, changed].map((answer) => answer?.record.rejectionType)).toEqual([
      RejectionType.INVALID_STATE,
      RejectionType.INVALID_STATE,
    ]);
    expect(completed?.record.rejectionReason).toContain(`${banned}`);
    expect(engine.path(banned)).toEqual(before);
    expect(engine.engine.nextDueMs()).toBeUndefined();
  });

  it('should refuse what people and operators ask of a banned instance', () => {
    // given
    const engine = startEngine();
    engine.deploy(
      child('bad'),
      bpmn(
        { id: 'p' },
        startEvent(),
        flow('start', 'task'),
        flow('start', 'approve'),
        serviceTask('task'),
        userTask('approve'),
        flow('task', 'call'),
        callActivity('call', 'bad'),
      ),
    );
    poison(engine, 'bad');
    const banned = engine.create('p');
    engine.completeJob('task');
    const before = engine.path(banned);

    // when
    const definitionKey = engine.events(ValueType.PROCESS).at(-1)!.key;
    const refused = [
      userTaskCommand(engine, UserTaskIntent.COMPLETE, userTaskKey(engine)),
      modify(engine, banned, { terminate: ['approve'] }),
      migrate(engine, banned, definitionKey, { approve: 'approve' }),
      engine.suspend(banned),
    ];

    // then
    for (const answer of refused) expect(rejectionOf(answer)).toMatch(/^INVALID_STATE: .* is banned/);
    expect(engine.path(banned)).toEqual(before);
    expect(keptUserTask(engine, userTaskKey(engine))?.state).toBe('CREATED');
    // What people say about a task moves nothing.
    expect(commentCommand(engine, userTaskKey(engine)).record.recordType).toBe(RecordType.EVENT);
  });

  it('should answer the client and leave no trace of the command but the error', () => {
    // given
    const engine = startEngine();
    engine.deploy(child('bad'));
    poison(engine, 'bad');
    const before = engine.dump();

    // when
    const answer = engine.send(
      ValueType.PROCESS_INSTANCE_CREATION,
      ProcessInstanceCreationIntent.CREATE,
      engine.creation('bad', { with: { x: 1 } }),
    );

    // then
    expect(answer?.record.rejectionType).toBe(RejectionType.PROCESSING_ERROR);
    expect(answer?.record.rejectionReason).toContain("'bad'");
    expect(engine.dump()).toEqual(before);
    expect(engine.trace().slice(-3)).toEqual([
      'C PROCESS_INSTANCE_CREATION CREATE',
      'E ERROR CREATED',
      'R PROCESS_INSTANCE_CREATION CREATE',
    ]);
  });
});
