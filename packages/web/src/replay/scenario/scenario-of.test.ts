/** Scenarios of instances that went many ways; each text is a test that runs and passes. */
import {
  boundaryEvent,
  bpmn,
  callActivity,
  catchEvent,
  dmn,
  endEvent,
  error,
  errorEvent,
  exclusiveGateway,
  flow,
  input,
  io,
  literal,
  message,
  messageEvent,
  multiInstance,
  parallelGateway,
  ruleTask,
  serviceTask,
  signal,
  signalEvent,
  startEngine,
  startEvent,
  type TestEngine,
  timerEvent,
  userTask,
  userTaskCommand,
} from '@waggle/engine/test';
import { JobIntent, type Key, UserTaskIntent, ValueType } from '@waggle/protocol';
import { describe, expect, it } from 'vitest';
import { recordLines } from '../../../test/recorded-instance.ts';
import { runScenarios } from '../../../test/run-scenarios.ts';
import { readRecordLines } from '../record-lines.ts';
import { openReplay, type Replay } from '../replay.ts';
import { NoScenario, scenarioOf } from './scenario-of.ts';

const RUN_MS = 60_000;

/** One instance that a test engine has run, and its models. */
interface Lived {
  readonly engine: TestEngine;
  readonly key: Key;
  readonly models: readonly string[];
  /** Names of the processes whose instances it called. */
  readonly called?: readonly string[];
  readonly until?: (replay: Replay) => number;
  /** What the text has to say. */
  readonly says: readonly string[];
}

