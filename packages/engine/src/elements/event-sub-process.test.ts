import { IncidentErrorType, JobIntent, MessageSubscriptionIntent, TimerIntent, ValueType } from '@waggle/protocol';
import { describe, expect, it } from 'vitest';
import {
  bpmn,
  element,
  error,
  errorEvent,
  eventSubProcess,
  eventSubProcessStart,
  flow,
  input,
  io,
  message,
  messageEvent,
  output,
  serviceTask,
  signal,
  signalEvent,
  startEvent,
  subProcess,
  timerEvent,
} from '../../test/bpmn.ts';
import { startEngine } from '../../test/invariants.ts';

const definitions = message('m', 'news', '=id') + message('n', 'alarm', '=id') + error('e', 'broken');

/** A process with the tasks `main` and `beside`, and event sub-processes. */
function hosting(...eventSubProcesses: readonly string[]): string {
  return bpmn(
    { definitions },
    startEvent(),
    flow('start', 'main'),
    flow('start', 'beside'),
    serviceTask('main'),
    serviceTask('beside'),
    ...eventSubProcesses,
  );
}

/** An event sub-process `id` that starts at `id_start` and has the task `id_task`. */
const reacting = (id: string, body: string, interrupting = true) =>
  eventSubProcess(
    id,
    eventSubProcessStart(`${id}_start`, body, { interrupting }),
    flow(`${id}_start`, `${id}_task`),
    serviceTask(`${id}_task`),
  );

