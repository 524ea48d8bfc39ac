import { IncidentErrorType, JobIntent, ProcessInstanceIntent, TimerIntent, ValueType } from '@waggle/protocol';
import { describe, expect, it } from 'vitest';
import {
  boundaryEvent,
  bpmn,
  catchEvent,
  element,
  endEvent,
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
  parallelGateway,
  sendJob,
  serviceTask,
  startEvent,
  subProcess,
  terminateEvent,
  throwEvent,
  timerEvent,
} from '../../test/bpmn.ts';
import { startEngine } from '../../test/invariants.ts';

describe('none end event', () => {
  it('should end its path and apply its output mappings', () => {
    // given
    const engine = startEngine();
    engine.deploy(
      bpmn(
        {},
        startEvent(),
        flow('start', 'end'),
        element('endEvent', 'end', { extensions: io(output('=x + 1', 'y')) }),
      ),
    );

    // when
    const key = engine.create('process', { x: 1 });

    // then
    expect(engine.completed(key)).toEqual(['start', 'end', 'process']);
    expect(engine.variables(key)).toEqual({ x: 1, y: 2 });
  });

  it('should stop at a failing output mapping and go on once the variable is mended', () => {
    // given
    const engine = startEngine();
    engine.deploy(
      bpmn(
        {},
        startEvent(),
        flow('start', 'end'),
        element('endEvent', 'end', { extensions: io(output('=assert(x, x != null)', 'y')) }),
      ),
    );
    const key = engine.create('process');

    // when
    engine.setVariables(key, { x: 1 });
    engine.resolve(engine.incidents()[0]!.key);

    // then
    expect(engine.isCompleted(key)).toBe(true);
  });
});

