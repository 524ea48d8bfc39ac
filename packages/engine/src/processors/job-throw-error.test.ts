import { IncidentErrorType, JobIntent, type Key, ValueType } from '@waggle/protocol';
import { describe, expect, it } from 'vitest';
import {
  boundaryEvent,
  bpmn,
  callActivity,
  endEvent,
  error,
  errorEvent,
  eventSubProcess,
  eventSubProcessStart,
  flow,
  io,
  output,
  serviceTask,
  startEvent,
  subProcess,
} from '../../test/bpmn.ts';
import { startEngine } from '../../test/invariants.ts';
import { rejectionOf } from '../../test/outcome.ts';
import type { TestEngine } from '../../test/test-engine.ts';

const definitions = error('error_a', 'A') + error('error_b', 'B');
const task = [startEvent(), serviceTask('task'), endEvent(), flow('start', 'task'), flow('task', 'end')];

/** A boundary event with its own end. */
const caughtAt = (id: string, host: string, body: string, mappings?: string) =>
  boundaryEvent(id, host, body, mappings === undefined ? {} : { io: mappings }) +
  endEvent(`${id}_end`) +
  flow(id, `${id}_end`);

function throwing(xml: string, changes: Parameters<TestEngine['job']>[2], ...others: string[]) {
  const engine = startEngine();
  for (const other of others) engine.deploy(other);
  engine.deploy(xml);
  const instance = engine.create('p');
  const jobKey = engine.activate('task')[0]!.jobKey;
  const answer = engine.job(JobIntent.THROW_ERROR, jobKey, changes);
  return { engine, instance, jobKey, answer };
}