const lives: Readonly<Record<string, () => Lived>> = {
  'jobs-and-a-gateway': () => {
    const model = bpmn(
      { id: 'order' },
      startEvent(),
      serviceTask('check'),
      exclusiveGateway('choice', 'choice_small'),
      serviceTask('large'),
      serviceTask('small'),
      endEvent(),
      flow('start', 'check'),
      flow('check', 'choice'),
      flow('choice', 'large', '=amount > 100'),
      flow('choice', 'small'),
      flow('large', 'end'),
      flow('small', 'end'),
    );
    const engine = deployed(model);
    const key = engine.create('order', { customer: { name: "O'Neil\u2028", tags: ['a`b', `$\{c}`] }, amount: 20 });
    const [job] = engine.activate('check');
    engine.job(JobIntent.FAIL, job!.jobKey, { retries: 2, errorMessage: 'try */ again' });
    engine.completeJob('check', { amount: 120 });
    engine.completeJob('large', { shipped: true });
    return {
      engine,
      key,
      models: [model],
      says: ["engine.failJob({ elementId: 'check' }, { retries: 2, message: 'try */ again' });", '{ amount: 120 }'],
    };
  },

  'timers-and-a-back-off': () => {
    const model = bpmn(
      { id: 'waiting' },
      startEvent(),
      catchEvent('pause', timerEvent('timeDuration', 'PT1H')),
      serviceTask('work'),
      boundaryEvent('late', 'work', timerEvent('timeCycle', 'R2/PT10M'), { interrupting: false }),
      serviceTask('remind'),
      endEvent(),
      flow('start', 'pause'),
      flow('pause', 'work'),
      flow('work', 'end'),
      flow('late', 'remind'),
      flow('remind', 'end'),
    );
    const engine = deployed(model);
    const key = engine.create('waiting');
    engine.advance(3_600_500);
    const [job] = engine.activate('work');
    engine.job(JobIntent.FAIL, job!.jobKey, { retries: 1, retryBackoff: 90_000 });
    engine.advance(1_300_000);
    engine.completeJob('remind', { reminded: 1 });
    engine.advance(1_700);
    engine.completeJob('work');
    engine.completeJob('remind', { reminded: 2 });
    return { engine, key, models: [model], says: ['engine.advance(', "backOff: 'PT90S'"] };
  },

  'a-message-that-starts-and-one-that-is-awaited': () => {
    const model = bpmn(
      { id: 'talk', definitions: message('hello', 'hello') + message('reply', 'reply', '=id') },
      startEvent('start', messageEvent('hello')),
      catchEvent('answer', messageEvent('reply')),
      endEvent(),
      flow('start', 'answer'),
      flow('answer', 'end'),
    );
    const engine = deployed(model);
    engine.publish('hello', '', { with: { id: 'A-1' } });
    engine.publish('reply', 'other', { with: { text: 'no' } });
    engine.publish('reply', 'A-1', { with: { text: 'yes' } });
    return {
      engine,
      key: engine.keyOf('talk'),
      models: [model],
      says: ["engine.publishMessage('hello'", '{ correlationKey: \'A-1\', variables: { text: "yes" } }'],
    };
  },

  'a-message-that-was-there-before': () => {
    const model = bpmn(
      { id: 'early', definitions: message('reply', 'reply', '=id') },
      startEvent(),
      serviceTask('work'),
      catchEvent('answer', messageEvent('reply')),
      endEvent(),
      flow('start', 'work'),
      flow('work', 'answer'),
      flow('answer', 'end'),
    );
    const engine = deployed(model);
    const key = engine.create('early', { id: 'A-1' });
    engine.publish('reply', 'A-1', { with: { text: 'soon' }, ttl: 60_000 });
    engine.completeJob('work');
    return { engine, key, models: [model], says: ["timeToLive: 'P1D'"] };
  },

  'incidents-that-are-resolved': () => {
    const model = bpmn(
      { id: 'mended' },
      startEvent(),
      serviceTask('work', { io: io(input('=missing.name', 'name')) }),
      exclusiveGateway('choice'),
      endEvent(),
      flow('start', 'work'),
      flow('work', 'choice'),
      flow('choice', 'end', '=ready = true'),
    );
    const engine = deployed(model);
    const key = engine.create('mended', { n: 1 });
    const [job] = engine.activate('work');
    engine.job(JobIntent.FAIL, job!.jobKey, { retries: 0, errorMessage: 'broken' });
    engine.job(JobIntent.UPDATE_RETRIES, job!.jobKey, { retries: 1 });
    resolve(engine);
    engine.completeJob('work');
    engine.setVariables(key, { ready: true });
    resolve(engine);
    return {
      engine,
      key,
      models: [model],
      says: [
        "updateRetries({ elementId: 'work' }, 1)",
        'instance.resolveIncident();',
        'instance.setVariables({ ready: true });',
      ],
    };
  },

  'an-incident-that-is-open': () => {
    const model = bpmn(
      { id: 'stuck' },
      startEvent(),
      parallelGateway('fork'),
      serviceTask('first'),
      userTask('second', { assignment: 'assignee="ann"' }),
      flow('start', 'fork'),
      flow('fork', 'first'),
      flow('fork', 'second'),
    );
    const engine = deployed(model);
    const key = engine.create('stuck');
    const [job] = engine.activate('first');
    engine.job(JobIntent.FAIL, job!.jobKey, { retries: 0, errorMessage: 'broken' });
    return {
      engine,
      key,
      models: [model],
      says: [
        '.isActive()',
        ".hasIncident({ type: 'JOB_NO_RETRIES', elementId: 'first' })",
        ".isWaitingAt('first', 'second')",
      ],
    };
  },

  'called-instances': () => called(['inner']),

  'called-instances-that-nobody-tells-of': () => ({ ...called([]), says: ["engine.mockProcess('inner'"] }),

  'a-loop-out-of-order': () => {
    const model = bpmn(
      { id: 'loop' },
      startEvent(),
      multiInstance(serviceTask('each', { type: 'item' }), {
        inputCollection: '=items',
        inputElement: 'item',
        outputCollection: 'results',
        outputElement: '=result',
      }),
      endEvent(),
      flow('start', 'each'),
      flow('each', 'end'),
    );
    const engine = deployed(model);
    const key = engine.create('loop', { items: ['a', 'b', 'c'] });
    const jobs = engine.activate('item');
    for (const place of [2, 0, 1]) {
      engine.job(JobIntent.COMPLETE, jobs[place]!.jobKey, { variables: `{"result": ${place}}` });
    }
    return {
      engine,
      key,
      models: [model],
      says: ["engine.completeJob({ elementId: 'each', at: 2 }, { result: 2 });", 'results: [0,1,2]'],
    };
  },

  'user-tasks': () => {
    const model = bpmn(
      { id: 'people' },
      startEvent(),
      userTask('approve', { form: 'formId="approval"' }),
      multiInstance(userTask('sign'), { inputCollection: '=["ann", "bob"]', inputElement: 'who' }),
      endEvent(),
      flow('start', 'approve'),
      flow('approve', 'sign'),
      flow('sign', 'end'),
    );
    const engine = deployed(model, { name: 'approval.form', xml: '{"id":"approval","components":[]}' });
    const key = engine.create('people');
    const [approve] = openTasks(engine);
    userTaskCommand(engine, UserTaskIntent.ASSIGN, approve!, { assignee: 'ann' });
    userTaskCommand(engine, UserTaskIntent.COMPLETE, approve!, { variables: '{"approved":true}' });
    const [first, second] = openTasks(engine);
    userTaskCommand(engine, UserTaskIntent.COMPLETE, second!, { variables: '{"signed":"bob"}' });
    userTaskCommand(engine, UserTaskIntent.COMPLETE, first!, {});
    return {
      engine,
      key,
      models: [model],
      says: ["engine.assignUserTask('approve', 'ann');", "{ elementId: 'sign', at: 1 }", 'approval.form'],
    };
  },

  'an-error-that-is-caught': () => {
    const model = bpmn(
      { id: 'failing', definitions: error('refused', 'REFUSED') },
      startEvent(),
      serviceTask('pay'),
      boundaryEvent('refusal', 'pay', errorEvent('refused')),
      endEvent('paid'),
      endEvent('unpaid'),
      flow('start', 'pay'),
      flow('pay', 'paid'),
      flow('refusal', 'unpaid'),
    );
    const engine = deployed(model);
    const key = engine.create('failing');
    const [job] = engine.activate('pay');
    engine.job(JobIntent.THROW_ERROR, job!.jobKey, {
      errorCode: 'REFUSED',
      errorMessage: 'no cover',
      variables: '{"why":"limit"}',
    });
    return {
      engine,
      key,
      models: [model],
      says: ["engine.throwError({ elementId: 'pay' }, 'REFUSED', 'no cover', { why: \"limit\" });"],
    };
  },

  'a-signal-and-a-cancellation': () => {
    const model = bpmn(
      { id: 'ended', definitions: signal('go', 'go') },
      startEvent(),
      catchEvent('wait', signalEvent('go')),
      serviceTask('never'),
      flow('start', 'wait'),
      flow('wait', 'never'),
    );
    const engine = deployed(model);
    const key = engine.create('ended', JSON.parse('{"__proto__": {"polluted": true}, "\\"; drop": 1}'));
    engine.broadcast('go', { by: 'all' });
    engine.cancel(key);
    return {
      engine,
      key,
      models: [model],
      says: ["engine.broadcastSignal('go'", 'instance.cancel();', '.isTerminated()'],
    };
  },

  'a-timer-that-is-due-at-once': () => {
    const model = bpmn(
      { id: 'impatient' },
      startEvent(),
      catchEvent('now', timerEvent('timeDuration', 'PT0S')),
      endEvent(),
      flow('start', 'now'),
      flow('now', 'end'),
    );
    const engine = deployed(model);
    const key = engine.create('impatient');
    engine.advance(0);
    return { engine, key, models: [model], says: ['engine.advance(0);', '.isCompleted()'] };
  },

  'a-start-by-a-timer': () => {
    const model = bpmn(
      { id: 'nightly' },
      startEvent('start', timerEvent('timeCycle', 'R1/PT1H')),
      serviceTask('work'),
      endEvent(),
      flow('start', 'work'),
      flow('work', 'end'),
    );
    const engine = deployed(model);
    engine.advance(3_600_000);
    engine.completeJob('work', { done: true });
    return { engine, key: engine.keyOf('nightly'), models: [model], says: ["startAt: ['work']"] };
  },

  'decisions-without-their-models': () => {
    const model = bpmn(
      { id: 'deciding' },
      startEvent(),
      serviceTask('work'),
      ruleTask('decide', 'discount', { resultVariable: 'discount' }),
      serviceTask('again'),
      ruleTask('repeat', 'discount', { resultVariable: 'second' }),
      endEvent(),
      flow('start', 'work'),
      flow('work', 'decide'),
      flow('decide', 'again'),
      flow('again', 'repeat'),
      flow('repeat', 'end'),
    );
    const engine = deployed(model, { name: 'd.dmn', xml: dmn('d', literal('discount', 'amount / 10')) });
    const key = engine.create('deciding', { amount: 10 });
    engine.completeJob('work');
    engine.completeJob('again', { amount: 30 });
    return {
      engine,
      key,
      models: [model],
      says: ["engine.mockDecision('discount', 1);", "engine.mockDecision('discount', 3);"],
    };
  },

  'a-moment-in-the-middle': () => {
    const model = bpmn(
      { id: 'long' },
      startEvent(),
      serviceTask('first'),
      serviceTask('second'),
      endEvent(),
      flow('start', 'first'),
      flow('first', 'second'),
      flow('second', 'end'),
    );
    const engine = deployed(model);
    const key = engine.create('long');
    engine.completeJob('first', { a: 1 });
    engine.completeJob('second', { b: 2 });
    return {
      engine,
      key,
      models: [model],
      // While the first job is being completed: what follows from it belongs to it.
      until: (replay) => replay.records.findIndex((_, index) => replay.moment(index).intent === 'COMPLETE'),
      says: [".isWaitingAt('second')", '.hasVariables({ a: 1 })'],
    };
  },
};

