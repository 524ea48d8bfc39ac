import { IncidentErrorType, JobIntent, ProcessInstanceIntent, RecordType, ValueType } from '@waggle/protocol';
import { describe, expect, it } from 'vitest';
import {
  boundaryEvent,
  bpmn,
  endEvent,
  flow,
  input,
  io,
  output,
  serviceTask,
  startEvent,
  timerEvent,
} from '../../test/bpmn.ts';
import { startEngine } from '../../test/invariants.ts';

function oneTask(options: Parameters<typeof serviceTask>[1] = {}): string {
  return bpmn({}, startEvent(), flow('start', 'task'), serviceTask('task', options), flow('task', 'end'), endEvent());
}

describe('job task', () => {
  it('should write the golden sequence from creation to completion', () => {
    // given
    const engine = startEngine();
    engine.deploy(oneTask());
    const from = engine.records.length;

    // when
    const key = engine.create('process', { x: 1 });
    engine.completeJob('task', { y: 2 });

    // then
    expect(engine.trace().slice(from)).toEqual(GOLDEN);
    expect(engine.isCompleted(key)).toBe(true);
    expect(engine.variables(key)).toEqual({ x: 1, y: 2 });
  });

  it('should chain keys and sources through the golden sequence', () => {
    // given
    const engine = startEngine();
    engine.deploy(oneTask());

    // when
    const key = engine.create('process');

    // then
    const task = engine.keyOf('task');
    const command = engine.records.find((record) => record.recordType === RecordType.COMMAND && record.key === task);
    const created = engine.events(ValueType.JOB, JobIntent.CREATED)[0]!;
    expect(command?.intent).toBe(ProcessInstanceIntent.ACTIVATE_ELEMENT);
    expect(created.sourceRecordPosition).toBe(command?.position);
    expect(created.value).toMatchObject({
      elementInstanceKey: task,
      processInstanceKey: key,
      elementId: 'task',
      type: 'task',
      retries: 3,
    });
    const activated = engine.events(ValueType.PROCESS_INSTANCE, ProcessInstanceIntent.ELEMENT_ACTIVATED).at(-1)!;
    expect(activated.value).toMatchObject({ processInstanceKey: key, flowScopeKey: key, elementId: 'task' });
    expect(created.position).toBeLessThan(activated.position);
  });

  it('should show the worker its inputs and let only mapped outputs leave', () => {
    // given
    const engine = startEngine();
    engine.deploy(oneTask({ io: io(input('=order.id', 'id'), output('=result', 'outcome')) }));
    const key = engine.create('process', { order: { id: 7 } });

    // when
    const [job] = engine.activate('task');
    engine.job(JobIntent.COMPLETE, job!.jobKey, { variables: '{"result":"ok","other":1}' });

    // then
    expect(JSON.parse(job!.variables)).toEqual({ id: 7, order: { id: 7 } });
    expect(engine.variables(key)).toEqual({ order: { id: 7 }, outcome: 'ok' });
    expect(engine.isCompleted(key)).toBe(true);
  });

  it('should evaluate type and retries in the scope of the task', () => {
    // given
    const engine = startEngine();
    engine.deploy(oneTask({ type: '=kind + "-work"', retries: '=2 * n', io: io(input('="paint"', 'kind')) }));

    // when
    engine.create('process', { n: 4 });

    // then
    expect(engine.events(ValueType.JOB, JobIntent.CREATED)[0]?.value).toMatchObject({ type: 'paint-work', retries: 8 });
  });

  it('should stop when the type is no text, and create exactly one job once that is mended', () => {
    // given
    const engine = startEngine();
    engine.deploy(oneTask({ type: '=kind' }));
    const key = engine.create('process', { kind: 5 });
    const [incident] = engine.incidents();

    // when
    engine.setVariables(key, { kind: 'paint' });
    engine.resolve(incident!.key);

    // then
    expect(incident?.value).toMatchObject({
      errorType: IncidentErrorType.EXTRACT_VALUE_ERROR,
      elementId: 'task',
      elementInstanceKey: engine.keyOf('task'),
    });
    expect(incident?.value.errorMessage).toContain("'kind'");
    expect(incident?.value.errorMessage).toContain('STRING');
    expect(incident?.value.errorMessage).toContain('NUMBER');
    expect(engine.events(ValueType.JOB, JobIntent.CREATED)).toHaveLength(1);
    expect(engine.path(key).filter((line) => line === 'task ACTIVATING')).toHaveLength(1);
    engine.completeJob('paint');
    expect(engine.isCompleted(key)).toBe(true);
  });

  it('should stop when the retries are no number', () => {
    // given
    const engine = startEngine();
    engine.deploy(oneTask({ retries: '=n' }));

    // when
    engine.create('process', { n: 'many' });

    // then
    expect(engine.incidents()[0]?.value.errorType).toBe(IncidentErrorType.EXTRACT_VALUE_ERROR);
    expect(engine.events(ValueType.JOB)).toEqual([]);
  });

  it('should stop at a failing input mapping and go on once the variable is mended', () => {
    // given
    const engine = startEngine();
    engine.deploy(oneTask({ io: io(input('=assert(x, x != null)', 'y')) }));
    const key = engine.create('process');
    const [incident] = engine.incidents();

    // when
    engine.setVariables(key, { x: 3 });
    engine.resolve(incident!.key);

    // then
    expect(incident?.value.errorType).toBe(IncidentErrorType.IO_MAPPING_ERROR);
    expect(engine.incidents()).toEqual([]);
    expect(JSON.parse(engine.activate('task')[0]!.variables)).toEqual({ x: 3, y: 3 });
  });

  it('should stop at a failing output mapping and go on once the payload is mended', () => {
    // given
    const engine = startEngine();
    engine.deploy(oneTask({ io: io(output('=assert(x, x > 0)', 'y')) }));
    const key = engine.create('process');
    engine.completeJob('task', { x: -1 });
    const [incident] = engine.incidents();

    // when
    engine.setVariables(engine.keyOf('task'), { x: 5 }, true);
    engine.resolve(incident!.key);

    // then
    expect(incident?.value.errorType).toBe(IncidentErrorType.IO_MAPPING_ERROR);
    expect(engine.variables(key)).toEqual({ y: 5 });
    expect(engine.path(key).filter((line) => line === 'task COMPLETING')).toHaveLength(1);
    expect(engine.isCompleted(key)).toBe(true);
  });

  it('should raise a new incident when the cause was not mended', () => {
    // given
    const engine = startEngine();
    engine.deploy(oneTask({ type: '=kind' }));
    engine.create('process', { kind: 5 });
    const [first] = engine.incidents();

    // when
    engine.resolve(first!.key);

    // then
    const open = engine.incidents();
    expect(open).toHaveLength(1);
    expect(open[0]?.key).not.toBe(first?.key);
  });

  it('should cancel its job, subscriptions and incident with its instance', () => {
    // given
    const engine = startEngine();
    engine.deploy(
      bpmn(
        {},
        startEvent(),
        flow('start', 'task'),
        serviceTask('task'),
        boundaryEvent('late', 'task', timerEvent('timeDuration', 'PT1H')),
        flow('late', 'end'),
        flow('task', 'end'),
        endEvent(),
      ),
    );
    const key = engine.create('process');
    const [job] = engine.activate('task');
    engine.job(JobIntent.FAIL, job!.jobKey, { retries: 0, errorMessage: 'no' });
    const from = engine.records.length;

    // when
    engine.cancel(key);

    // then
    expect(engine.trace().slice(from + 1)).toEqual([
      "E PROCESS_INSTANCE CANCELING PROCESS 'process'",
      "C PROCESS_INSTANCE TERMINATE_ELEMENT PROCESS 'process'",
      "E PROCESS_INSTANCE ELEMENT_TERMINATING PROCESS 'process'",
      "C PROCESS_INSTANCE TERMINATE_ELEMENT SERVICE_TASK 'task'",
      "E PROCESS_INSTANCE ELEMENT_TERMINATING SERVICE_TASK 'task'",
      'E JOB CANCELED',
      'E TIMER CANCELED',
      'E INCIDENT RESOLVED',
      "E PROCESS_INSTANCE ELEMENT_TERMINATED SERVICE_TASK 'task'",
      "E PROCESS_INSTANCE ELEMENT_TERMINATED PROCESS 'process'",
    ]);
    expect(engine.living()).toEqual([]);
  });

  it('should end its path without an outgoing flow', () => {
    // given
    const engine = startEngine();
    engine.deploy(bpmn({}, startEvent(), flow('start', 'task'), serviceTask('task')));
    const key = engine.create('process');

    // when
    engine.completeJob('task');

    // then
    expect(engine.isCompleted(key)).toBe(true);
  });

  it('should send a token over each of several outgoing flows and start once for each incoming token', () => {
    // given
    const engine = startEngine();
    engine.deploy(
      bpmn(
        {},
        startEvent(),
        flow('start', 'split'),
        serviceTask('split'),
        flow('split', 'a'),
        flow('split', 'b'),
        serviceTask('a'),
        serviceTask('b'),
        flow('a', 'merged'),
        flow('b', 'merged'),
        serviceTask('merged'),
      ),
    );
    const key = engine.create('process');

    // when
    engine.completeJob('split');
    engine.completeJob('a');
    engine.completeJob('b');

    // then
    expect(engine.living()).toEqual(['process', 'merged', 'merged']);
    engine.completeJob('merged');
    expect(engine.isCompleted(key)).toBe(false);
    engine.completeJob('merged');
    expect(engine.isCompleted(key)).toBe(true);
  });
});

