/** How the instance came to be. */
import {
  BpmnElementType,
  BpmnEventType,
  joinJsonObject,
  type Key,
  MessageStartEventSubscriptionIntent,
  type MessageStartEventSubscriptionValue,
  ProcessInstanceCreationIntent,
  type ProcessInstanceCreationValue,
  ProcessInstanceIntent,
  type ProcessInstanceValue,
  parseKey,
  RecordType,
  SignalIntent,
  ValueType,
  type VariableValue,
} from '@waggle/protocol';
import { broadcastSignal, publishMessage } from './message-steps.ts';
import { commentText, jsonLiteral, quoted } from './source-text.ts';
import type { Step } from './step.ts';
import type { Story } from './story.ts';

export interface Start {
  readonly lines: readonly string[];
  readonly processId: string;
  /** Epoch ms. */
  readonly timestamp: number;
  /** Records up to here are behind it. */
  readonly position: number;
  /** A message that has been published for it. */
  readonly messageKey: Key | undefined;
  /** The start event, where a test has to begin behind it; otherwise empty. */
  readonly skipped: string;
}

/** @returns `undefined` when the records do not reach back to it. */
export function startOf(story: Story): Start | undefined {
  const key = parseKey(story.root.processInstanceKey);
  const activating = story.records.find(
    (record) =>
      record.key === key &&
      record.recordType === RecordType.EVENT &&
      record.valueType === ValueType.PROCESS_INSTANCE &&
      record.intent === ProcessInstanceIntent.ELEMENT_ACTIVATING,
  );
  if (key === undefined || activating === undefined) return undefined;
  const { position, timestamp } = activating;
  const { bpmnProcessId: processId } = activating.value as ProcessInstanceValue;
  const start = { processId, timestamp, position, messageKey: undefined, skipped: '' };
  const found = `const instance = engine.instances(${quoted(processId)})[0]!;`;

  const creation = story.firstEvent(ValueType.PROCESS_INSTANCE_CREATION, key) ?? creationOf(story, key);
  if (creation !== undefined) {
    const { variables, ...options } = creation.value;
    return { ...start, position: creation.position, lines: startLines(processId, { variables, ...options }) };
  }
  const message = story.records.find(
    ({ recordType, valueType, intent, value }) =>
      recordType === RecordType.EVENT &&
      valueType === ValueType.MESSAGE_START_EVENT_SUBSCRIPTION &&
      intent === MessageStartEventSubscriptionIntent.CORRELATED &&
      (value as MessageStartEventSubscriptionValue).processInstanceKey === key,
  );
  if (message !== undefined) {
    const { messageKey } = message.value as MessageStartEventSubscriptionValue;
    return { ...start, messageKey, lines: [...linesOf(publishMessage(message, story)), found] };
  }
  const event = startEventOf(story, key);
  const signal = story.records.find(
    (record) =>
      record.recordType === RecordType.COMMAND &&
      record.valueType === ValueType.SIGNAL &&
      record.intent === SignalIntent.BROADCAST &&
      record.position < position,
  );
  if (event?.bpmnEventType === BpmnEventType.SIGNAL && signal !== undefined) {
    return { ...start, lines: [...linesOf(broadcastSignal(signal, story)), found] };
  }
  const isPlain = event === undefined || PLAIN_EVENTS.includes(event.bpmnEventType);
  const variables = initialVariables(story, key);
  if (isPlain) return { ...start, lines: startLines(processId, { variables }) };
  const { elementId: skipped } = event;
  const next = elementBehind(story, key, skipped);
  return {
    ...start,
    skipped,
    lines: [
      `// It began at ${commentText(skipped)}, which nothing in this test triggers: the test begins behind it.`,
      ...startLines(processId, { variables, startInstructions: next === undefined ? [] : [next] }),
    ],
  };
}

/** Event types of start events that a test begins at when it just starts the process. */
const PLAIN_EVENTS: readonly number[] = [BpmnEventType.UNSPECIFIED, BpmnEventType.NONE];

function creationOf(story: Story, key: Key) {
  const record = story.records.find(
    ({ recordType, valueType, intent, value }) =>
      recordType === RecordType.EVENT &&
      valueType === ValueType.PROCESS_INSTANCE_CREATION &&
      intent === ProcessInstanceCreationIntent.CREATED &&
      (value as ProcessInstanceCreationValue).processInstanceKey === key,
  );
  return record && { position: record.position, value: record.value as ProcessInstanceCreationValue };
}

type StartValues = Pick<ProcessInstanceCreationValue, 'variables'> & Partial<ProcessInstanceCreationValue>;

function startLines(processId: string, values: StartValues): readonly string[] {
  const { variables, startInstructions = [], tags = [], businessId = '', terminateAfterElementIds = [] } = values;
  const list = (ids: readonly string[]) => `[${ids.map(quoted).join(', ')}]`;
  const options = [
    ...(variables === '' || variables === '{}' ? [] : [`variables: ${jsonLiteral(variables, '  ')}`]),
    ...(startInstructions.length === 0 ? [] : [`startAt: ${list(startInstructions)}`]),
    ...(tags.length === 0 ? [] : [`tags: ${list(tags)}`]),
    ...(businessId === '' ? [] : [`businessId: ${quoted(businessId)}`]),
  ];
  const argument = options.length === 0 ? '' : `, { ${options.join(', ')} }`;
  return [
    ...(terminateAfterElementIds.length === 0
      ? []
      : [`// TODO: the instance was to end behind ${list(terminateAfterElementIds)}, which a test cannot ask for yet`]),
    `const instance = engine.start(${quoted(processId)}${argument});`,
  ];
}

function linesOf(made: Step | undefined): readonly string[] {
  return made?.lines ?? [];
}

/** Where the instance began. */
function startEventOf(story: Story, key: Key): ProcessInstanceValue | undefined {
  const record = story.records.find(
    ({ recordType, valueType, value }) =>
      recordType === RecordType.EVENT &&
      valueType === ValueType.PROCESS_INSTANCE &&
      (value as ProcessInstanceValue).flowScopeKey === key &&
      (value as ProcessInstanceValue).bpmnElementType === BpmnElementType.START_EVENT,
  );
  return record?.value as ProcessInstanceValue | undefined;
}

/** The first element that is not the start event. */
function elementBehind(story: Story, key: Key, startEventId: string): string | undefined {
  const record = story.records.find(
    ({ recordType, valueType, intent, value }) =>
      recordType === RecordType.EVENT &&
      valueType === ValueType.PROCESS_INSTANCE &&
      intent === ProcessInstanceIntent.ELEMENT_ACTIVATING &&
      (value as ProcessInstanceValue).flowScopeKey === key &&
      (value as ProcessInstanceValue).elementId !== startEventId,
  );
  return (record?.value as ProcessInstanceValue | undefined)?.elementId;
}

/** What the instance had before its first element was done: handed over by a caller, a timer, a signal. */
function initialVariables(story: Story, key: Key): string {
  const members = new Map<string, string>();
  for (const { recordType, valueType, intent, value } of story.records) {
    if (recordType !== RecordType.EVENT) continue;
    if (valueType === ValueType.PROCESS_INSTANCE && intent === ProcessInstanceIntent.ELEMENT_COMPLETED) break;
    if (valueType !== ValueType.VARIABLE) continue;
    const variable = value as VariableValue;
    if (variable.scopeKey === key) members.set(variable.name, variable.value);
  }
  return joinJsonObject(members);
}