describe('scenarioOf', () => {
  it('should give tests that pass', { timeout: RUN_MS }, async () => {
    const texts = new Map<string, string>();
    for (const [name, live] of Object.entries(lives)) {
      // given
      const lived = live();

      // when
      const text = textOf(lived);

      // then
      for (const words of lived.says) expect(text, name).toContain(words);
      texts.set(name, text);
    }
    await runScenarios(texts);
  });

  it('should refuse an instance whose start is not told', () => {
    const { engine, key } = lives['jobs-and-a-gateway']!();
    const { records } = readRecordLines(recordLines(engine.batches, key));
    const replay = openReplay({ processInstanceKey: String(key), records: records.slice(30) });
    expect(() => scenarioOf(replay, { models: [] })).toThrow(NoScenario);
  });
});

function called(told: readonly string[]): Lived {
  const inner = bpmn(
    { id: 'inner' },
    startEvent(),
    serviceTask('work'),
    endEvent(),
    flow('start', 'work'),
    flow('work', 'end'),
  );
  const outer = bpmn(
    { id: 'outer' },
    startEvent(),
    multiInstance(callActivity('call', 'inner'), { inputCollection: '=[1, 2]', inputElement: 'n' }),
    endEvent(),
    flow('start', 'call'),
    flow('call', 'end'),
  );
  const engine = deployed(inner, outer);
  const key = engine.create('outer', { who: 'me' });
  const jobs = engine.activate('work');
  engine.job(JobIntent.COMPLETE, jobs[1]!.jobKey, { variables: '{"done":"yes"}' });
  engine.job(JobIntent.COMPLETE, jobs[0]!.jobKey, { variables: '{"done":"yes"}' });
  return { engine, key, models: told.length === 0 ? [outer] : [inner, outer], called: told, says: ['.isCompleted()'] };
}

