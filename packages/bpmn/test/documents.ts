/** Whole documents around the part a test is about. */
import { bpmn, extensions, flow, line, path, serviceTask, timerEvent } from './bpmn-xml.ts';

export const task = (content: string): string => bpmn(line(['task'], serviceTask('task', content)));
export const jobWith = (content: string): string => extensions(`<zeebe:taskDefinition type="work"/>${content}`);
export const scriptTask = (content: string): string =>
  bpmn(line(['task'], `<scriptTask id="task">${extensions(content)}</scriptTask>`));
export const ruleTask = (content: string): string =>
  bpmn(line(['task'], `<businessRuleTask id="task">${extensions(content)}</businessRuleTask>`));
export const userTask = (content: string): string =>
  bpmn(line(['task'], `<userTask id="task">${extensions(content)}</userTask>`));
export const mapping = (content: string): string =>
  task(extensions(`<zeebe:taskDefinition type="work"/><zeebe:ioMapping>${content}</zeebe:ioMapping>`));
export const call = (attributes: string): string =>
  bpmn(line(['call'], `<callActivity id="call">${extensions(`<zeebe:calledElement ${attributes}/>`)}</callActivity>`));
export const caught = (definition: string, root = ''): string =>
  bpmn(line(['catch'], `<intermediateCatchEvent id="catch">${definition}</intermediateCatchEvent>`), root);
export const thrown = (definition: string, root = ''): string =>
  bpmn(line(['throw'], `<intermediateThrowEvent id="throw">${definition}</intermediateThrowEvent>`), root);
export const ended = (definition: string, root = ''): string =>
  bpmn(`<startEvent id="start"/><endEvent id="end">${definition}</endEvent>${path('start', 'end')}`, root);
export const compensated = (handler: string, association = 'compensated-handler'): string =>
  bpmn(
    line(['task'], serviceTask('task')) +
      `<boundaryEvent id="compensated" attachedToRef="task"><compensateEventDefinition/></boundaryEvent>${handler}` +
      `<association id="a" sourceRef="${association.split('-')[0]}" targetRef="${association.split('-')[1]}"/>`,
  );
export const adHoc = (content: string, attributes = ''): string =>
  bpmn(line(['ad-hoc'], `<adHocSubProcess id="ad-hoc" ${attributes}>${content}</adHocSubProcess>`));
export const boundary = (content: string, attributes = '', root = ''): string =>
  bpmn(
    line(['task'], serviceTask('task')) +
      `<boundaryEvent id="boundary" attachedToRef="task" ${attributes}>${content}</boundaryEvent>` +
      flow('boundary', 'end'),
    root,
  );
export const eventSubProcess = (start: string, root = ''): string =>
  bpmn(
    `${line([], '')}<subProcess id="esp" triggeredByEvent="true">${start}<endEvent id="esp-end"/>${flow('esp-start', 'esp-end')}</subProcess>`,
    root,
  );
export const gateway = (flows: string, attributes = ''): string =>
  bpmn(
    `<startEvent id="start"/><exclusiveGateway id="gateway" ${attributes}/><endEvent id="a"/><endEvent id="b"/>${flow('start', 'gateway')}${flows}`,
  );
export const eventGateway = (targets: string, flows: string, root = ''): string =>
  bpmn(`<startEvent id="start"/><eventBasedGateway id="gateway"/>${targets}${flow('start', 'gateway')}${flows}`, root);
export const timerCatch = (id: string): string =>
  `<intermediateCatchEvent id="${id}">${timerEvent('timeDuration', 'PT1S')}</intermediateCatchEvent>`;
export const error = (id: string, attributes: string): string => `<error id="${id}" ${attributes}/>`;
export const errorEvent = (ref: string): string => `<errorEventDefinition errorRef="${ref}"/>`;
