/** Random stretches of a process over the elements that are more than a task or an event to wait for. */
import {
  adHocSubProcess,
  catchEvent,
  compensation,
  compensationEvent,
  element,
  escalationEvent,
  flow,
  inclusiveGateway,
  type Loop,
  linkEvent,
  listeners,
  messageEvent,
  multiInstance,
  sendJob,
  serviceTask,
  signalEvent,
  startEvent,
  subProcess,
  throwEvent,
  userTask,
} from './bpmn.ts';
import type { Random } from './random.ts';
import {
  type Activity,
  type Block,
  CHOICES,
  type Draw,
  ESCALATION_CODES,
  ITEMS,
  JOB_TYPES,
  LEADER_TYPE,
  LISTENER_TYPE,
  SIGNAL_NAMES,
  withExtension,
} from './random-draw.ts';

/** Any number of branches, at least the default one; joined again. */
export function inclusiveBlock(draw: Draw, depth: number): Block {
  const { random } = draw;
  const fork = draw.name('or_fork');
  const join = draw.name('or_join');
  const branches = Array.from({ length: random.between(2, 3) }, () => draw.sequence(depth));
  const last = branches.length - 1;
  return {
    xml: [
      inclusiveGateway(fork, `${fork}_${branches[last]!.entry}`),
      inclusiveGateway(join),
      ...branches.map(({ xml }) => xml),
      ...branches.map(({ entry }, index) =>
        flow(fork, entry, index === last ? undefined : `=${random.pick(CHOICES)} = ${random.between(1, 2)}`),
      ),
      ...branches.map(({ exit }) => flow(exit, join)),
    ].join(''),
    entry: fork,
    exit: join,
  };
}

export function linkBlock(draw: Draw): Block {
  const thrown = draw.name('link_throw');
  const caught = draw.name('link_catch');
  const name = draw.name('link');
  return {
    xml: `${throwEvent(thrown, linkEvent(name))}${catchEvent(caught, linkEvent(name))}`,
    entry: thrown,
    exit: caught,
  };
}

/** An event that is thrown on the way: a signal, an escalation, a compensation, or a message that a worker sends. */
export function throwBlock(draw: Draw): Block {
  const { random } = draw;
  const id = draw.name('throw');
  const xml = random.pick([
    () => throwEvent(id, signalEvent(`signal_${random.pick(SIGNAL_NAMES)}`)),
    () => throwEvent(id, escalationEvent(`escalation_${random.pick(ESCALATION_CODES)}`)),
    () => throwEvent(id, compensationEvent()),
    () => throwEvent(id, messageEvent(draw.message()), sendJob(random.pick(JOB_TYPES))),
  ])();
  return { xml, entry: id, exit: id };
}

/** Some stretches in any number and order, by a list or as a worker says. */
export function adHocActivity(draw: Draw, depth: number): Activity {
  const { random } = draw;
  const id = draw.name('ad_hoc');
  const branches = Array.from({ length: random.between(1, 3) }, () => enclosed(draw, depth));
  const entries = branches.map(({ entry }) => entry);
  const isLed = random.chance(0.4);
  if (isLed) draw.adHoc(id, entries);
  const listed = [...entries, random.pick(entries)].map((entry) => `"${entry}"`).join(', ');
  // One that does not hold would leave it waiting for a client to start more.
  const condition = random.pick([undefined, '=true', '=is defined(adHocSubProcessElements)']);
  return {
    id,
    xml: adHocSubProcess(
      id,
      {
        ...(isLed ? { jobType: LEADER_TYPE } : { activeElementsCollection: `=[${listed}]` }),
        ...(!isLed && condition !== undefined && { completionCondition: condition }),
        ...(!isLed && { cancelRemainingInstances: random.chance(0.5) }),
        ...(random.chance(0.3) && { outputCollection: `results_of_${id}`, outputElement: '=choice0' }),
      },
      ...branches.map(({ xml }) => xml),
    ),
  };
}

/** A stretch inside a sub-process: there, paths may have end events, which an ad-hoc sub-process itself must not hold. */
function enclosed(draw: Draw, depth: number): Block {
  const id = draw.name('part');
  const start = draw.name('start');
  const body = draw.sequence(depth);
  return { xml: subProcess(id, startEvent(start), flow(start, body.entry), body.xml), entry: id, exit: id };
}

/** What undoes an activity, beside it. */
export function compensationOf(draw: Draw, hostId: string): string {
  const id = draw.name('undo');
  const handler = draw.random.chance(0.6)
    ? serviceTask(id, { type: draw.random.pick(JOB_TYPES) })
    : element('manualTask', id);
  return compensation(hostId, id, handler);
}

export function randomUserTask(draw: Draw): Activity {
  const { random } = draw;
  const id = draw.name('user_task');
  const isJob = random.chance(0.2);
  const events = ['creating', 'assigning', 'updating', 'completing', 'canceling'];
  const chosen = isJob ? [] : events.filter(() => random.chance(0.35));
  return {
    id,
    xml: userTask(id, {
      isJob,
      ...(random.chance(0.4) && { assignment: 'assignee="ann" candidateGroups="staff, boss"' }),
      ...(random.chance(0.2) && { priority: '=70' }),
      listeners: chosen.map((event) => `${event}:${LISTENER_TYPE}`),
    }),
  };
}

/** The activity once per item of a list. */
export function loopedActivity(random: Random, activity: Activity): Activity {
  const loop: Loop = {
    inputCollection: random.pick(['=[1, 2, 3]', '=["a"]', '=[]', `=${ITEMS}`]),
    inputElement: 'item',
    isSequential: random.chance(0.5),
    ...(random.chance(0.4) && { outputCollection: `results_${activity.id}`, outputElement: '=item' }),
    ...(random.chance(0.3) && { completionCondition: `=numberOfCompletedInstances >= ${random.between(1, 2)}` }),
  };
  return { ...activity, xml: multiInstance(activity.xml, loop) };
}

export function listenedActivity(random: Random, activity: Activity): Activity {
  const chosen = ['start', 'end'].filter(() => random.chance(0.6)).map((event) => `${event} ${LISTENER_TYPE}`);
  return chosen.length === 0 ? activity : { ...activity, xml: withExtension(activity.xml, listeners(...chosen)) };
}
