/** Models that tests share. */
export function model(processId: string, content: string, definitions = ''): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" targetNamespace="test">${definitions}<bpmn:process id="${processId}" isExecutable="true">${content}</bpmn:process></bpmn:definitions>`;
}

export const flow = (source: string, target: string): string =>
  `<bpmn:sequenceFlow id="${source}_${target}" sourceRef="${source}" targetRef="${target}"/>`;

export const task = (id: string, retries = 3): string =>
  `<bpmn:serviceTask id="${id}"><bpmn:extensionElements><zeebe:taskDefinition type="${id}" retries="${retries}"/></bpmn:extensionElements></bpmn:serviceTask>`;

export const timer = (duration: string): string =>
  `<bpmn:timerEventDefinition><bpmn:timeDuration xsi:type="bpmn:tFormalExpression">${duration}</bpmn:timeDuration></bpmn:timerEventDefinition>`;

/** start → pay → ship → end; `pay` has a reminder, an error boundary REFUSED and waits for `cancel-order` beside. */
export const ORDER = model(
  'order',
  [
    '<bpmn:startEvent id="start"/>',
    task('pay'),
    `<bpmn:boundaryEvent id="reminder" attachedToRef="pay" cancelActivity="false">${timer('PT1H')}</bpmn:boundaryEvent>`,
    '<bpmn:endEvent id="reminded"/>',
    '<bpmn:boundaryEvent id="refused" attachedToRef="pay"><bpmn:errorEventDefinition errorRef="REFUSED"/></bpmn:boundaryEvent>',
    '<bpmn:endEvent id="rejected"/>',
    task('ship'),
    '<bpmn:endEvent id="end"/>',
    flow('start', 'pay'),
    flow('pay', 'ship'),
    flow('ship', 'end'),
    flow('reminder', 'reminded'),
    flow('refused', 'rejected'),
  ].join(''),
  '<bpmn:error id="REFUSED" errorCode="REFUSED"/>',
);