describe('terminate end event', () => {
  it('should terminate everything else in the process, which completes', () => {
    // given
    const engine = startEngine();
    engine.deploy(
      bpmn(
        { definitions: message('m', 'news', '=id') },
        startEvent(),
        flow('start', 'work'),
        flow('start', 'wait'),
        flow('start', 'go'),
        serviceTask('work'),
        catchEvent('wait', timerEvent('timeDuration', 'PT1H')),
        serviceTask('go'),
        flow('go', 'stop'),
        endEvent('stop', terminateEvent),
        eventSubProcess('onNews', eventSubProcessStart('news', messageEvent('m'))),
      ),
    );
    const key = engine.create('process', { id: 'a' });
    const [job] = engine.activate('go');
    const from = engine.records.length;

    // when
    engine.job(JobIntent.COMPLETE, job!.jobKey);

    // then
    expect(engine.trace().slice(from + 8)).toEqual([
      "C PROCESS_INSTANCE ACTIVATE_ELEMENT END_EVENT 'stop'",
      "E PROCESS_INSTANCE ELEMENT_ACTIVATING END_EVENT 'stop'",
      "E PROCESS_INSTANCE ELEMENT_ACTIVATED END_EVENT 'stop'",
      "E PROCESS_INSTANCE ELEMENT_COMPLETING END_EVENT 'stop'",
      'E PROCESS_EVENT TRIGGERING',
      'E PROCESS_EVENT TRIGGERED',
      'E PROCESS_MESSAGE_SUBSCRIPTION DELETING',
      'C MESSAGE_SUBSCRIPTION DELETE',
      "E PROCESS_INSTANCE ELEMENT_COMPLETED END_EVENT 'stop'",
      "C PROCESS_INSTANCE TERMINATE_ELEMENT SERVICE_TASK 'work'",
      "C PROCESS_INSTANCE TERMINATE_ELEMENT INTERMEDIATE_CATCH_EVENT 'wait'",
      'C PROCESS_MESSAGE_SUBSCRIPTION DELETE',
      'E MESSAGE_SUBSCRIPTION DELETED',
      "E PROCESS_INSTANCE ELEMENT_TERMINATING SERVICE_TASK 'work'",
      'E JOB CANCELED',
      "E PROCESS_INSTANCE ELEMENT_TERMINATED SERVICE_TASK 'work'",
      "E PROCESS_INSTANCE ELEMENT_TERMINATING INTERMEDIATE_CATCH_EVENT 'wait'",
      'E TIMER CANCELED',
      "E PROCESS_INSTANCE ELEMENT_TERMINATED INTERMEDIATE_CATCH_EVENT 'wait'",
      "C PROCESS_INSTANCE COMPLETE_ELEMENT PROCESS 'process'",
      'E PROCESS_MESSAGE_SUBSCRIPTION DELETED',
      "E PROCESS_INSTANCE ELEMENT_COMPLETING PROCESS 'process'",
      "E PROCESS_INSTANCE ELEMENT_COMPLETED PROCESS 'process'",
    ]);
    expect(engine.isCompleted(key)).toBe(true);
  });

  it('should complete its scope at once when nothing else lives in it', () => {
    // given
    const engine = startEngine();
    engine.deploy(bpmn({}, startEvent(), flow('start', 'stop'), endEvent('stop', terminateEvent)));

    // when
    const key = engine.create('process');

    // then
    expect(engine.completed(key)).toEqual(['start', 'stop', 'process']);
  });

  it('should end only its sub-process, and let the parent go on', () => {
    // given
    const engine = startEngine();
    engine.deploy(
      bpmn(
        {},
        startEvent(),
        flow('start', 'sub'),
        flow('start', 'beside'),
        serviceTask('beside'),
        element('subProcess', 'sub', {
          extensions: io(output('=inner', 'outer')),
          body: [
            startEvent('inner'),
            flow('inner', 'work'),
            flow('inner', 'go'),
            serviceTask('work'),
            serviceTask('go'),
            flow('go', 'stop'),
            endEvent('stop', terminateEvent),
          ].join(''),
        }),
        boundaryEvent('late', 'sub', timerEvent('timeDuration', 'PT1H')),
        flow('late', 'end'),
        flow('sub', 'after'),
        serviceTask('after'),
        endEvent(),
      ),
    );
    const key = engine.create('process');
    engine.setVariables(engine.keyOf('sub'), { inner: 1 }, true);

    // when
    engine.completeJob('go');

    // then
    expect(engine.living()).toEqual(['process', 'beside', 'after']);
    expect(engine.completed(key).slice(-2)).toEqual(['stop', 'sub']);
    expect(engine.events(ValueType.TIMER, TimerIntent.CANCELED)).toHaveLength(1);
    expect(engine.variables(key)).toEqual({ outer: 1 });
    engine.completeJob('after');
    engine.completeJob('beside');
    expect(engine.isCompleted(key)).toBe(true);
  });

  it('should drop waiting joins and tokens under way', () => {
    // given
    const engine = startEngine();
    engine.deploy(
      bpmn(
        {},
        startEvent(),
        flow('start', 'fork'),
        parallelGateway('fork'),
        flow('fork', 'stop'),
        flow('fork', 'join'),
        flow('fork', 'never'),
        flow('never', 'join'),
        serviceTask('never'),
        parallelGateway('join'),
        endEvent('stop', terminateEvent),
      ),
    );

    // when
    const key = engine.create('process');

    // then
    expect(engine.isCompleted(key)).toBe(true);
    expect(engine.events(ValueType.JOB)).toEqual([]);
  });

  it('should end an event sub-process, and the scope around it goes on', () => {
    // given
    const engine = startEngine();
    engine.deploy(
      bpmn(
        {},
        startEvent(),
        flow('start', 'main'),
        serviceTask('main'),
        eventSubProcess(
          'aside',
          eventSubProcessStart('tick', timerEvent('timeDuration', 'PT1S'), { interrupting: false }),
          flow('tick', 'work'),
          flow('tick', 'stop'),
          serviceTask('work'),
          endEvent('stop', terminateEvent),
        ),
      ),
    );
    const key = engine.create('process');

    // when
    engine.advance(1_000);

    // then
    expect(engine.living()).toEqual(['process', 'main']);
    engine.completeJob('main');
    expect(engine.isCompleted(key)).toBe(true);
  });
});