function deployed(...models: readonly (string | { readonly name: string; readonly xml: string })[]): TestEngine {
  const engine = startEngine();
  engine.deploy(...models);
  return engine;
}

function resolve(engine: TestEngine): void {
  const [incident] = engine.incidents();
  expect(incident).toBeDefined();
  engine.resolve(incident!.key);
}

function openTasks(engine: TestEngine): readonly Key[] {
  return [...engine.store.table<Key, unknown>('userTasks').entries()].map(([key]) => key);
}

function textOf({ engine, key, models, called: names = [], until }: Lived): string {
  const replay = replayOf(engine, key);
  return scenarioOf(replay, {
    models: models.map((content, index) => ({ name: `model-${index}.bpmn`, content })),
    called: instancesOf(engine, names).map((each) => replayOf(engine, each)),
    ...(until !== undefined && { until: until(replay) }),
    runner: 'node',
  });
}

function replayOf(engine: TestEngine, key: Key): Replay {
  const { records, problems } = readRecordLines(recordLines(engine.batches, key));
  return openReplay({ processInstanceKey: String(key), records, problems });
}

function instancesOf(engine: TestEngine, names: readonly string[]): readonly Key[] {
  return [
    ...new Set(
      engine
        .events(ValueType.PROCESS_INSTANCE)
        .filter(({ value }) => names.includes(value.bpmnProcessId))
        .map(({ value }) => value.processInstanceKey),
    ),
  ];
}
