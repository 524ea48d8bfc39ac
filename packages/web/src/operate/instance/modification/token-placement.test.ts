import { bpmn, endEvent, flow, serviceTask, startEvent } from '@waggle/engine/test';
import { describe, expect, test } from 'vitest';
import { readProcessFacts } from '../../model/process-facts.ts';
import { placementProblem, scopeChoice } from './token-placement.ts';

const loop =
  '<bpmn:multiInstanceLoopCharacteristics><bpmn:extensionElements>' +
  '<zeebe:loopCharacteristics inputCollection="=items"/></bpmn:extensionElements></bpmn:multiInstanceLoopCharacteristics>';
const sub = (id: string, task: string, more = '') =>
  `<bpmn:subProcess id="${id}">${startEvent(`${id}-s`)}${serviceTask(task)}${endEvent(`${id}-e`)}${flow(`${id}-s`, task)}${flow(task, `${id}-e`)}${more}</bpmn:subProcess>`;
const { elements } = readProcessFacts(
  bpmn(
    {
      id: 'places',
      definitions:
        '<bpmn:message id="m" name="m"><bpmn:extensionElements><zeebe:subscription correlationKey="=k"/></bpmn:extensionElements></bpmn:message>',
    },
    startEvent(),
    serviceTask('pack'),
    sub('ship', 'label'),
    sub('each', 'check', loop),
    '<bpmn:eventBasedGateway id="which"/>',
    '<bpmn:intermediateCatchEvent id="answer"><bpmn:messageEventDefinition messageRef="m"/></bpmn:intermediateCatchEvent>',
    '<bpmn:boundaryEvent id="late" attachedToRef="pack"><bpmn:timerEventDefinition><bpmn:timeDuration>PT1H</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:boundaryEvent>',
    endEvent(),
    flow('start', 'pack'),
    flow('pack', 'ship'),
    flow('ship', 'each'),
    flow('each', 'which'),
    flow('which', 'answer'),
    flow('answer', 'end'),
  ),
  'places',
);
const fact = (id: string) => elements.get(id)!;
const scope = (key: string, elementId: string, type = 'SUB_PROCESS') => ({ key, elementId, type, startDate: '' });

describe('placementProblem', () => {
  test.each([
    ['start', 'startEvent'],
    ['late', 'boundaryEvent'],
    ['answer', 'behindEventBasedGateway'],
    ['check', 'insideClosedLoop'],
    ['label', undefined],
    ['each', undefined],
    ['end', undefined],
  ])('should judge %s as %s', (id, problem) => {
    expect(placementProblem(fact(id), new Map())).toBe(problem);
  });

  test('should allow another token in a loop that runs, but not out of the loop itself', () => {
    expect(placementProblem(fact('check'), new Map([['each', 3]]))).toBeUndefined();
    expect(placementProblem(fact('check'), new Map([['each', 3]]), fact('each'))).toBe('insideClosedLoop');
  });
});

describe('scopeChoice', () => {
  test('should open the scopes that do not run', () => {
    expect(scopeChoice(fact('label'), [])).toMatchObject({
      choices: [],
      ancestorKey: undefined,
      openedScopeIds: ['ship'],
    });
    expect(scopeChoice(fact('pack'), [])).toMatchObject({ choices: [], ancestorKey: undefined, openedScopeIds: [] });
  });

  test('should take the only one, and ask when there are several', () => {
    expect(scopeChoice(fact('label'), [scope('1', 'ship')])).toMatchObject({ ancestorKey: '1', openedScopeIds: [] });
    expect(scopeChoice(fact('label'), [scope('1', 'ship'), scope('2', 'ship')])).toMatchObject({
      choices: [{ key: '1' }, { key: '2' }],
      mayOpenAnother: true,
      anotherOpens: ['ship'],
    });
  });

  test('should ask which item of a loop, and not offer another', () => {
    // given
    const open = [scope('9', 'each', 'MULTI_INSTANCE_BODY'), scope('1', 'each'), scope('2', 'each')];

    // then
    expect(scopeChoice(fact('check'), open)).toMatchObject({
      choices: [{ key: '1' }, { key: '2' }],
      mayOpenAnother: false,
    });
  });

  test('should stay where the source is', () => {
    // given
    const open = [scope('1', 'each'), scope('2', 'each')];

    // then
    expect(scopeChoice(fact('each-e'), open, fact('check'))).toMatchObject({ choices: [], ancestorKey: undefined });
    expect(scopeChoice(fact('pack'), open, fact('check'))).toMatchObject({ choices: [], ancestorKey: undefined });
    expect(scopeChoice(fact('label'), [scope('1', 'ship')], fact('ship'))).toMatchObject({
      ancestorKey: undefined,
      openedScopeIds: ['ship'],
    });
  });
});
