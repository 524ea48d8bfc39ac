/** Small BPMN documents for tests: `bpmn({ id: 'p' }, startEvent('s'), flow('s', 't'), ...)`. */

export interface ProcessOptions {
  readonly id?: string;
  readonly name?: string;
  readonly versionTag?: string;
  /** Further extension elements of the process. */
  readonly extensions?: string;
  /** Messages, errors and other definitions beside the process. */
  readonly definitions?: string;
}

export function bpmn(options: ProcessOptions, ...elements: readonly string[]): string {
  const tag = options.versionTag === undefined ? '' : `<zeebe:versionTag value="${options.versionTag}"/>`;
  const content = tag + (options.extensions ?? '');
  const extensions = content === '' ? '' : `<bpmn:extensionElements>${content}</bpmn:extensionElements>`;
  const name = options.name === undefined ? '' : ` name="${options.name}"`;
  return document(
    `${options.definitions ?? ''}<bpmn:process id="${options.id ?? 'process'}"${name} isExecutable="true">${extensions}${elements.join('')}</bpmn:process>`,
  );
}

export function document(content: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" id="definitions" targetNamespace="test">${content}</bpmn:definitions>`;
}

/** An element of any kind. Extensions come first, as the schema wants. */
export function element(
  kind: string,
  id: string,
  content: { readonly extensions?: string; readonly body?: string; readonly attributes?: string } = {},
): string {
  const extensions =
    content.extensions === undefined ? '' : `<bpmn:extensionElements>${content.extensions}</bpmn:extensionElements>`;
  return `<bpmn:${kind} id="${id}" ${content.attributes ?? ''}>${extensions}${content.body ?? ''}</bpmn:${kind}>`;
}

export const startEvent = (id = 'start', body = ''): string => element('startEvent', id, { body });
export const endEvent = (id = 'end', body = ''): string => element('endEvent', id, { body });

export function serviceTask(
  id: string,
  options: { readonly type?: string; readonly retries?: string; readonly io?: string } = {},
): string {
  return element('serviceTask', id, {
    extensions: `<zeebe:taskDefinition type="${escapeXml(options.type ?? id)}" retries="${escapeXml(options.retries ?? '3')}"/>${options.io ?? ''}`,
  });
}

/** `zeebe:executionListeners`: each `<eventType> <job type>`, such as `listeners('start audit', 'end audit')`. */
export function listeners(...each: readonly string[]): string {
  const items = each.map((text) => {
    const [eventType, ...type] = text.split(' ');
    return `<zeebe:executionListener eventType="${eventType}" type="${escapeXml(type.join(' '))}"/>`;
  });
  return `<zeebe:executionListeners>${items.join('')}</zeebe:executionListeners>`;
}

export const jobPriority = (priority: string): string =>
  `<zeebe:jobPriorityDefinition priority="${escapeXml(priority)}"/>`;

export function io(...mappings: readonly string[]): string {
  return `<zeebe:ioMapping>${mappings.join('')}</zeebe:ioMapping>`;
}
export const input = (source: string, target: string): string =>
  `<zeebe:input source="${escapeXml(source)}" target="${target}"/>`;
export const output = (source: string, target: string): string =>
  `<zeebe:output source="${escapeXml(source)}" target="${target}"/>`;

/** A business rule task that calls a decision. */
export function ruleTask(
  id: string,
  decisionId: string,
  options: { readonly resultVariable?: string; readonly binding?: string; readonly io?: string } = {},
): string {
  const attributes = `decisionId="${escapeXml(decisionId)}" resultVariable="${options.resultVariable ?? 'result'}" ${options.binding ?? ''}`;
  return element('businessRuleTask', id, { extensions: `<zeebe:calledDecision ${attributes}/>${options.io ?? ''}` });
}

export function flow(source: string, target: string, condition?: string): string {
  const body =
    condition === undefined
      ? ''
      : `<bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${escapeXml(condition)}</bpmn:conditionExpression>`;
  return `<bpmn:sequenceFlow id="${source}_${target}" sourceRef="${source}" targetRef="${target}">${body}</bpmn:sequenceFlow>`;
}

export function message(id: string, name: string, correlationKey?: string): string {
  const extensions =
    correlationKey === undefined
      ? ''
      : `<bpmn:extensionElements><zeebe:subscription correlationKey="${escapeXml(correlationKey)}"/></bpmn:extensionElements>`;
  return `<bpmn:message id="${id}" name="${escapeXml(name)}">${extensions}</bpmn:message>`;
}

export const error = (id: string, code: string): string => `<bpmn:error id="${id}" errorCode="${code}"/>`;

export const signal = (id: string, name: string): string => `<bpmn:signal id="${id}" name="${escapeXml(name)}"/>`;
export const escalation = (id: string, code: string): string =>
  `<bpmn:escalation id="${id}" escalationCode="${escapeXml(code)}"/>`;

