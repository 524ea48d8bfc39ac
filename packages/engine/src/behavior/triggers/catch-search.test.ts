import { IncidentErrorType, JobIntent, ValueType } from '@waggle/protocol';
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
  message,
  messageEvent,
  serviceTask,
  startEvent,
  subProcess,
} from '../../../test/bpmn.ts';
import { startEngine } from '../../../test/invariants.ts';
import type { TestEngine } from '../../../test/test-engine.ts';

const definitions = error('a', 'A') + error('b', 'B') + message('m', 'news', '=id');

/** A boundary event `id` on `host` that leads to an end event of its own. */
const on = (host: string, id: string, errorId?: string) => [
  boundaryEvent(id, host, errorEvent(errorId)),
  flow(id, `${id}_end`),
  endEvent(`${id}_end`),
];

const rescue = (id: string, errorId?: string) =>
  eventSubProcess(id, eventSubProcessStart(`${id}_start`, errorEvent(errorId)));

function nested(...options: readonly { readonly inside?: readonly string[]; readonly outside?: readonly string[] }[]) {
  const inside = options.flatMap((option) => option.inside ?? []);
  const outside = options.flatMap((option) => option.outside ?? []);
  return bpmn(
    { definitions },
    startEvent(),
    flow('start', 'sub'),
    subProcess('sub', startEvent('inner'), flow('inner', 'task'), serviceTask('task'), ...inside),
    ...outside,
  );
}

function throwError(engine: TestEngine, errorCode: string): void {
  const [job] = engine.activate('task');
  engine.job(JobIntent.THROW_ERROR, job!.jobKey, { errorCode });
}

/** The events that caught, by id. */
function caught(xml: string, errorCode: string, ids: readonly string[]): string[] {
  const engine = startEngine();
  engine.deploy(xml);
  engine.create('process');
  throwError(engine, errorCode);
  return engine.completed().filter((id) => ids.includes(id));
}

describe('catching an error', () => {
  it('should prefer the exact code to the catch-all on one element, whatever their order', () => {
    const xml = nested({ inside: [...on('task', 'any'), ...on('task', 'exact', 'a')] });
    expect(caught(xml, 'A', ['any', 'exact'])).toEqual(['exact']);
    expect(caught(xml, 'B', ['any', 'exact'])).toEqual(['any']);
  });

  it('should prefer the inner catch-all to the outer exact code', () => {
    const xml = nested({ inside: [...on('task', 'any')], outside: [...on('sub', 'exact', 'a')] });
    expect(caught(xml, 'A', ['any', 'exact'])).toEqual(['any']);
  });

  it('should look further out when the inner one has another code', () => {
    const xml = nested({ inside: [...on('task', 'other', 'b')], outside: [...on('sub', 'exact', 'a')] });
    expect(caught(xml, 'A', ['other', 'exact'])).toEqual(['exact']);
  });

  it('should prefer an event sub-process to a boundary event of the same code around it', () => {
    const xml = nested({ inside: [rescue('rescue', 'a')], outside: [...on('sub', 'boundary', 'a')] });
    expect(caught(xml, 'A', ['rescue', 'boundary'])).toEqual(['rescue']);
  });

  it('should prefer the exact code on the boundary to a catch-all event sub-process', () => {
    const xml = nested({ inside: [rescue('rescue')], outside: [...on('sub', 'boundary', 'a')] });
    expect(caught(xml, 'A', ['rescue', 'boundary'])).toEqual(['boundary']);
  });

  it('should end at the event sub-process of the process', () => {
    const xml = nested({ outside: [rescue('rescue', 'a')] });
    expect(caught(xml, 'A', ['rescue'])).toEqual(['rescue']);
  });

  it('should compare codes exactly', () => {
    // given
    const engine = startEngine();
    engine.deploy(nested({ inside: [...on('task', 'exact', 'a')] }));
    engine.create('process');

    // when
    throwError(engine, 'a');

    // then
    expect(engine.incidents()[0]?.value).toMatchObject({
      errorType: IncidentErrorType.UNHANDLED_ERROR_EVENT,
      errorMessage:
        "Expected to throw an error event with the code 'a', but it was not caught. Available error events are [A]",
    });
  });

  it('should go on from the called process to its caller, inner before outer', () => {
    // given
    const engine = startEngine();
    engine.deploy(
      nested({ inside: [...on('task', 'other', 'b')] }),
      bpmn(
        { id: 'parent', definitions },
        startEvent(),
        flow('start', 'call'),
        callActivity('call', 'process'),
        ...on('call', 'any'),
        ...on('call', 'exact', 'a'),
      ),
    );
    const key = engine.create('parent');

    // when
    throwError(engine, 'A');

    // then
    expect(engine.completed(key)).toEqual(['start', 'exact', 'exact_end', 'parent']);
    expect(engine.living()).toEqual([]);
  });

  it('should not be caught by what an event sub-process has interrupted already', () => {
    // given
    const engine = startEngine();
    engine.deploy(
      bpmn(
        { definitions },
        startEvent(),
        flow('start', 'main'),
        serviceTask('main'),
        eventSubProcess(
          'told',
          eventSubProcessStart('told_start', messageEvent('m')),
          flow('told_start', 'task'),
          serviceTask('task'),
        ),
        rescue('rescue'),
      ),
    );
    const key = engine.create('process', { id: 'x' });
    engine.publish('news', 'x');

    // when
    throwError(engine, 'A');

    // then
    expect(engine.incidents()[0]?.value.errorType).toBe(IncidentErrorType.UNHANDLED_ERROR_EVENT);
    engine.cancel(key);
  });

  it('should be thrown again by a job whose incident was resolved', () => {
    // given
    const engine = startEngine();
    engine.deploy(nested());
    const key = engine.create('process');
    throwError(engine, 'A');

    // when
    engine.resolve(engine.incidents()[0]!.key);
    throwError(engine, 'A');

    // then
    const thrown = engine.events(ValueType.JOB, JobIntent.ERROR_THROWN);
    expect(thrown).toHaveLength(2);
    expect(new Set(thrown.map((record) => record.key)).size).toBe(1);
    expect(engine.incidents()).toHaveLength(1);
    engine.cancel(key);
    expect(engine.incidents()).toEqual([]);
  });
});
