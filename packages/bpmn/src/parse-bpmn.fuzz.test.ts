import { BpmnElementType } from '@waggle/protocol';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  bpmn,
  executionListeners,
  extensions,
  flow,
  line,
  message,
  messageEvent,
  multiInstance,
  path,
  serviceTask,
  taskListeners,
  timerEvent,
} from '../test/bpmn-xml.ts';
import { formatFindings } from './format-findings.ts';
import type { ExecutableElement, ExecutableProcess } from './model.ts';
import { parseBpmn } from './parse-bpmn.ts';

/** Something of everything, so that mutations reach every reader and rule. */
const valid = bpmn(
  `${line(['a', 'gateway', 'events', 'sub', 'call'], '')}
  ${serviceTask('a', extensions('<zeebe:taskDefinition type="=t" retries="3"/><zeebe:taskHeaders><zeebe:header key="k" value="v"/></zeebe:taskHeaders><zeebe:ioMapping><zeebe:input source="=1" target="b.c"/><zeebe:output source="=b" target="d"/></zeebe:ioMapping>'))}
  <exclusiveGateway id="gateway" default="gateway-events"/>${flow('gateway', 'receive', '=x &gt; 1')}
  <receiveTask id="receive" messageRef="n"/>
  <eventBasedGateway id="events"/>${flow('events', 'caught')}${flow('events', 'timer')}
  <intermediateCatchEvent id="caught">${messageEvent('m')}</intermediateCatchEvent>
  <intermediateCatchEvent id="timer">${timerEvent('timeDuration', 'PT1S')}</intermediateCatchEvent>
  <subProcess id="sub"><startEvent id="inner"/><manualTask id="manual"/>${path('inner', 'manual')}</subProcess>
  <boundaryEvent id="boundary" attachedToRef="sub" cancelActivity="false">${timerEvent('timeCycle', 'R3/PT1S')}</boundaryEvent>${flow('boundary', 'end')}
  <callActivity id="call">${extensions('<zeebe:calledElement processId="other" bindingType="latest"/>')}</callActivity>
  <scriptTask id="script">${extensions('<zeebe:script expression="=1" resultVariable="r"/>')}</scriptTask>
  <subProcess id="esp" triggeredByEvent="true"><startEvent id="esp-start"><errorEventDefinition errorRef="e"/></startEvent></subProcess>
  <serviceTask id="each">${extensions(`<zeebe:taskDefinition type="t"/>${executionListeners('eventType="beforeAll" type="a"', 'eventType="end" type="=b" retries="1"')}<zeebe:jobPriorityDefinition priority="7"/><zeebe:linkedResources><zeebe:linkedResource resourceId="r" resourceType="RPA" linkName="l" bindingType="versionTag" versionTag="v"/></zeebe:linkedResources>`)}${multiInstance('inputCollection="=items" inputElement="item" outputCollection="results" outputElement="=result"', '<completionCondition>=done</completionCondition>', true)}</serviceTask>
  <userTask id="user">${extensions(`<zeebe:userTask/><zeebe:assignmentDefinition assignee="=a" candidateGroups="b, c"/><zeebe:taskSchedule dueDate="2030-01-01T00:00:00Z" followUpDate="=d"/><zeebe:priorityDefinition priority="50"/><zeebe:formDefinition formId="f"/>${taskListeners('eventType="creating" type="g"')}`)}</userTask>
  <inclusiveGateway id="inclusive" default="inclusive-far"/>${flow('inclusive', 'thrown', '=x')}${flow('inclusive', 'far')}
  <intermediateThrowEvent id="thrown"><signalEventDefinition signalRef="s"/></intermediateThrowEvent>
  <intermediateThrowEvent id="far"><linkEventDefinition name="link"/></intermediateThrowEvent><intermediateCatchEvent id="near"><linkEventDefinition name="link"/></intermediateCatchEvent>
  <subProcess id="undone"><startEvent id="undone-start"/></subProcess><task id="undo" isForCompensation="true"/>
  <boundaryEvent id="compensated" attachedToRef="undone"><compensateEventDefinition/></boundaryEvent><association id="association" sourceRef="compensated" targetRef="undo"/>
  <boundaryEvent id="escalated" attachedToRef="undone" cancelActivity="false"><escalationEventDefinition escalationRef="late"/></boundaryEvent>
  <boundaryEvent id="changed" attachedToRef="undone"><conditionalEventDefinition><condition>=x</condition>${extensions('<zeebe:conditionalFilter variableNames="x" variableEvents="create, update"/>')}</conditionalEventDefinition></boundaryEvent>
  <adHocSubProcess id="ad-hoc" cancelRemainingInstances="false">${extensions('<zeebe:adHoc activeElementsCollection="=names" outputCollection="o" outputElement="=p"/>')}<task id="one"/><task id="two"/><parallelGateway id="fork"/><parallelGateway id="join"/>${path('one', 'fork', 'two', 'join')}<sequenceFlow id="direct" sourceRef="fork" targetRef="join"/><completionCondition>=q</completionCondition></adHocSubProcess>
  <endEvent id="sent">${extensions('<zeebe:taskDefinition type="send"/>')}${messageEvent('m')}</endEvent><endEvent id="compensating"><compensateEventDefinition activityRef="undone"/></endEvent><endEvent id="over"><terminateEventDefinition/></endEvent>`,
  `${message('m', 'paid', '=key')}${message('n', '=name', '=key')}<error id="e" errorCode="1"/><signal id="s" name="stop"/><escalation id="late" escalationCode="2"/>`,
).replace(flow('events', 'sub'), '');