describe('interrupting event sub-process', () => {
  it('should terminate everything else in its scope, run, and let the scope complete', () => {
    // given
    const engine = startEngine();
    engine.deploy(hosting(reacting('told', messageEvent('m')), reacting('late', timerEvent('timeDuration', 'PT1M'))));
    const key = engine.create('process', { id: 'x' });
    const from = engine.records.length;

    // when
    engine.publish('news', 'x', { with: { what: 'fire' } });

    // then
    expect(engine.trace().slice(from)).toEqual([
      'C MESSAGE PUBLISH',
      'E MESSAGE PUBLISHED',
      'E MESSAGE_SUBSCRIPTION CORRELATING',
      'C PROCESS_MESSAGE_SUBSCRIPTION CORRELATE',
      'E MESSAGE EXPIRED',
      'E PROCESS_MESSAGE_SUBSCRIPTION CORRELATED',
      'C MESSAGE_SUBSCRIPTION CORRELATE',
      'E PROCESS_EVENT TRIGGERING',
      'E TIMER CANCELED',
      "C PROCESS_INSTANCE TERMINATE_ELEMENT SERVICE_TASK 'main'",
      "C PROCESS_INSTANCE TERMINATE_ELEMENT SERVICE_TASK 'beside'",
      'E MESSAGE_SUBSCRIPTION CORRELATED',
      "E PROCESS_INSTANCE ELEMENT_TERMINATING SERVICE_TASK 'main'",
      'E JOB CANCELED',
      "E PROCESS_INSTANCE ELEMENT_TERMINATED SERVICE_TASK 'main'",
      "E PROCESS_INSTANCE ELEMENT_TERMINATING SERVICE_TASK 'beside'",
      'E JOB CANCELED',
      "E PROCESS_INSTANCE ELEMENT_TERMINATED SERVICE_TASK 'beside'",
      'E PROCESS_EVENT TRIGGERED',
      "E PROCESS_INSTANCE ELEMENT_ACTIVATING EVENT_SUB_PROCESS 'told'",
      'E PROCESS_EVENT TRIGGERING',
      "E PROCESS_INSTANCE ELEMENT_ACTIVATED EVENT_SUB_PROCESS 'told'",
      "C PROCESS_INSTANCE ACTIVATE_ELEMENT START_EVENT 'told_start'",
      "E PROCESS_INSTANCE ELEMENT_ACTIVATING START_EVENT 'told_start'",
      "E PROCESS_INSTANCE ELEMENT_ACTIVATED START_EVENT 'told_start'",
      "C PROCESS_INSTANCE COMPLETE_ELEMENT START_EVENT 'told_start'",
      "E PROCESS_INSTANCE ELEMENT_COMPLETING START_EVENT 'told_start'",
      'E VARIABLE CREATED',
      'E PROCESS_EVENT TRIGGERED',
      "E PROCESS_INSTANCE ELEMENT_COMPLETED START_EVENT 'told_start'",
      "E PROCESS_INSTANCE SEQUENCE_FLOW_TAKEN SEQUENCE_FLOW 'told_start_told_task'",
      "C PROCESS_INSTANCE ACTIVATE_ELEMENT SERVICE_TASK 'told_task'",
      "E PROCESS_INSTANCE ELEMENT_ACTIVATING SERVICE_TASK 'told_task'",
      'E JOB CREATED',
      "E PROCESS_INSTANCE ELEMENT_ACTIVATED SERVICE_TASK 'told_task'",
    ]);
    expect(engine.variables(key)).toEqual({ id: 'x', what: 'fire' });

    // when
    engine.completeJob('told_task');

    // then
    expect(engine.completed(key)).toEqual(['start', 'told_start', 'told_task', 'told', 'process']);
  });

  it('should run once: what comes later is ignored', () => {
    // given
    const engine = startEngine();
    engine.deploy(
      hosting(
        reacting('told', messageEvent('m')),
        reacting('alarmed', messageEvent('n')),
        reacting('ticking', timerEvent('timeCycle', 'R/PT1M'), false),
      ),
    );
    const key = engine.create('process', { id: 'x' });

    // when
    engine.publish('news', 'x');
    engine.publish('news', 'x');
    engine.publish('alarm', 'x');
    engine.advance(600_000);

    // then
    expect(engine.living()).toEqual(['process', 'told', 'told_task']);
    expect(engine.events(ValueType.MESSAGE_SUBSCRIPTION, MessageSubscriptionIntent.DELETED)).toHaveLength(1);
    expect(engine.events(ValueType.TIMER, TimerIntent.CANCELED)).toHaveLength(1);
    engine.completeJob('told_task');
    expect(engine.isCompleted(key)).toBe(true);
  });

  it('should ignore a second trigger that comes before the first is followed up', () => {
    // given
    const engine = startEngine({ limits: { followUpCommandsMax: 0 } });
    const minute = timerEvent('timeDuration', 'PT1M');
    engine.deploy(hosting(reacting('first', minute), reacting('second', minute), reacting('third', minute, false)));
    const key = engine.create('process');
    engine.nowMs += 60_000;

    // when
    for (const command of engine.engine.collectDueCommands(engine.nowMs, 10)) {
      engine.engine.process(command, engine.nowMs);
    }
    engine.settle();

    // then
    expect(engine.living()).toEqual(['process', 'first', 'first_task']);
    engine.completeJob('first_task');
    expect(engine.isCompleted(key)).toBe(true);
  });

  it('should end non-interrupting ones that run', () => {
    // given
    const engine = startEngine();
    engine.deploy(hosting(reacting('told', messageEvent('m'), false), reacting('alarmed', messageEvent('n'))));
    const key = engine.create('process', { id: 'x' });
    engine.publish('news', 'x');

    // when
    engine.publish('alarm', 'x');

    // then
    expect(engine.living()).toEqual(['process', 'alarmed', 'alarmed_task']);
    engine.completeJob('alarmed_task');
    expect(engine.isCompleted(key)).toBe(true);
  });

  it('should catch an error of a job and hand its variables to its scopes', () => {
    // given
    const engine = startEngine();
    engine.deploy(hosting(reacting('failed', errorEvent('e'))));
    const key = engine.create('process');
    const [job] = engine.activate('main');

    // when
    engine.job(JobIntent.THROW_ERROR, job!.jobKey, { errorCode: 'broken', variables: '{"why":"rust"}' });

    // then
    expect(engine.living()).toEqual(['process', 'failed', 'failed_task']);
    expect(engine.variables(key)).toEqual({ why: 'rust' });
    engine.completeJob('failed_task');
    expect(engine.isCompleted(key)).toBe(true);
  });

  it('should interrupt a sub-process only, whose outgoing flow is then taken', () => {
    // given
    const engine = startEngine();
    engine.deploy(
      bpmn(
        { definitions },
        startEvent(),
        flow('start', 'sub'),
        flow('start', 'beside'),
        serviceTask('beside'),
        subProcess(
          'sub',
          startEvent('inner'),
          flow('inner', 'work'),
          serviceTask('work'),
          reacting('late', timerEvent('timeDuration', 'PT1M')),
        ),
        flow('sub', 'after'),
        serviceTask('after'),
      ),
    );
    const key = engine.create('process');

    // when
    engine.advance(60_000);
    engine.completeJob('late_task');

    // then
    expect(engine.living()).toEqual(['process', 'beside', 'after']);
    expect(engine.completed(key)).toEqual(['start', 'inner', 'late_start', 'late_task', 'late', 'sub']);
    engine.cancel(key);
  });

  it('should not be started any more when its scope is done', () => {
    // given
    const engine = startEngine();
    engine.deploy(hosting(reacting('told', messageEvent('m')), reacting('late', timerEvent('timeDuration', 'PT1M'))));
    const key = engine.create('process', { id: 'x' });

    // when
    engine.completeJob('main');
    engine.completeJob('beside');

    // then
    expect(engine.isCompleted(key)).toBe(true);
    expect(engine.events(ValueType.TIMER, TimerIntent.CANCELED)).toHaveLength(1);
    expect(engine.events(ValueType.MESSAGE_SUBSCRIPTION, MessageSubscriptionIntent.DELETED)).toHaveLength(1);
  });
});

