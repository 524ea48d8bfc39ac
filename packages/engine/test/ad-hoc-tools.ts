/** A process with an ad-hoc sub-process, and commands to it. */
import {
  AdHocSubProcessInstructionIntent,
  type AdHocSubProcessInstructionValue,
  DEFAULT_TENANT_ID,
  type Key,
  ProcessInstanceIntent,
  ValueType,
} from '@waggle/protocol';
import { type AdHoc, adHocSubProcess, bpmn, endEvent, flow, serviceTask, startEvent } from './bpmn.ts';
import { startEngine } from './invariants.ts';
import type { TestEngine } from './test-engine.ts';

interface Options {
  readonly beside?: string[];
  readonly definitions?: string;
}

/** start → ad-hoc sub-process `tools` → end, as process `p`; inside are the tasks a, b and c, and d behind c. */
export function deployTools(adHoc: AdHoc, ...inside: readonly string[]) {
  return deployToolsWith({}, adHoc, ...inside);
}

export function deployToolsWith(
  { beside = [], definitions = '' }: Options,
  adHoc: AdHoc,
  ...inside: readonly string[]
) {
  const engine = startEngine();
  const tools = inside.length > 0 ? inside : [...['a', 'b', 'c', 'd'].map((id) => serviceTask(id)), flow('c', 'd')];
  engine.deploy(
    bpmn(
      { id: 'p', definitions },
      startEvent(),
      adHocSubProcess('tools', adHoc, ...tools),
      endEvent(),
      flow('start', 'tools'),
      flow('tools', 'end'),
      ...beside,
    ),
  );
  return engine;
}

export const listed: AdHoc = { activeElementsCollection: '=wanted' };
export const led: AdHoc = { jobType: 'lead' };

export function instruct(
  engine: TestEngine,
  intent: number,
  key: Key,
  changes: Partial<AdHocSubProcessInstructionValue>,
) {
  return engine.send(ValueType.AD_HOC_SUB_PROCESS_INSTRUCTION, intent, {
    adHocSubProcessInstanceKey: key,
    activateElements: [],
    isCancelRemainingInstances: false,
    isCompletionConditionFulfilled: false,
    tenantId: DEFAULT_TENANT_ID,
    ...changes,
  });
}

export function start(
  engine: TestEngine,
  elementIds: readonly string[],
  changes: Partial<AdHocSubProcessInstructionValue> = {},
) {
  const activateElements = elementIds.map((elementId) => ({ elementId, variables: '{}' }));
  const { ACTIVATE } = AdHocSubProcessInstructionIntent;
  return instruct(engine, ACTIVATE, engine.keyOf('tools'), { activateElements, ...changes });
}

/** Ids of the elements that ended in one way, in order. */
export function ended(engine: TestEngine, intent: number = ProcessInstanceIntent.ELEMENT_COMPLETED) {
  return engine.events(ValueType.PROCESS_INSTANCE, intent).map(({ value }) => value.elementId);
}