const tokens = valid.match(/[\w-]+|[^\w-]/g) ?? [];

type Mutation = (xml: string) => string;

const position = fc.double({ min: 0, max: 1, noNaN: true });
const at = (xml: string, part: number): number => Math.floor(part * xml.length);

const mutation: fc.Arbitrary<Mutation> = fc.oneof(
  // A byte turned into another character, possibly one XML forbids.
  fc.tuple(position, fc.string({ minLength: 1, maxLength: 1, unit: 'binary' })).map(([part, character]): Mutation => {
    return (xml) => xml.slice(0, at(xml, part)) + character + xml.slice(at(xml, part) + 1);
  }),
  // Something cut out or doubled.
  fc.tuple(position, position, fc.boolean()).map(([a, b, isDoubled]): Mutation => {
    return (xml) => {
      const [from, to] = [at(xml, Math.min(a, b)), at(xml, Math.max(a, b))];
      return isDoubled ? xml.slice(0, to) + xml.slice(from) : xml.slice(0, from) + xml.slice(to);
    };
  }),
  // Words exchanged: tags, attribute names, ids and values become each other, mostly leaving the XML well-formed.
  fc
    .tuple(fc.constantFrom(...tokens), fc.constantFrom(...tokens), fc.boolean())
    .map(([from, to, isEverywhere]): Mutation => {
      return (xml) => (isEverywhere ? xml.replaceAll(from, () => to) : xml.replace(from, () => to));
    }),
);

/** What is not linked as `model.ts` says. Plain comparisons, since thousands of models with many links are looked at. */
function brokenLinksOf({ elements, sequenceFlows }: ExecutableProcess): string[] {
  const broken: string[] = [];
  const check = (element: ExecutableElement, what: string, isRight: boolean): void => {
    if (!isRight) broken.push(`${element.id}: ${what}`);
  };
  const checkElement = (element: ExecutableElement): void => {
    for (const flow of [...element.incoming, ...element.outgoing]) {
      check(element, 'flow', sequenceFlows.get(flow.id) === flow);
    }
    for (const child of element.children) {
      check(element, 'scope of child', child.flowScope === element);
      // The inner activity of a multi-instance body is found through the body only.
      check(element, 'child', elements.get(child.id) === (child === element.innerActivity ? element : child));
    }
    for (const event of element.boundaryEvents) check(element, 'boundary event', event.attachedTo === element);
    const others = [
      element.linkTarget,
      element.compensationHandler,
      element.compensatedActivity,
      element.innerInstance,
      ...(element.adHoc?.activatableElements ?? []),
    ];
    for (const other of others) check(element, 'reference', other === undefined || elements.get(other.id) === other);
    check(element, 'type', element.elementType !== BpmnElementType.UNSPECIFIED);
  };
  for (const element of elements.values()) {
    checkElement(element);
    if (element.innerActivity !== undefined) checkElement(element.innerActivity);
  }
  return broken;
}

it('should be given a valid model to mutate', () => {
  expect(parseBpmn(valid, { resourceName: 'fuzz.bpmn' })).toMatchObject({ ok: true });
});

it('should neither throw nor hang, whatever the document', () => {
  fc.assert(
    fc.property(fc.array(mutation, { minLength: 1, maxLength: 4 }), (mutations) => {
      const xml = mutations.reduce((text, mutate) => mutate(text).slice(0, 100_000), valid);
      const started = performance.now();

      const result = parseBpmn(xml, { resourceName: 'fuzz.bpmn', checkExpression: () => undefined });

      const accepted = parseBpmn(xml, { resourceName: 'fuzz.bpmn', isAccepted: true });
      const readable = accepted.ok || accepted.findings.every(({ rule }) => rule.startsWith('xml-'));

      expect(readable).toBe(true);
      expect(performance.now() - started).toBeLessThan(2000);
      if (!result.ok) expect(formatFindings('fuzz.bpmn', result.findings)).toContain('ERROR');
      else expect(result.model.processes.flatMap(brokenLinksOf)).toEqual([]);
    }),
    // fast-check prints seed and path of a failure; `{ seed, path }` here rebuilds it.
    { numRuns: 1000 },
  );
});

it('should neither throw nor hang on text that is no document at all', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      expect(parseBpmn(text, { resourceName: 'fuzz.bpmn' }).ok).toBe(false);
      parseBpmn(`<a>${text}</a>`, { resourceName: 'fuzz.bpmn' });
    }),
    { numRuns: 2000 },
  );
});