describe('error end event', () => {
  const definitions = error('e', 'broken') + error('other', 'other');

  function throwing(catches: readonly string[], beside: readonly string[] = []): string {
    return bpmn(
      { definitions },
      startEvent(),
      flow('start', 'sub'),
      subProcess('sub', startEvent('inner'), flow('inner', 'fail'), endEvent('fail', errorEvent('e')), ...beside),
      ...catches,
    );
  }

  it('should be caught on the boundary of its sub-process', () => {
    // given
    const engine = startEngine();
    engine.deploy(
      throwing(
        [boundaryEvent('onError', 'sub', errorEvent('e')), flow('onError', 'end'), endEvent()],
        [flow('inner', 'work'), serviceTask('work')],
      ),
    );
    const from = engine.records.length;

    // when
    const key = engine.create('process');

    // then
    const line = engine.trace().slice(from);
    expect(line.slice(line.indexOf("E PROCESS_INSTANCE ELEMENT_ACTIVATED END_EVENT 'fail'"))).toEqual([
      "E PROCESS_INSTANCE ELEMENT_ACTIVATED END_EVENT 'fail'",
      'E PROCESS_EVENT TRIGGERING',
      "C PROCESS_INSTANCE TERMINATE_ELEMENT SUB_PROCESS 'sub'",
      "E PROCESS_INSTANCE ELEMENT_ACTIVATING SERVICE_TASK 'work'",
      'E JOB CREATED',
      "E PROCESS_INSTANCE ELEMENT_ACTIVATED SERVICE_TASK 'work'",
      "E PROCESS_INSTANCE ELEMENT_TERMINATING SUB_PROCESS 'sub'",
      "C PROCESS_INSTANCE TERMINATE_ELEMENT END_EVENT 'fail'",
      "C PROCESS_INSTANCE TERMINATE_ELEMENT SERVICE_TASK 'work'",
      "E PROCESS_INSTANCE ELEMENT_TERMINATING END_EVENT 'fail'",
      "E PROCESS_INSTANCE ELEMENT_TERMINATED END_EVENT 'fail'",
      "E PROCESS_INSTANCE ELEMENT_TERMINATING SERVICE_TASK 'work'",
      'E JOB CANCELED',
      "E PROCESS_INSTANCE ELEMENT_TERMINATED SERVICE_TASK 'work'",
      "E PROCESS_INSTANCE ELEMENT_TERMINATED SUB_PROCESS 'sub'",
      'E PROCESS_EVENT TRIGGERED',
      "E PROCESS_INSTANCE ELEMENT_ACTIVATING BOUNDARY_EVENT 'onError'",
      "E PROCESS_INSTANCE ELEMENT_ACTIVATED BOUNDARY_EVENT 'onError'",
      "C PROCESS_INSTANCE COMPLETE_ELEMENT BOUNDARY_EVENT 'onError'",
      "E PROCESS_INSTANCE ELEMENT_COMPLETING BOUNDARY_EVENT 'onError'",
      "E PROCESS_INSTANCE ELEMENT_COMPLETED BOUNDARY_EVENT 'onError'",
      "E PROCESS_INSTANCE SEQUENCE_FLOW_TAKEN SEQUENCE_FLOW 'onError_end'",
      "C PROCESS_INSTANCE ACTIVATE_ELEMENT END_EVENT 'end'",
      "E PROCESS_INSTANCE ELEMENT_ACTIVATING END_EVENT 'end'",
      "E PROCESS_INSTANCE ELEMENT_ACTIVATED END_EVENT 'end'",
      "E PROCESS_INSTANCE ELEMENT_COMPLETING END_EVENT 'end'",
      "E PROCESS_INSTANCE ELEMENT_COMPLETED END_EVENT 'end'",
      "C PROCESS_INSTANCE COMPLETE_ELEMENT PROCESS 'process'",
      "E PROCESS_INSTANCE ELEMENT_COMPLETING PROCESS 'process'",
      "E PROCESS_INSTANCE ELEMENT_COMPLETED PROCESS 'process'",
    ]);
    expect(engine.completed(key)).not.toContain('fail');
  });

  it('should be caught by an event sub-process in its own scope', () => {
    // given
    const engine = startEngine();
    engine.deploy(
      throwing(
        [boundaryEvent('onError', 'sub', errorEvent('e')), flow('onError', 'end'), endEvent()],
        [
          eventSubProcess(
            'rescue',
            eventSubProcessStart('failed', errorEvent('e')),
            flow('failed', 'mend'),
            serviceTask('mend'),
          ),
        ],
      ),
    );
    const key = engine.create('process');

    // when
    engine.completeJob('mend');

    // then
    expect(engine.completed(key)).toEqual(['start', 'inner', 'failed', 'mend', 'rescue', 'sub', 'process']);
  });

  it('should end the whole process when thrown and caught at its root', () => {
    // given
    const engine = startEngine();
    engine.deploy(
      bpmn(
        { definitions },
        startEvent(),
        flow('start', 'fail'),
        flow('start', 'work'),
        serviceTask('work'),
        endEvent('fail', errorEvent('e')),
        eventSubProcess(
          'rescue',
          eventSubProcessStart('failed', errorEvent()),
          flow('failed', 'mend'),
          serviceTask('mend'),
        ),
      ),
    );

    // when
    const key = engine.create('process');

    // then
    expect(engine.living()).toEqual(['process', 'rescue', 'mend']);
    engine.completeJob('mend');
    expect(engine.isCompleted(key)).toBe(true);
  });

  it('should evaluate its code', () => {
    // given
    const engine = startEngine();
    engine.deploy(
      bpmn(
        { definitions: error('computed', '=&quot;bro&quot; + rest') + definitions },
        startEvent(),
        flow('start', 'sub'),
        subProcess('sub', startEvent('inner'), flow('inner', 'fail'), endEvent('fail', errorEvent('computed'))),
        boundaryEvent('onError', 'sub', errorEvent('e')),
        flow('onError', 'end'),
        endEvent(),
      ),
    );

    // when
    const key = engine.create('process', { rest: 'ken' });
    const wrong = engine.create('process', { rest: 1 });

    // then
    expect(engine.completed(key)).toContain('onError');
    const [incident] = engine.incidents();
    expect(incident?.value).toMatchObject({
      errorType: IncidentErrorType.EXTRACT_VALUE_ERROR,
      processInstanceKey: wrong,
      elementId: 'fail',
    });
    engine.setVariables(wrong, { rest: 'ken' });
    engine.resolve(incident!.key);
    expect(engine.isCompleted(wrong)).toBe(true);
  });

  it('should stop with an incident that cannot be resolved when nobody catches it', () => {
    // given
    const engine = startEngine();
    engine.deploy(throwing([boundaryEvent('onOther', 'sub', errorEvent('other')), flow('onOther', 'end'), endEvent()]));
    const key = engine.create('process');
    const [incident] = engine.incidents();

    // when
    engine.resolve(incident!.key);

    // then
    expect(incident?.value).toMatchObject({
      errorType: IncidentErrorType.UNHANDLED_ERROR_EVENT,
      errorMessage:
        "Expected to throw an error event with the code 'broken', but it was not caught. Available error events are [other]",
      elementId: 'fail',
    });
    const [again] = engine.incidents();
    expect(engine.incidents()).toHaveLength(1);
    expect(again?.key).not.toBe(incident?.key);
    expect(engine.living()).toEqual(['process', 'sub', 'fail']);

    // when
    engine.cancel(key);

    // then
    expect(engine.isTerminated(key)).toBe(true);
    expect(engine.incidents()).toEqual([]);
  });

  it('should say so when there is no error event at all', () => {
    // given
    const engine = startEngine();
    engine.deploy(throwing([]));

    // when
    engine.create('process');

    // then
    expect(engine.incidents()[0]?.value.errorMessage).toBe(
      "Expected to throw an error event with the code 'broken', but it was not caught. No error events are available in the scope.",
    );
    expect(engine.events(ValueType.PROCESS_INSTANCE, ProcessInstanceIntent.ELEMENT_COMPLETED)).toHaveLength(2);
  });
});

