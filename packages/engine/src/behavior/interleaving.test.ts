import { DEFAULT_TENANT_ID, JobIntent, jobCommandValue, MessageIntent, ValueType } from '@waggle/protocol';
import { describe, expect, it } from 'vitest';
import {
  boundaryEvent,
  bpmn,
  callActivity,
  catchEvent,
  endEvent,
  error,
  errorEvent,
  eventSubProcess,
  eventSubProcessStart,
  flow,
  message,
  messageEvent,
  parallelGateway,
  serviceTask,
  startEvent,
  subProcess,
  terminateEvent,
  timerEvent,
} from '../../test/bpmn.ts';
import { checkInvariants } from '../../test/invariants.ts';
import { TestEngine } from '../../test/test-engine.ts';

/** Backlogs in this story are shorter. */
const INTERRUPTED_AFTER_MAX = 60;

const child = bpmn(
  { id: 'child' },
  startEvent('childStart'),
  flow('childStart', 'childWork'),
  flow('childStart', 'childMore'),
  serviceTask('childWork'),
  serviceTask('childMore'),
);

/** Something of everything that ends other things. */
const story = bpmn(
  { definitions: message('m', 'news', '=id') + message('n', 'alarm', '=id') + error('e', 'broken') },
  startEvent(),
  flow('start', 'sub'),
  flow('start', 'side'),
  serviceTask('side'),
  flow('side', 'stop'),
  endEvent('stop', terminateEvent),
  subProcess(
    'sub',
    startEvent('inner'),
    flow('inner', 'call'),
    flow('inner', 'work'),
    flow('inner', 'deep'),
    callActivity('call', 'child'),
    boundaryEvent('failed', 'call', errorEvent('e')),
    flow('failed', 'afterFailed'),
    endEvent('afterFailed'),
    flow('call', 'join'),
    serviceTask('work'),
    boundaryEvent('heard', 'work', messageEvent('m'), { interrupting: false }),
    flow('heard', 'afterHeard'),
    endEvent('afterHeard'),
    flow('work', 'join'),
    parallelGateway('join'),
    subProcess(
      'deep',
      startEvent('deepStart'),
      flow('deepStart', 'waiting'),
      catchEvent('waiting', messageEvent('n')),
      eventSubProcess(
        'deepRescue',
        eventSubProcessStart('deepLate', timerEvent('timeDuration', 'PT1M')),
        flow('deepLate', 'deepMend'),
        serviceTask('deepMend'),
      ),
    ),
    eventSubProcess(
      'rescue',
      eventSubProcessStart('alarmed', messageEvent('n')),
      flow('alarmed', 'mend'),
      serviceTask('mend'),
    ),
  ),
  boundaryEvent('late', 'sub', timerEvent('timeDuration', 'PT2M')),
  flow('late', 'afterLate'),
  serviceTask('afterLate'),
  boundaryEvent('told', 'sub', messageEvent('m')),
  flow('told', 'afterTold'),
  endEvent('afterTold'),
);

/** Lets a message, due timers, an error, a terminate end and a second message come in while the first is half-way. */
function tell(followUpCommandsMax: number, interruptedAfter: number): void {
  const engine = new TestEngine({ limits: { followUpCommandsMax, terminateChunkMax: 2 } });
  engine.deploy(child, story);
  const key = engine.create('process', { id: 'x' });
  const isNews = interruptedAfter % 2 === 0;
  const { engine: partition } = engine;

  partition.process(publication(engine, isNews ? 'news' : 'alarm'), engine.nowMs);
  for (let done = 0; done < interruptedAfter && partition.processBacklog(engine.nowMs); done++);
  engine.flush();
  engine.nowMs += interruptedAfter % 3 === 0 ? 60_000 : 120_000;
  for (const command of partition.collectDueCommands(engine.nowMs, 10)) {
    partition.process(command, engine.nowMs);
    partition.processBacklog(engine.nowMs);
  }
  if (interruptedAfter % 5 === 0) sendJobs(engine, 'childWork', JobIntent.THROW_ERROR);
  partition.process(publication(engine, isNews ? 'alarm' : 'news'), engine.nowMs);
  if (interruptedAfter % 4 === 0) sendJobs(engine, 'side', JobIntent.COMPLETE);
  engine.settle();
  engine.advance(300_000);
  engine.cancel(key);

  expect(engine.events(ValueType.ERROR)).toEqual([]);
  expect(engine.isCompleted(key) || engine.isTerminated(key)).toBe(true);
  expect(engine.living()).toEqual([]);
  checkInvariants(engine);
}

function publication(engine: TestEngine, name: string) {
  return engine.command(ValueType.MESSAGE, MessageIntent.PUBLISH, {
    name,
    correlationKey: 'x',
    timeToLive: 0,
    deadline: -1,
    messageId: '',
    variables: '{"from":"outside"}',
    tenantId: DEFAULT_TENANT_ID,
    businessId: '',
  });
}

function sendJobs(engine: TestEngine, type: string, intent: number): void {
  for (const { jobKey } of engine.activate(type)) {
    const command = engine.command(ValueType.JOB, intent, jobCommandValue({ errorCode: 'broken' }), jobKey);
    engine.engine.process(command, engine.nowMs);
  }
}

describe('commands that come in between', () => {
  it.each([1, 2, 3, 7])('should do no harm wherever they do, with %i follow-ups a command', (followUpCommandsMax) => {
    for (let interruptedAfter = 0; interruptedAfter < INTERRUPTED_AFTER_MAX; interruptedAfter++) {
      tell(followUpCommandsMax, interruptedAfter);
    }
  });
});
