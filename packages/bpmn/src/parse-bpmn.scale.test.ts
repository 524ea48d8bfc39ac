import { expect, it } from 'vitest';
import { bpmn, definitions, flow, line, path } from '../test/bpmn-xml.ts';
import { parseBpmn } from './parse-bpmn.ts';

const count = 5_000;
const half = count / 2;
const each = (element: (index: number) => string): string =>
  Array.from({ length: count }, (_, i) => element(i)).join('');

/** Large documents of what refers to something else in its scope. */
it.each([
  [
    'links',
    bpmn(
      `<startEvent id="start"/>${each((i) => `<intermediateThrowEvent id="t${i}"><linkEventDefinition name="${i}"/></intermediateThrowEvent><intermediateCatchEvent id="c${i}"><linkEventDefinition name="${i}"/></intermediateCatchEvent>`)}`,
    ),
  ],
  [
    'compensation events',
    bpmn(
      `<startEvent id="start"/>${each((i) => `<subProcess id="s${i}"><startEvent id="n${i}"/></subProcess><endEvent id="e${i}"><compensateEventDefinition activityRef="s${i}"/></endEvent>`)}`,
    ),
  ],
  [
    'compensation events that name something elsewhere',
    bpmn(
      `<startEvent id="start"/>${each((i) => `<endEvent id="e${i}"><compensateEventDefinition activityRef="gone${i}"/></endEvent>`)}`,
    ),
  ],
  [
    'boundary events of one activity',
    bpmn(
      `<startEvent id="start"/><userTask id="task"/>${each((i) => `<boundaryEvent id="b${i}" attachedToRef="task"><compensateEventDefinition/></boundaryEvent><association id="a${i}" sourceRef="b${i}" targetRef="task"/>`)}`,
    ),
  ],
  [
    'event sub-processes',
    bpmn(
      `<startEvent id="start"/>${each((i) => `<subProcess id="s${i}" triggeredByEvent="true"><startEvent id="n${i}"><signalEventDefinition signalRef="g"/></startEvent></subProcess>`)}`,
      '<signal id="g" name="g"/>',
    ),
  ],
  [
    'joins of activated elements',
    bpmn(
      line(
        ['ad-hoc'],
        `<adHocSubProcess id="ad-hoc">${each((i) => `<task id="t${i}"/>${flow(`t${i}`, `g${Math.floor(i / 2)}`)}${i % 2 ? '' : `<parallelGateway id="g${i / 2}"/>`}`)}</adHocSubProcess>`,
      ),
    ),
  ],
  [
    'a chain of joins every activated element reaches',
    bpmn(
      line(
        ['ad-hoc'],
        `<adHocSubProcess id="ad-hoc">${each((i) => (i < half ? `<task id="t${i}"/>${flow(`t${i}`, `g${half}`)}` : `<parallelGateway id="g${i}"/>`))}${path(...Array.from({ length: half }, (_, i) => `g${half + i}`))}</adHocSubProcess>`,
      ),
    ),
  ],
  [
    'pools with associations between them',
    definitions(
      `${each((i) => `<process id="p${i}" isExecutable="true"><startEvent id="s${i}"/></process>`)}<collaboration id="c">${each((i) => `<association id="a${i}" sourceRef="s${i}" targetRef="s${i}"/>`)}</collaboration>`,
    ),
  ],
])('should read %s in time that grows with their number only', (_what, xml) => {
  const started = process.cpuUsage();

  parseBpmn(xml, { resourceName: 'scale.bpmn', checkExpression: () => undefined });
  parseBpmn(xml, { resourceName: 'scale.bpmn', isAccepted: true });

  // Of the processor, since others use the machine too. It takes some tenths; looking through the whole scope for each element
  // takes five seconds and more.
  const { user, system } = process.cpuUsage(started);
  expect(user + system).toBeLessThan(2_000_000);
});