describe('JOB THROW_ERROR', () => {
  it('should be caught on the boundary, which keeps the variables to itself', () => {
    // when
    const { engine, instance, jobKey, answer } = throwing(
      bpmn({ id: 'p', definitions }, ...task, caughtAt('caught', 'task', errorEvent('error_a'))),
      { errorCode: 'A', errorMessage: 'said', variables: '{"why":1}' },
    );

    // then
    expect(answer?.record).toMatchObject({
      valueType: ValueType.JOB,
      intent: JobIntent.ERROR_THROWN,
      key: jobKey,
      value: { errorCode: 'A', errorMessage: 'said', variables: '{"why":1}' },
    });
    expect(engine.completed(instance)).toEqual(['start', 'caught', 'caught_end', 'p']);
    expect(engine.path(instance)).toContain('task TERMINATED');
    expect(engine.events(ValueType.JOB, JobIntent.CANCELED)).toEqual([]);
    expect(engine.variables(instance)).toEqual({});
    expect(engine.variables(engine.keyOf('caught'))).toEqual({ why: 1 });
  });

  it('should let variables leave the boundary event by its output mapping', () => {
    const { engine, instance } = throwing(
      bpmn(
        { id: 'p', definitions },
        ...task,
        caughtAt('caught', 'task', errorEvent('error_a'), io(output('=why + 1', 'reason'))),
      ),
      { errorCode: 'A', variables: '{"why":1}' },
    );
    expect(engine.variables(instance)).toEqual({ reason: 2 });
  });

  it('should prefer the event for its code to the one for all codes', () => {
    const xml = bpmn(
      { id: 'p', definitions },
      ...task,
      caughtAt('all', 'task', errorEvent()),
      caughtAt('only_b', 'task', errorEvent('error_b')),
    );
    expect(throwing(xml, { errorCode: 'B' }).engine.completed()).toContain('only_b');
    expect(throwing(xml, { errorCode: 'A' }).engine.completed()).toContain('all');
    expect(throwing(xml, { errorCode: 'b' }).engine.completed()).toContain('all');
  });

  it('should prefer an inner event for all codes to an outer one for its code', () => {
    const inner = subProcess('sub', ...task, caughtAt('inner', 'task', errorEvent()));
    const xml = bpmn(
      { id: 'p', definitions },
      startEvent('s'),
      inner,
      endEvent('e'),
      flow('s', 'sub'),
      flow('sub', 'e'),
      caughtAt('outer', 'sub', errorEvent('error_a')),
    );
    const { engine } = throwing(xml, { errorCode: 'A' });
    expect(engine.completed()).toContain('inner');
    expect(engine.completed()).not.toContain('outer');
  });

  it('should prefer an event sub-process to the boundary event of its scope', () => {
    const caught = eventSubProcess(
      'handler',
      eventSubProcessStart('handled', errorEvent('error_a')),
      endEvent('handlerEnd'),
      flow('handled', 'handlerEnd'),
    );
    const xml = bpmn(
      { id: 'p', definitions },
      startEvent('s'),
      subProcess('sub', ...task, caught),
      endEvent('e'),
      flow('s', 'sub'),
      flow('sub', 'e'),
      caughtAt('outer', 'sub', errorEvent('error_a')),
    );
    const { engine, instance } = throwing(xml, { errorCode: 'A', variables: '{"why":1}' });
    expect(engine.completed()).toEqual(['s', 'start', 'handled', 'handlerEnd', 'handler', 'sub', 'e', 'p']);
    expect(engine.variables(instance)).toEqual({ why: 1 });
  });

  it('should be caught by the call activity of the calling process', () => {
    const { engine, instance } = throwing(
      bpmn(
        { id: 'p', definitions },
        startEvent('s'),
        callActivity('call', 'child'),
        endEvent('e'),
        flow('s', 'call'),
        flow('call', 'e'),
        caughtAt('caught', 'call', errorEvent('error_a')),
      ),
      { errorCode: 'A' },
      bpmn({ id: 'child' }, ...task),
    );
    expect(engine.completed(instance)).toEqual(['s', 'caught', 'caught_end', 'p']);
    expect(engine.path()).toContain('child TERMINATED');
  });

  it('should stop with an incident that names the codes that would be caught', () => {
    // when
    const { engine, jobKey } = throwing(
      bpmn({ id: 'p', definitions }, ...task, caughtAt('only_b', 'task', errorEvent('error_b'))),
      { errorCode: 'A', errorMessage: 'said' },
    );

    // then
    const [incident] = engine.incidents();
    expect(incident?.value).toMatchObject({
      errorType: IncidentErrorType.UNHANDLED_ERROR_EVENT,
      errorMessage:
        "Expected to throw an error event with the code 'A' with message 'said', but it was not caught. Available error events are [B]",
      jobKey,
    });

    // when it is resolved the same job can be activated again
    engine.resolve(incident!.key);
    expect(engine.activate('task')).toMatchObject([{ jobKey, retries: 3 }]);
  });

  it('should say when nothing would be caught at all', () => {
    const { engine } = throwing(bpmn({ id: 'p' }, ...task), { errorCode: 'A' });
    expect(engine.incidents()[0]?.value.errorMessage).toBe(
      "Expected to throw an error event with the code 'A', but it was not caught. No error events are available in the scope.",
    );
  });

  it('should refuse an unknown job, one that threw already, and variables that are no object', () => {
    const { engine, jobKey } = throwing(bpmn({ id: 'p' }, ...task), { errorCode: 'A' });
    expect(rejectionOf(engine.job(JobIntent.THROW_ERROR, 7n as Key))).toBe(
      "NOT_FOUND: Expected to throw an error for job with key '7', but no such job was found",
    );
    expect(rejectionOf(engine.job(JobIntent.THROW_ERROR, jobKey))).toBe(
      `INVALID_STATE: Expected to throw an error for job with key '${jobKey}', but it is in state 'ERROR_THROWN'`,
    );
    const other = throwing(bpmn({ id: 'p' }, ...task), { errorCode: 'A', variables: '1' });
    expect(rejectionOf(other.answer)).toMatch(/^INVALID_ARGUMENT: /);
    expect(other.engine.incidents()).toEqual([]);
  });
});
