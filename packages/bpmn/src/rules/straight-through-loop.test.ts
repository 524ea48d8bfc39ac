import { describe, expect, it } from 'vitest';
import {
  bpmn,
  definitions,
  extensions,
  flow,
  jobExtension,
  path,
  serviceTask,
  timerEvent,
} from '../../test/bpmn-xml.ts';
import { parseBpmn } from '../parse-bpmn.ts';

/** The loop as the finding names it; `undefined` when the document is accepted. */
function loopIn(xml: string, rejectStraightThroughLoops?: boolean): string | undefined {
  const options = {
    resourceName: 'loop.bpmn',
    ...(rejectStraightThroughLoops === false && { rejectStraightThroughLoops }),
  };
  const result = parseBpmn(xml, options);
  if (result.ok) return undefined;
  expect(result.findings.map((finding) => finding.rule)).toEqual(['straight-through-loop']);
  return result.findings[0]?.message.split('processing loop: ')[1];
}

const call = (id: string, processId: string): string =>
  `<callActivity id="${id}">${extensions(`<zeebe:calledElement processId="${processId}"/>`)}</callActivity>`;

describe('straight-through loops', () => {
  it('should be found over gateways and tasks that do nothing', () => {
    const xml = bpmn(
      `<startEvent id="start"/><exclusiveGateway id="merge"/><task id="task"/><exclusiveGateway id="split"/><endEvent id="end"/>
      ${path('start', 'merge', 'task', 'split')}${flow('split', 'merge', '=again')}${flow('split', 'end', '=done')}`,
    );

    expect(loopIn(xml)).toBe('task > split > merge > task');
  });

  it('should be found from an element to itself', () => {
    expect(
      loopIn(bpmn(`<startEvent id="start"/><intermediateThrowEvent id="throw"/>${path('start', 'throw', 'throw')}`)),
    ).toBe('throw > throw');
  });

  it('should be found through a sub-process that does nothing', () => {
    const xml = bpmn(
      `<startEvent id="start"/><subProcess id="sub"><startEvent id="inner"/><task id="task"/><endEvent id="inner-end"/>${path('inner', 'task', 'inner-end')}</subProcess>${path('start', 'sub', 'sub')}`,
    );

    expect(loopIn(xml)).toBe('task > inner-end > sub > inner > task');
  });

  it('should be found over links, inclusive gateways and events that throw at once', () => {
    const xml = bpmn(
      `<startEvent id="start"/><intermediateCatchEvent id="catch"><linkEventDefinition name="l"/></intermediateCatchEvent><inclusiveGateway id="split"/>
      <intermediateThrowEvent id="signal"><signalEventDefinition signalRef="s"/></intermediateThrowEvent><intermediateThrowEvent id="throw"><linkEventDefinition name="l"/></intermediateThrowEvent>
      ${path('start', 'split', 'signal', 'throw')}${flow('catch', 'split')}`,
      '<signal id="s" name="name"/>',
    );

    expect(loopIn(xml)).toBe('signal > throw > catch > split > signal');
  });

  it('should be found where a process calls itself, also by way of another', () => {
    const process = (id: string, other: string) =>
      `<process id="${id}" isExecutable="true"><startEvent id="${id}-start"/>${call(`${id}-call`, other)}${path(`${id}-start`, `${id}-call`)}</process>`;

    expect(loopIn(definitions(process('a', 'a')))).toBe('a-call > a-start > a-call');
    expect(loopIn(definitions(process('a', 'b') + process('b', 'a')))).toMatch(/^(\w-call > \w-start > ){2}\w-call$/);
  });

  it.each([
    ['service task', serviceTask('element')],
    [
      'timer event',
      `<intermediateCatchEvent id="element">${timerEvent('timeDuration', 'PT1S')}</intermediateCatchEvent>`,
    ],
    [
      'script, which can change what the condition sees',
      `<scriptTask id="element">${extensions('<zeebe:script expression="=i + 1" resultVariable="i"/>')}</scriptTask>`,
    ],
    ['gateway only', '<exclusiveGateway id="element"/>'],
    ['user task', '<userTask id="element"/>'],
    [
      'message throw event, which is a job',
      `<intermediateThrowEvent id="element">${jobExtension}<messageEventDefinition/></intermediateThrowEvent>`,
    ],
    [
      'compensation throw event, whose handlers may wait',
      '<intermediateThrowEvent id="element"><compensateEventDefinition/></intermediateThrowEvent>',
    ],
    ['ad-hoc sub-process', '<adHocSubProcess id="element"><task id="task"/></adHocSubProcess>'],
    ['call activity of another document', call('element', 'elsewhere')],
  ])('should not be seen in a loop with a %s', (_title, element) => {
    const xml = bpmn(
      `<startEvent id="start"/><exclusiveGateway id="gateway"/>${element}${path('start', 'gateway', 'element', 'gateway')}`,
    );

    expect(loopIn(xml)).toBeUndefined();
  });

  it('should be accepted when the check is off', () => {
    const xml = bpmn(`<startEvent id="start"/><task id="task"/>${path('start', 'task', 'task')}`);

    expect(loopIn(xml, false)).toBeUndefined();
    expect(loopIn(xml)).toBe('task > task');
  });

  it('should be searched for in bounded time and without deep recursion', () => {
    const count = 20_000;
    const ids = Array.from({ length: count }, (_, index) => `task-${index}`);
    const xml = bpmn(
      `<startEvent id="start"/>${ids.map((id) => `<task id="${id}"/>`).join('')}${path('start', ...ids)}${flow(ids.at(-1) ?? '', ids[0] ?? '')}`,
    );

    const started = performance.now();
    expect(loopIn(xml)).toMatch(/^task-0 > task-1 > /);
    expect(performance.now() - started).toBeLessThan(5000);
  });
});