const GOLDEN = [
  'C PROCESS_INSTANCE_CREATION CREATE',
  'E VARIABLE CREATED',
  'E PROCESS_INSTANCE_CREATION CREATED',
  "C PROCESS_INSTANCE ACTIVATE_ELEMENT PROCESS 'process'",
  "E PROCESS_INSTANCE ELEMENT_ACTIVATING PROCESS 'process'",
  "E PROCESS_INSTANCE ELEMENT_ACTIVATED PROCESS 'process'",
  "C PROCESS_INSTANCE ACTIVATE_ELEMENT START_EVENT 'start'",
  "E PROCESS_INSTANCE ELEMENT_ACTIVATING START_EVENT 'start'",
  "E PROCESS_INSTANCE ELEMENT_ACTIVATED START_EVENT 'start'",
  "C PROCESS_INSTANCE COMPLETE_ELEMENT START_EVENT 'start'",
  "E PROCESS_INSTANCE ELEMENT_COMPLETING START_EVENT 'start'",
  "E PROCESS_INSTANCE ELEMENT_COMPLETED START_EVENT 'start'",
  "E PROCESS_INSTANCE SEQUENCE_FLOW_TAKEN SEQUENCE_FLOW 'start_task'",
  "C PROCESS_INSTANCE ACTIVATE_ELEMENT SERVICE_TASK 'task'",
  "E PROCESS_INSTANCE ELEMENT_ACTIVATING SERVICE_TASK 'task'",
  'E JOB CREATED',
  "E PROCESS_INSTANCE ELEMENT_ACTIVATED SERVICE_TASK 'task'",
  'C JOB_BATCH ACTIVATE',
  'E JOB_BATCH ACTIVATED',
  'C JOB COMPLETE',
  'E JOB COMPLETED',
  'E PROCESS_EVENT TRIGGERING',
  "C PROCESS_INSTANCE COMPLETE_ELEMENT SERVICE_TASK 'task'",
  "E PROCESS_INSTANCE ELEMENT_COMPLETING SERVICE_TASK 'task'",
  'E VARIABLE CREATED',
  'E PROCESS_EVENT TRIGGERED',
  "E PROCESS_INSTANCE ELEMENT_COMPLETED SERVICE_TASK 'task'",
  "E PROCESS_INSTANCE SEQUENCE_FLOW_TAKEN SEQUENCE_FLOW 'task_end'",
  "C PROCESS_INSTANCE ACTIVATE_ELEMENT END_EVENT 'end'",
  "E PROCESS_INSTANCE ELEMENT_ACTIVATING END_EVENT 'end'",
  "E PROCESS_INSTANCE ELEMENT_ACTIVATED END_EVENT 'end'",
  "E PROCESS_INSTANCE ELEMENT_COMPLETING END_EVENT 'end'",
  "E PROCESS_INSTANCE ELEMENT_COMPLETED END_EVENT 'end'",
  "C PROCESS_INSTANCE COMPLETE_ELEMENT PROCESS 'process'",
  "E PROCESS_INSTANCE ELEMENT_COMPLETING PROCESS 'process'",
  "E PROCESS_INSTANCE ELEMENT_COMPLETED PROCESS 'process'",
];
