/** BPMN as small strings: the default namespace is BPMN's, `zeebe:` is bound, ids are the caller's. */

/** A document with one executable process `process`; `root` holds messages and errors. */
export function bpmn(process: string, root = ''): string {
  return definitions(`<process id="process" isExecutable="true">${process}</process>${root}`);
}

export function definitions(content: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" id="definitions">
${content}
</definitions>`;
}

/** Start event `start`, the elements, end event `end`, with flows along `ids`. */
export function line(ids: readonly string[], elements: string): string {
  return `<startEvent id="start"/>${elements}<endEvent id="end"/>${path('start', ...ids, 'end')}`;
}

/** Flows `a-b`, `b-c`, … */
export function path(...ids: readonly string[]): string {
  return ids
    .slice(1)
    .map((target, index) => flow(ids[index] ?? '', target))
    .join('');
}

/** A flow with the id `source-target`. */
export function flow(source: string, target: string, condition?: string): string {
  const body = condition === undefined ? '' : `<conditionExpression>${condition}</conditionExpression>`;
  return `<sequenceFlow id="${source}-${target}" sourceRef="${source}" targetRef="${target}">${body}</sequenceFlow>`;
}

export function extensions(content: string): string {
  return `<extensionElements>${content}</extensionElements>`;
}

export const jobExtension = extensions('<zeebe:taskDefinition type="work"/>');

export function serviceTask(id: string, content = jobExtension): string {
  return `<serviceTask id="${id}">${content}</serviceTask>`;
}

/** A message with the id and name given; without a key it fits process starts only. */
export function message(id: string, name = id, correlationKey?: string): string {
  const key =
    correlationKey === undefined ? '' : extensions(`<zeebe:subscription correlationKey="${correlationKey}"/>`);
  return `<message id="${id}" name="${name}">${key}</message>`;
}

export function messageEvent(ref: string): string {
  return `<messageEventDefinition messageRef="${ref}"/>`;
}

export function timerEvent(kind: 'timeDate' | 'timeDuration' | 'timeCycle', text: string): string {
  return `<timerEventDefinition><${kind}>${text}</${kind}></timerEventDefinition>`;
}

/** The marker of a multi-instance activity, by the attributes of its `zeebe:loopCharacteristics`. */
export function multiInstance(attributes: string, content = '', isSequential = false): string {
  return `<multiInstanceLoopCharacteristics isSequential="${isSequential}">${extensions(`<zeebe:loopCharacteristics ${attributes}/>`)}${content}</multiInstanceLoopCharacteristics>`;
}

/** `zeebe:executionListeners`, one for each text of attributes. */
export function executionListeners(...attributes: readonly string[]): string {
  const listeners = attributes.map((text) => `<zeebe:executionListener ${text}/>`).join('');
  return `<zeebe:executionListeners>${listeners}</zeebe:executionListeners>`;
}

/** `zeebe:taskListeners`, one for each text of attributes. */
export function taskListeners(...attributes: readonly string[]): string {
  const listeners = attributes.map((text) => `<zeebe:taskListener ${text}/>`).join('');
  return `<zeebe:taskListeners>${listeners}</zeebe:taskListeners>`;
}
