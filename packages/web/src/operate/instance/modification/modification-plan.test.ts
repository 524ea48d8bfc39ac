import { bpmn, endEvent, flow, serviceTask, startEvent } from '@waggle/engine/test';
import { describe, expect, test } from 'vitest';
import { readProcessFacts } from '../../model/process-facts.ts';
import {
  endsInstance,
  hasSingleSteps,
  isTouched,
  keysOf,
  type ModificationPlan,
  type NewStep,
  stepWarning,
  tokenChanges,
  untouchedAt,
  withoutStep,
  withoutVariable,
  withStep,
  withTokenVariable,
  withVariable,
} from './modification-plan.ts';

const facts = readProcessFacts(
  bpmn(
    { id: 'plan' },
    startEvent(),
    serviceTask('pack'),
    `<bpmn:subProcess id="ship">${startEvent('s')}${serviceTask('label')}${endEvent('e')}${flow('s', 'label')}${flow('label', 'e')}</bpmn:subProcess>`,
    endEvent(),
    flow('start', 'pack'),
    flow('pack', 'ship'),
    flow('ship', 'end'),
  ),
  'plan',
);
const target = { ancestorKey: undefined, openedScopeIds: [], variables: [] };
const all = (elementId: string, count: number) => ({
  elementId,
  elementInstanceKey: undefined,
  count,
  countThen: count,
});
const one = (elementId: string, elementInstanceKey: string, countThen = 2) => ({
  elementId,
  elementInstanceKey,
  count: 1,
  countThen,
});
const planOf = (...steps: readonly NewStep[]): ModificationPlan =>
  steps.reduce<ModificationPlan>((plan, step) => withStep(plan, step), []);

describe('modification plan', () => {
  test('should count what is taken and given', () => {
    // given
    const plan = planOf(
      { kind: 'move', ...all('pack', 2), ...target, targetId: 'ship' },
      { kind: 'add', elementId: 'ship', ...target },
      { kind: 'cancel', ...one('label', '7') },
    );

    // when
    const changes = tokenChanges(
      plan,
      facts,
      new Map([
        ['pack', 2],
        ['label', 1],
      ]),
    );

    // then
    expect(Object.fromEntries(changes)).toEqual({
      pack: { minus: 2, plus: 0 },
      ship: { minus: 0, plus: 3 },
      label: { minus: 1, plus: 0 },
    });
  });

  test('should take along what is in a canceled scope, once', () => {
    // given
    const counts = new Map([
      ['ship', 1],
      ['label', 3],
    ]);
    const plan = planOf({ kind: 'cancel', ...one('label', '7') }, { kind: 'cancel', ...one('ship', '8') });

    // then
    expect(tokenChanges(plan, facts, counts).get('label')).toEqual({ minus: 3, plus: 0 });
    expect(endsInstance(plan, facts, counts)).toBe(true);
  });

  test('should know when nothing would be left', () => {
    const counts = new Map([['pack', 1]]);
    const cancel: NewStep = { kind: 'cancel', ...all('pack', 1) };
    expect(endsInstance([], facts, counts)).toBe(false);
    expect(endsInstance(planOf(cancel), facts, counts)).toBe(true);
    expect(endsInstance(planOf(cancel, { kind: 'add', elementId: 'label', ...target }), facts, counts)).toBe(false);
    expect(endsInstance(planOf({ kind: 'move', ...all('pack', 1), ...target, targetId: 'end' }), facts, counts)).toBe(
      false,
    );
  });

  test('should not plan for a token twice', () => {
    const single = planOf({ kind: 'cancel', ...one('pack', '7') });
    expect(isTouched(single, 'pack', '7')).toBe(true);
    expect(isTouched(single, 'pack', '8')).toBe(false);
    expect(hasSingleSteps(single, 'pack')).toBe(true);
    expect(untouchedAt(single, 'pack', 2)).toBe(1);
    const whole = planOf({ kind: 'move', ...all('pack', 2), ...target, targetId: 'end' });
    expect(isTouched(whole, 'pack', '8')).toBe(true);
    expect(hasSingleSteps(whole, 'pack')).toBe(false);
    expect(untouchedAt(whole, 'pack', 2)).toBe(0);
  });

  test('should keep the last value of a variable, and forget it', () => {
    // given
    const variable = { scopeKey: '1', scopeName: 'plan', name: '__proto__', base: '1' };

    // when
    const plan = withVariable(withVariable([], { ...variable, text: '2' }), { ...variable, text: '3' });

    // then
    expect(plan).toEqual([{ kind: 'variable', id: 1, ...variable, text: '3' }]);
    expect(withoutVariable(plan, '1', '__proto__')).toEqual([]);
  });

  test('should set and take out what a new token begins with', () => {
    // given
    const plan = planOf({ kind: 'add', elementId: 'pack', ...target });
    const variable = { scopeId: 'pack', name: 'n' };

    // when
    const set = withTokenVariable(withTokenVariable(plan, 1, variable, '1'), 1, variable, '2');

    // then
    expect(set).toMatchObject([{ variables: [{ scopeId: 'pack', name: 'n', text: '2' }] }]);
    expect(withTokenVariable(set, 1, variable, undefined)).toMatchObject([{ variables: [] }]);
  });

  test('should warn when the instance changed under it', () => {
    // given
    const [byKey, byId, added] = planOf(
      { kind: 'cancel', ...one('pack', '7') },
      { kind: 'move', ...all('pack', 2), ...target, targetId: 'end' },
      { kind: 'add', elementId: 'label', ...target, ancestorKey: '9' },
    );
    const then = new Map([['pack', 2]]);

    // then
    expect(keysOf([byKey!, byId!, added!])).toEqual(['7', '9']);
    expect(stepWarning(byKey!, then, new Set())).toBeUndefined();
    expect(stepWarning(byKey!, then, new Set(['7']))).toEqual({ kind: 'tokenGone' });
    expect(stepWarning(byId!, then, new Set())).toBeUndefined();
    expect(stepWarning(byId!, new Map([['pack', 3]]), new Set())).toEqual({ kind: 'countChanged', count: 3 });
    expect(stepWarning(byId!, new Map(), new Set())).toEqual({ kind: 'tokenGone' });
    expect(stepWarning(added!, then, new Set(['9']))).toEqual({ kind: 'scopeGone' });
  });

  test('should take out a step', () => {
    const plan = planOf({ kind: 'add', elementId: 'pack', ...target }, { kind: 'add', elementId: 'label', ...target });
    expect(withoutStep(plan, 1)).toMatchObject([{ id: 2, elementId: 'label' }]);
  });
});