describe('non-interrupting event sub-process', () => {
  it('should run beside its scope, once for each message, whose payload goes to the nearest scope that has it', () => {
    // given
    const engine = startEngine();
    engine.deploy(hosting(reacting('told', messageEvent('m'), false)));
    const key = engine.create('process', { id: 'x' });

    // when
    engine.publish('news', 'x', { with: { n: 1 } });
    engine.publish('news', 'x', { with: { n: 2 } });

    // then
    expect(engine.variables(key)).toEqual({ id: 'x', n: 2 });
    expect(engine.activate('told_task').map(({ variables }) => JSON.parse(variables))).toEqual([
      { id: 'x', n: 2 },
      { id: 'x', n: 2 },
    ]);
    engine.completeJobs('main', 'beside');
    expect(engine.isCompleted(key)).toBe(false);
    engine.cancel(key);
  });

  it('should run by its cycle as often as it says', () => {
    // given
    const engine = startEngine();
    engine.deploy(hosting(reacting('tick', timerEvent('timeCycle', 'R2/PT1M'), false)));
    const key = engine.create('process');

    // when
    engine.advance(600_000);

    // then
    expect(engine.living()).toEqual(['process', 'main', 'beside', 'tick', 'tick_task', 'tick', 'tick_task']);
    engine.completeJobs('main', 'beside', 'tick_task', 'tick_task');
    expect(engine.isCompleted(key)).toBe(true);
  });

  it('should end with an incident of its cycle gone when its scope completes', () => {
    // given
    const engine = startEngine();
    engine.deploy(hosting(reacting('tick', timerEvent('timeCycle', '=cycle'), false)));
    const key = engine.create('process', { cycle: 'R/PT1M' });
    engine.setVariables(key, { cycle: 1 });
    engine.advance(60_000);
    const raised = engine.incidents().map(({ value }) => value.elementId);

    // when
    engine.completeJobs('main', 'beside', 'tick_task');

    // then
    expect(raised).toEqual(['process']);
    expect(engine.isCompleted(key)).toBe(true);
    expect(engine.incidents()).toEqual([]);
  });
});

