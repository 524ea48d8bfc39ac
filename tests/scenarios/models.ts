/** Small models that scenarios share; the builders are those of the engine's own tests. */
import { bpmn, element, endEvent, flow, serviceTask, startEvent } from '../../packages/engine/test/bpmn.ts';

export * from '../../packages/engine/test/bpmn.ts';

/** start → task → end, with a job of type `task`. */
export function oneTask(id: string, options: { readonly versionTag?: string; readonly retries?: string } = {}): string {
  return bpmn(
    { id, ...(options.versionTag !== undefined && { versionTag: options.versionTag }) },
    startEvent(),
    serviceTask('task', { type: `${id}-task`, ...(options.retries !== undefined && { retries: options.retries }) }),
    endEvent(),
    flow('start', 'task'),
    flow('task', 'end'),
  );
}

/** Flows from each element to the next. */
export function path(...ids: readonly string[]): string {
  return ids
    .slice(1)
    .map((id, index) => flow(ids[index]!, id))
    .join('');
}

/** Several instances of an activity: put into its body. */
export function multiInstance(
  inputCollection: string,
  options: {
    readonly sequential?: boolean;
    readonly inputElement?: string;
    readonly outputCollection?: string;
    readonly outputElement?: string;
    readonly completionCondition?: string;
  } = {},
): string {
  const { sequential = false, inputElement = 'item', outputCollection, outputElement, completionCondition } = options;
  const output =
    outputCollection === undefined
      ? ''
      : `outputCollection="${outputCollection}" outputElement="${quoted(outputElement ?? '')}"`;
  const condition =
    completionCondition === undefined
      ? ''
      : `<bpmn:completionCondition xsi:type="bpmn:tFormalExpression">${quoted(completionCondition)}</bpmn:completionCondition>`;
  return `<bpmn:multiInstanceLoopCharacteristics isSequential="${sequential}"><bpmn:extensionElements><zeebe:loopCharacteristics inputCollection="${quoted(inputCollection)}" inputElement="${inputElement}" ${output}/></bpmn:extensionElements>${condition}</bpmn:multiInstanceLoopCharacteristics>`;
}

/** A task with a job and a body of its own. */
export function jobTask(id: string, body: string, io = ''): string {
  return element('serviceTask', id, { extensions: `<zeebe:taskDefinition type="${id}"/>${io}`, body });
}

export const signal = (id: string, name: string): string => `<bpmn:signal id="${id}" name="${name}"/>`;
export const escalation = (id: string, code: string): string =>
  `<bpmn:escalation id="${id}" escalationCode="${code}"/>`;

export const signalEvent = (signalId: string): string => `<bpmn:signalEventDefinition signalRef="${signalId}"/>`;
export const escalationEvent = (escalationId?: string): string =>
  `<bpmn:escalationEventDefinition ${escalationId === undefined ? '' : `escalationRef="${escalationId}"`}/>`;
export const compensateEvent = (activityId?: string): string =>
  `<bpmn:compensateEventDefinition ${activityId === undefined ? '' : `activityRef="${activityId}"`}/>`;
export const linkEvent = (name: string): string => `<bpmn:linkEventDefinition name="${name}"/>`;

/** @param variableEvents kinds of change that count: `create`, `update`. */
export function conditionEvent(condition: string, variableEvents?: string): string {
  const filter =
    variableEvents === undefined
      ? ''
      : `<bpmn:extensionElements><zeebe:conditionalFilter variableEvents="${variableEvents}"/></bpmn:extensionElements>`;
  return `<bpmn:conditionalEventDefinition>${filter}<bpmn:condition xsi:type="bpmn:tFormalExpression">${quoted(condition)}</bpmn:condition></bpmn:conditionalEventDefinition>`;
}

export const throwEvent = (id: string, body: string): string => element('intermediateThrowEvent', id, { body });

const quoted = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
