import { BpmnElementType } from '@waggle/protocol';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  bpmn,
  extensions,
  flow,
  line,
  message,
  messageEvent,
  path,
  serviceTask,
  timerEvent,
} from '../test/bpmn-xml.ts';
import { formatFindings } from './format-findings.ts';
import type { ExecutableProcess } from './model.ts';
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
  <subProcess id="esp" triggeredByEvent="true"><startEvent id="esp-start"><errorEventDefinition errorRef="e"/></startEvent></subProcess>`,
  `${message('m', 'paid', '=key')}${message('n', '=name', '=key')}<error id="e" errorCode="1"/>`,
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

function expectLinked({ elements, sequenceFlows }: ExecutableProcess): void {
  for (const element of elements.values()) {
    for (const flow of [...element.incoming, ...element.outgoing]) expect(sequenceFlows.get(flow.id)).toBe(flow);
    for (const other of [...element.children, ...element.boundaryEvents]) {
      expect(elements.get(other.id)).toBe(element.innerActivity === other ? element : other);
    }
    expect(element.elementType).not.toBe(BpmnElementType.UNSPECIFIED);
  }
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

      expect(performance.now() - started).toBeLessThan(2000);
      if (!result.ok) expect(formatFindings('fuzz.bpmn', result.findings)).toContain('ERROR');
      else for (const process of result.model.processes) expectLinked(process);
    }),
    // fast-check prints seed and path of a failure; `{ seed, path }` here rebuilds it.
    { numRuns: 3000 },
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
