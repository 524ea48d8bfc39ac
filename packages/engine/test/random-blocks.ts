/** Random stretches of a process over the elements that are more than a task or an event to wait for. */
import {
  catchEvent,
  escalationEvent,
  flow,
  inclusiveGateway,
  type Loop,
  linkEvent,
  listeners,
  messageEvent,
  multiInstance,
  sendJob,
  signalEvent,
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

/** An event that is thrown on the way: a signal, an escalation, or a message that a worker sends. */
export function throwBlock(draw: Draw): Block {
  const { random } = draw;
  const id = draw.name('throw');
  const xml = random.pick([
    () => throwEvent(id, signalEvent(`signal_${random.pick(SIGNAL_NAMES)}`)),
    () => throwEvent(id, escalationEvent(`escalation_${random.pick(ESCALATION_CODES)}`)),
    () => throwEvent(id, messageEvent(draw.message()), sendJob(random.pick(JOB_TYPES))),
  ])();
  return { xml, entry: id, exit: id };
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
    ...(random.chance(0.4) && { outputCollection: 'results', outputElement: '=item' }),
    ...(random.chance(0.3) && { completionCondition: `=numberOfCompletedInstances >= ${random.between(1, 2)}` }),
  };
  return { ...activity, xml: multiInstance(activity.xml, loop) };
}

export function listenedActivity(random: Random, activity: Activity): Activity {
  const chosen = ['start', 'end'].filter(() => random.chance(0.6)).map((event) => `${event} ${LISTENER_TYPE}`);
  return chosen.length === 0 ? activity : { ...activity, xml: withExtension(activity.xml, listeners(...chosen)) };
}