export const signalEvent = (signalId: string): string => `<bpmn:signalEventDefinition signalRef="${signalId}"/>`;
export const escalationEvent = (escalationId?: string): string =>
  `<bpmn:escalationEventDefinition ${escalationId === undefined ? '' : `escalationRef="${escalationId}"`}/>`;
export function conditionalEvent(condition: string, filter = ''): string {
  const extensions =
    filter === '' ? '' : `<bpmn:extensionElements><zeebe:conditionalFilter ${filter}/></bpmn:extensionElements>`;
  return `<bpmn:conditionalEventDefinition>${extensions}<bpmn:condition xsi:type="bpmn:tFormalExpression">${escapeXml(condition)}</bpmn:condition></bpmn:conditionalEventDefinition>`;
}
export const linkEvent = (name: string): string => `<bpmn:linkEventDefinition name="${name}"/>`;
export const compensationEvent = (activityId?: string): string =>
  `<bpmn:compensateEventDefinition ${activityId === undefined ? '' : `activityRef="${activityId}"`}/>`;
export const messageEvent = (messageId: string): string => `<bpmn:messageEventDefinition messageRef="${messageId}"/>`;
export const errorEvent = (errorId?: string): string =>
  `<bpmn:errorEventDefinition ${errorId === undefined ? '' : `errorRef="${errorId}"`}/>`;
export const terminateEvent = '<bpmn:terminateEventDefinition/>';

export function timerEvent(kind: 'timeDate' | 'timeDuration' | 'timeCycle', text: string): string {
  return `<bpmn:timerEventDefinition><bpmn:${kind} xsi:type="bpmn:tFormalExpression">${escapeXml(text)}</bpmn:${kind}></bpmn:timerEventDefinition>`;
}

export function boundaryEvent(
  id: string,
  attachedTo: string,
  body: string,
  options: { readonly interrupting?: boolean; readonly io?: string } = {},
): string {
  return element('boundaryEvent', id, {
    attributes: `attachedToRef="${attachedTo}" cancelActivity="${options.interrupting ?? true}"`,
    body,
    ...(options.io !== undefined && { extensions: options.io }),
  });
}

export function throwEvent(id: string, body: string, extensions?: string): string {
  return element('intermediateThrowEvent', id, { body, ...(extensions !== undefined && { extensions }) });
}

/** The job of a message throw or end event. */
export const sendJob = (type: string): string => `<zeebe:taskDefinition type="${escapeXml(type)}"/>`;

/** What undoes `host`: a compensation boundary event on it and the handler `element` that this leads to. */
export function compensation(host: string, handlerId: string, handler: string): string {
  const marked = handler.replace(`id="${handlerId}"`, `id="${handlerId}" isForCompensation="true"`);
  return `${boundaryEvent(`${host}_undo`, host, compensationEvent())}${marked}<bpmn:association id="${host}_to_${handlerId}" associationDirection="One" sourceRef="${host}_undo" targetRef="${handlerId}"/>`;
}

export const catchEvent = (id: string, body: string): string => element('intermediateCatchEvent', id, { body });

export function eventSubProcess(id: string, ...elements: readonly string[]): string {
  return element('subProcess', id, { attributes: 'triggeredByEvent="true"', body: elements.join('') });
}

export const subProcess = (id: string, ...elements: readonly string[]): string =>
  element('subProcess', id, { body: elements.join('') });

export function callActivity(
  id: string,
  processId: string,
  options: { readonly attributes?: string; readonly io?: string } = {},
): string {
  return element('callActivity', id, {
    extensions: `<zeebe:calledElement processId="${escapeXml(processId)}" ${options.attributes ?? ''}/>${options.io ?? ''}`,
  });
}

export const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

export const exclusiveGateway = (id: string, defaultFlowId?: string): string =>
  element('exclusiveGateway', id, { attributes: defaultFlowId === undefined ? '' : `default="${defaultFlowId}"` });
export const inclusiveGateway = (id: string, defaultFlowId?: string): string =>
  element('inclusiveGateway', id, { attributes: defaultFlowId === undefined ? '' : `default="${defaultFlowId}"` });
export const parallelGateway = (id: string): string => element('parallelGateway', id);
export const eventBasedGateway = (id: string): string => element('eventBasedGateway', id);

export function receiveTask(id: string, messageId: string, mappings?: string): string {
  return element('receiveTask', id, {
    attributes: `messageRef="${messageId}"`,
    ...(mappings !== undefined && { extensions: mappings }),
  });
}

export function scriptTask(id: string, expression: string, resultVariable: string, mappings = ''): string {
  return element('scriptTask', id, {
    extensions: `<zeebe:script expression="${escapeXml(expression)}" resultVariable="${resultVariable}"/>${mappings}`,
  });
}

