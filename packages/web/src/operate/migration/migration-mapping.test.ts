import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bpmn, endEvent, flow, serviceTask, startEvent } from '@waggle/engine/test';
import { describe, expect, test } from 'vitest';
import { readProcessFacts } from '../model/process-facts.ts';
import {
  automaticMapping,
  fits,
  mappingInstructions,
  mappingLines,
  summaryOf,
  withChanges,
} from './migration-mapping.ts';

const demo = (file: string) =>
  readProcessFacts(
    readFileSync(join(import.meta.dirname, '../../../../../examples/demo', file), 'utf8'),
    'order-process',
  );
const task = (id: string, name: string) =>
  serviceTask(id).replace('<bpmn:serviceTask', `<bpmn:serviceTask name="${name}"`);
const late = (id: string, host: string) =>
  `<bpmn:boundaryEvent id="${id}" attachedToRef="${host}"><bpmn:timerEventDefinition><bpmn:timeDuration>PT1H</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:boundaryEvent>`;
const facts = (...elements: readonly string[]) => readProcessFacts(bpmn({ id: 'p' }, ...elements), 'p');
const linear = (...ids: readonly string[]) => ids.slice(1).map((id, index) => flow(ids[index]!, id));

describe('automaticMapping', () => {
  test('should map the versions of the demo, except what was renamed wholly', () => {
    // given
    const [source, target] = [demo('order-process.v1.bpmn'), demo('order-process.v2.bpmn')];

    // when
    const mapping = automaticMapping(source, target);
    const lines = mappingLines(source, target, mapping, new Map([['WaitForPayment', 3]]));

    // then
    expect(lines.filter((line) => line.target === undefined).map((line) => line.source.id)).toEqual(['TellCustomer']);
    expect(lines[0]).toMatchObject({ source: { id: 'WaitForPayment' }, target: { id: 'WaitForPayment' }, count: 3 });
    expect(summaryOf(lines)).toMatchObject({ unmapped: 1, blocking: [] });
  });

  test('should go by name when the id is another, unless the name says too little', () => {
    // given
    const source = facts(
      startEvent(),
      task('a', 'Pack'),
      task('b', 'Wait'),
      task('c', 'Wait'),
      endEvent(),
      ...linear('start', 'a', 'b', 'c', 'end'),
    );
    const target = facts(
      startEvent(),
      task('x', 'Pack'),
      task('y', 'Wait'),
      endEvent(),
      ...linear('start', 'x', 'y', 'end'),
    );

    // then
    expect(Object.fromEntries(automaticMapping(source, target))).toEqual({ a: 'x', end: 'end' });
  });

  test('should follow into scopes that have another id, and to events of mapped activities', () => {
    // given
    const sub = (id: string) =>
      `<bpmn:subProcess id="${id}" name="Ship">${startEvent('s')}${serviceTask('label')}${endEvent('e')}${flow('s', 'label')}${flow('label', 'e')}</bpmn:subProcess>`;
    const source = facts(
      startEvent(),
      sub('one'),
      late('late', 'one'),
      endEvent(),
      ...linear('start', 'one', 'end'),
      flow('late', 'end'),
    );
    const target = facts(
      startEvent(),
      sub('two'),
      late('late', 'two'),
      endEvent(),
      ...linear('start', 'two', 'end'),
      flow('late', 'end'),
    );

    // then
    expect(Object.fromEntries(automaticMapping(source, target))).toEqual({
      one: 'two',
      late: 'late',
      label: 'label',
      e: 'e',
      end: 'end',
    });
  });
});

describe('mappingLines', () => {
  const source = facts(
    startEvent(),
    task('a', 'A'),
    late('l1', 'a'),
    late('l2', 'a'),
    endEvent(),
    ...linear('start', 'a', 'end'),
    flow('l1', 'end'),
    flow('l2', 'end'),
  );
  const target = facts(
    startEvent(),
    task('a', 'A'),
    late('l1', 'a'),
    `<bpmn:subProcess id="sub">${startEvent('s')}${task('in', 'In')}${endEvent('e')}${flow('s', 'in')}${flow('in', 'e')}</bpmn:subProcess>`,
    endEvent(),
    ...linear('start', 'a', 'sub', 'end'),
    flow('l1', 'end'),
  );
  const problems = (changes: Record<string, string>, counts: Record<string, number>) =>
    Object.fromEntries(
      mappingLines(
        source,
        target,
        withChanges(automaticMapping(source, target), changes),
        new Map(Object.entries(counts)),
      )
        .filter(({ problem }) => problem !== undefined)
        .map((line) => [line.source.id, `${line.problem}${line.isBlocking ? '!' : ''}`]),
    );

  test('should say what would be refused', () => {
    expect(problems({}, { a: 2 })).toEqual({});
    expect(problems({ a: '' }, { a: 2 })).toMatchObject({ a: 'unmapped!', l1: 'detached!' });
    expect(problems({ a: 'in' }, { a: 2 })).toMatchObject({ a: 'scope!' });
    expect(problems({ a: 'in' }, {})).toMatchObject({ a: 'scope' });
    expect(problems({ l2: 'l1' }, {})).toEqual({ l1: 'twice!', l2: 'twice!' });
  });

  test('should let only elements of one kind fit', () => {
    const [a, l1] = [source.elements.get('a')!, source.elements.get('l1')!];
    expect(fits(a, target.elements.get('in')!)).toBe(true);
    expect(fits(a, l1)).toBe(false);
    expect(fits(a, { ...a, loop: 'parallel' })).toBe(false);
    const user = { ...a, type: 'USER_TASK' as const, implementation: 'job' as const };
    expect(fits(user, { ...user, implementation: 'userTask' })).toBe(true);
    expect(fits({ ...user, implementation: 'userTask' }, user)).toBe(false);
  });
});

test('should name the flows on which tokens wait at a join', () => {
  // given
  const model = (first: string) =>
    facts(
      startEvent(),
      '<bpmn:parallelGateway id="fork"/>',
      serviceTask('a'),
      serviceTask('b'),
      '<bpmn:parallelGateway id="join"/>',
      endEvent(),
      flow('start', 'fork'),
      flow('fork', 'a'),
      flow('fork', 'b'),
      `<bpmn:sequenceFlow id="${first}" sourceRef="a" targetRef="join"/>`,
      flow('b', 'join'),
      flow('join', 'end'),
    );
  const [source, target] = [model('old'), model('new')];

  // when
  const instructions = mappingInstructions(source, target, automaticMapping(source, target));

  // then
  expect(instructions).toContainEqual({ sourceElementId: 'old', targetElementId: 'new' });
  expect(instructions).not.toContainEqual(expect.objectContaining({ sourceElementId: 'b_join' }));
  expect(instructions).toHaveLength(6);
});