describe('event sub-process', () => {
  it('should evaluate what it waits for in the enclosing scope', () => {
    // given
    const engine = startEngine();
    engine.deploy(
      bpmn(
        { definitions },
        startEvent(),
        flow('start', 'sub'),
        element('subProcess', 'sub', {
          extensions: io(input('="inner"', 'id')),
          body: [
            startEvent('inner'),
            flow('inner', 'work'),
            serviceTask('work'),
            reacting('told', messageEvent('m')),
          ].join(''),
        }),
      ),
    );
    const key = engine.create('process', { id: 'outer' });

    // when
    engine.publish('news', 'outer');
    const before = engine.living();
    engine.publish('news', 'inner');

    // then
    expect(before).toEqual(['process', 'sub', 'work']);
    expect(engine.living()).toEqual(['process', 'sub', 'told', 'told_task']);
    engine.cancel(key);
  });

  it('should stop the start of its scope when what it waits for cannot be evaluated', () => {
    // given
    const engine = startEngine();
    engine.deploy(hosting(reacting('told', messageEvent('m'))));
    const key = engine.create('process');
    const [incident] = engine.incidents();
    const before = engine.living();

    // when
    engine.setVariables(key, { id: 'x' });
    engine.resolve(incident!.key);

    // then
    expect(before).toEqual(['process', 'start']);
    expect(incident?.value).toMatchObject({ errorType: IncidentErrorType.EXTRACT_VALUE_ERROR, elementId: 'start' });
    expect(engine.living()).toEqual(['process', 'main', 'beside']);
    engine.publish('news', 'x');
    engine.completeJob('told_task');
    expect(engine.isCompleted(key)).toBe(true);
  });

  it.each([
    ['a message', messageEvent('m')],
    ['a signal', signalEvent('s')],
    ['a timer', timerEvent('timeDuration', '=wait')],
  ])('should say where to mend variables when %s it waits for cannot be evaluated', (_what, body) => {
    const engine = startEngine();
    engine.deploy(
      bpmn(
        { definitions: definitions + signal('s', '=name') },
        startEvent(),
        flow('start', 'main'),
        serviceTask('main'),
        reacting('alarm', body),
      ),
    );
    const instance = engine.create('process');
    const [incident] = engine.incidents();
    expect(incident?.value).toMatchObject({ elementId: 'start', variableScopeKey: instance });
  });

  it('should wait for what the start event of its scope hands on', () => {
    // given
    const engine = startEngine();
    engine.deploy(
      bpmn(
        { definitions },
        element('startEvent', 'start', { extensions: io(output('=order', 'id')) }),
        flow('start', 'main'),
        serviceTask('main'),
        reacting('told', messageEvent('m')),
      ),
    );
    const key = engine.create('process', { order: 'x' });

    // when
    engine.publish('news', 'x');

    // then
    expect(engine.living()).toEqual(['process', 'told', 'told_task']);
    engine.completeJob('told_task');
    expect(engine.isCompleted(key)).toBe(true);
  });

  it('should see what a message start event has handed to the process', () => {
    // given
    const engine = startEngine();
    engine.deploy(
      bpmn(
        { definitions: `${definitions}${message('s', 'order')}` },
        element('startEvent', 'ordered', { body: messageEvent('s') }),
        flow('ordered', 'main'),
        serviceTask('main'),
        reacting('told', messageEvent('m')),
      ),
    );
    engine.publish('order', '', { with: { id: 'x' } });

    // when
    engine.publish('news', 'x');

    // then
    expect(engine.living()).toEqual(['process', 'told', 'told_task']);
    engine.completeJob('told_task');
    expect(engine.living()).toEqual([]);
  });

  it('should apply its own mappings and those of its start event', () => {
    // given
    const engine = startEngine();
    engine.deploy(
      hosting(
        element('subProcess', 'told', {
          attributes: 'triggeredByEvent="true"',
          extensions: io(input('=id', 'copy'), output('=copy', 'heard')),
          body: [
            eventSubProcessStart('told_start', messageEvent('m'), { io: io(output('="at " + what', 'place')) }),
            flow('told_start', 'told_task'),
            serviceTask('told_task'),
          ].join(''),
        }),
      ),
    );
    const key = engine.create('process', { id: 'x' });

    // when
    engine.publish('news', 'x', { with: { what: 'sea' } });
    const [job] = engine.activate('told_task');
    engine.job(JobIntent.COMPLETE, job!.jobKey);

    // then
    expect(JSON.parse(job!.variables)).toEqual({ id: 'x', copy: 'x', place: 'at sea' });
    expect(engine.variables(key)).toEqual({ id: 'x', place: 'at sea', heard: 'x' });
  });

  it('should stop at its failing input mapping and go on once it is mended', () => {
    // given
    const engine = startEngine();
    engine.deploy(
      hosting(
        element('subProcess', 'told', {
          attributes: 'triggeredByEvent="true"',
          extensions: io(input('=assert(what, what != null)', 'copy')),
          body: [
            eventSubProcessStart('told_start', messageEvent('m')),
            flow('told_start', 'told_task'),
            serviceTask('told_task'),
          ].join(''),
        }),
      ),
    );
    const key = engine.create('process', { id: 'x' });
    engine.publish('news', 'x');
    const [incident] = engine.incidents();

    // when
    engine.setVariables(key, { what: 'sea' });
    engine.resolve(incident!.key);

    // then
    expect(incident?.value).toMatchObject({ errorType: IncidentErrorType.IO_MAPPING_ERROR, elementId: 'told' });
    engine.completeJob('told_task');
    expect(engine.isCompleted(key)).toBe(true);
  });

  it('should have event sub-processes of its own', () => {
    // given
    const engine = startEngine();
    engine.deploy(
      hosting(
        eventSubProcess(
          'told',
          eventSubProcessStart('told_start', messageEvent('m')),
          flow('told_start', 'told_task'),
          serviceTask('told_task'),
          reacting('late', timerEvent('timeDuration', 'PT1M')),
        ),
      ),
    );
    const key = engine.create('process', { id: 'x' });
    engine.publish('news', 'x');

    // when
    engine.advance(60_000);

    // then
    expect(engine.living()).toEqual(['process', 'told', 'late', 'late_task']);
    engine.completeJob('late_task');
    expect(engine.isCompleted(key)).toBe(true);
  });
});