/** The start event of an event sub-process. */
export const eventSubProcessStart = (
  id: string,
  body: string,
  options: { readonly interrupting?: boolean; readonly io?: string } = {},
): string =>
  element('startEvent', id, {
    attributes: `isInterrupting="${options.interrupting ?? true}"`,
    body,
    ...(options.io !== undefined && { extensions: options.io }),
  });

export interface AdHoc {
  readonly activeElementsCollection?: string;
  readonly outputCollection?: string;
  readonly outputElement?: string;
  readonly completionCondition?: string;
  readonly cancelRemainingInstances?: boolean;
  /** The type of job of the worker that leads it. */
  readonly jobType?: string;
  /** Mappings, listeners and other extensions. */
  readonly extensions?: string;
}

/** An ad-hoc sub-process around elements; those without incoming flow can be started. */
export function adHocSubProcess(id: string, adHoc: AdHoc, ...elements: readonly string[]): string {
  const attributes = (['activeElementsCollection', 'outputCollection', 'outputElement'] as const)
    .map((name) => (adHoc[name] === undefined ? '' : `${name}="${escapeXml(adHoc[name])}"`))
    .join(' ');
  const job = adHoc.jobType === undefined ? '' : `<zeebe:taskDefinition type="${escapeXml(adHoc.jobType)}"/>`;
  const condition =
    adHoc.completionCondition === undefined
      ? ''
      : `<bpmn:completionCondition xsi:type="bpmn:tFormalExpression">${escapeXml(adHoc.completionCondition)}</bpmn:completionCondition>`;
  return element('adHocSubProcess', id, {
    attributes: `cancelRemainingInstances="${adHoc.cancelRemainingInstances ?? true}"`,
    extensions: `<zeebe:adHoc ${attributes}/>${job}${adHoc.extensions ?? ''}`,
    body: `${elements.join('')}${condition}`,
  });
}

export interface Loop {
  readonly inputCollection: string;
  readonly inputElement?: string;
  readonly outputCollection?: string;
  readonly outputElement?: string;
  readonly completionCondition?: string;
  readonly isSequential?: boolean;
}

/** Makes any activity above a multi-instance one: `multiInstance(serviceTask('task'), { inputCollection: '=items' })`. */
export function multiInstance(activity: string, loop: Loop): string {
  const attributes = (['inputCollection', 'inputElement', 'outputCollection', 'outputElement'] as const)
    .map((name) => (loop[name] === undefined ? '' : `${name}="${escapeXml(loop[name])}"`))
    .join(' ');
  const condition =
    loop.completionCondition === undefined
      ? ''
      : `<bpmn:completionCondition xsi:type="bpmn:tFormalExpression">${escapeXml(loop.completionCondition)}</bpmn:completionCondition>`;
  const marker = `<bpmn:multiInstanceLoopCharacteristics isSequential="${loop.isSequential ?? false}"><bpmn:extensionElements><zeebe:loopCharacteristics ${attributes}/></bpmn:extensionElements>${condition}</bpmn:multiInstanceLoopCharacteristics>`;
  return activity.replace(/<\/bpmn:\w+>$/, (end) => `${marker}${end}`);
}

/** A user task of the engine's own, or one that is left to a worker. */
export function userTask(
  id: string,
  options: {
    readonly assignment?: string;
    readonly schedule?: string;
    readonly priority?: string;
    readonly form?: string;
    readonly headers?: string;
    /** As `creating:type`, or `creating:type:retries`. */
    readonly listeners?: readonly string[];
    readonly io?: string;
    readonly isJob?: boolean;
  } = {},
): string {
  const { assignment, schedule, priority, form, headers, listeners = [], io: mappings = '', isJob = false } = options;
  const tag = (name: string, attributes: string | undefined) =>
    attributes === undefined ? '' : `<zeebe:${name} ${attributes}/>`;
  const taskListeners = listeners.map((text) => {
    const [eventType = '', type = '', retries = '3'] = text.split(':');
    return `<zeebe:taskListener eventType="${eventType}" type="${escapeXml(type)}" retries="${escapeXml(retries)}"/>`;
  });
  return element('userTask', id, {
    extensions: [
      isJob ? '' : '<zeebe:userTask/>',
      tag('assignmentDefinition', assignment),
      tag('taskSchedule', schedule),
      tag('priorityDefinition', priority === undefined ? undefined : `priority="${escapeXml(priority)}"`),
      tag('formDefinition', form),
      headers ?? '',
      taskListeners.length === 0 ? '' : `<zeebe:taskListeners>${taskListeners.join('')}</zeebe:taskListeners>`,
      mappings,
    ].join(''),
  });
}
