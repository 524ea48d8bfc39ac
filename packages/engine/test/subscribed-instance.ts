import {
  type Key,
  type MessageSubscriptionValue,
  type ProcessMessageSubscriptionValue,
  ValueType,
} from '@waggle/protocol';
import {
  bpmn,
  endEvent,
  eventSubProcess,
  eventSubProcessStart,
  flow,
  message,
  messageEvent,
  serviceTask,
  startEvent,
} from './bpmn.ts';
import { startEngine } from './invariants.ts';
import type { TestEngine } from './test-engine.ts';

/** An instance with a non-interrupting event sub-process, which stays subscribed. */
export function subscribedInstance() {
  const engine = startEngine();
  engine.deploy(
    bpmn(
      { id: 'p', definitions: message('m', 'paid', '=key') },
      startEvent(),
      serviceTask('task'),
      endEvent(),
      flow('start', 'task'),
      flow('task', 'end'),
      eventSubProcess(
        'notice',
        eventSubProcessStart('noticed', messageEvent('m'), { interrupting: false }),
        endEvent('noticeEnd'),
        flow('noticed', 'noticeEnd'),
      ),
    ),
  );
  const instance = engine.create('p', { key: 'k' });
  const subscription = engine.events(ValueType.MESSAGE_SUBSCRIPTION)[0]!;
  const own = engine.events(ValueType.PROCESS_MESSAGE_SUBSCRIPTION)[0]!;
  return { engine, instance, subscription, own };
}

export const tellMessageSide = (engine: TestEngine, intent: number, value: MessageSubscriptionValue) =>
  engine.send(ValueType.MESSAGE_SUBSCRIPTION, intent, value);
/** @param own the instance's side, whose key tells which wait is meant. */
export const tellInstanceSide = (
  engine: TestEngine,
  intent: number,
  own: { readonly key: Key; readonly value: ProcessMessageSubscriptionValue },
) => engine.send(ValueType.PROCESS_MESSAGE_SUBSCRIPTION, intent, own.value, own.key);
/** How often the event sub-process ran. */
export const notices = (engine: TestEngine) => engine.completed().filter((id) => id === 'notice').length;