describe('message throw and end events', () => {
  it('should be sent by a worker, with inputs and outputs as tasks have them', () => {
    // given
    const engine = startEngine();
    engine.deploy(
      bpmn(
        { id: 'p', definitions: message('m', 'news', '=id') },
        startEvent(),
        throwEvent('throw', messageEvent('m'), sendJob('send') + io(input('=x + 1', 'y'), output('=sent', 'z'))),
        flow('start', 'throw'),
        element('endEvent', 'end', { body: messageEvent('m'), extensions: sendJob('=type') }),
        flow('throw', 'end'),
      ),
    );
    const key = engine.create('p', { x: 1, type: 'last' });

    // when
    const [job] = engine.activate('send');
    engine.job(JobIntent.COMPLETE, job!.jobKey, { variables: '{"sent":true}' });

    // then
    expect(JSON.parse(job!.variables)).toMatchObject({ y: 2 });
    expect(engine.variables(key)).toEqual({ x: 1, type: 'last', z: true });
    engine.completeJob('last', { done: true });
    expect(engine.isCompleted(key)).toBe(true);
    expect(engine.variables(key)).toMatchObject({ done: true });
  });

  it('should give up their job when their scope ends', () => {
    // given
    const engine = startEngine();
    engine.deploy(
      bpmn(
        { id: 'p' },
        startEvent(),
        throwEvent('throw', '<bpmn:messageEventDefinition/>', sendJob('send')),
        flow('start', 'throw'),
      ),
    );
    const key = engine.create('p');

    // when
    engine.cancel(key);

    // then
    expect(engine.events(ValueType.JOB, JobIntent.CANCELED)).toHaveLength(1);
    expect(engine.isTerminated(key)).toBe(true);
  });
});
