import { expect, test } from 'vitest';
import { type ModificationPlan, type NewStep, withStep } from './modification-plan.ts';
import { modificationRequests } from './modification-request.ts';

const planOf = (...steps: readonly NewStep[]): ModificationPlan =>
  steps.reduce<ModificationPlan>((plan, step) => withStep(plan, step), []);
const target = { ancestorKey: undefined, openedScopeIds: [], variables: [] };
const all = { elementInstanceKey: undefined, count: 2, countThen: 2 };
const variable = (scopeKey: string, name: string, text: string): NewStep => ({
  kind: 'variable',
  scopeKey,
  scopeName: '',
  name,
  base: undefined,
  text,
});

test('should ask for all of a plan at once', () => {
  // given
  const plan = planOf(
    variable('1', 'total', '12345678901234567890'),
    { kind: 'cancel', elementId: 'a', ...all },
    { kind: 'cancel', elementId: 'a', elementInstanceKey: '5', count: 1, countThen: 2 },
    { kind: 'move', elementId: 'b', ...all, ...target, targetId: 'c' },
    {
      kind: 'move',
      elementId: 'b',
      elementInstanceKey: '6',
      count: 1,
      countThen: 2,
      ...target,
      ancestorKey: '7',
      targetId: 'c',
    },
    {
      kind: 'add',
      elementId: 'd',
      ancestorKey: '8',
      openedScopeIds: ['sub'],
      variables: [
        { scopeId: 'd', name: '__proto__', text: '{"x": 1}' },
        { scopeId: 'sub', name: 'y', text: 'null' },
      ],
    },
  );

  // when
  const { variables, modification } = modificationRequests(plan, '1');

  // then
  expect(variables).toEqual([]);
  expect(JSON.parse(JSON.stringify(modification))).toEqual({
    activateInstructions: [
      {
        elementId: 'd',
        ancestorElementInstanceKey: '8',
        variableInstructions: [
          // With all its digits below: as a number here it has lost some.
          { variables: { total: Number('12345678901234567890') } },
          { scopeId: 'd', variables: JSON.parse('{"__proto__": {"x": 1}}') },
          { scopeId: 'sub', variables: { y: null } },
        ],
      },
    ],
    moveInstructions: [
      {
        sourceElementInstruction: { sourceType: 'byId', sourceElementId: 'b' },
        targetElementId: 'c',
        ancestorScopeInstruction: { ancestorScopeType: 'inferred' },
      },
      {
        sourceElementInstruction: { sourceType: 'byKey', sourceElementInstanceKey: '6' },
        targetElementId: 'c',
        ancestorScopeInstruction: { ancestorScopeType: 'direct', ancestorElementInstanceKey: '7' },
      },
    ],
    terminateInstructions: [{ elementId: 'a' }, { elementInstanceKey: '5' }],
  });
  expect(JSON.stringify(modification)).toContain('"total":12345678901234567890');
});

test('should set variables by themselves when no token begins', () => {
  // given
  const plan = planOf(variable('1', 'x', '1'), variable('2', 'y', '2'), variable('1', 'z', '3'), {
    kind: 'cancel',
    elementId: 'a',
    ...all,
  });

  // when
  const requests = modificationRequests(plan, '1');

  // then
  expect(requests.variables).toEqual([
    { scopeKey: '1', variables: { x: 1, z: 3 }, stepIds: [1, 3] },
    { scopeKey: '2', variables: { y: 2 }, stepIds: [2] },
  ]);
  expect(requests.modification).toEqual({ terminateInstructions: [{ elementId: 'a' }] });
  expect(modificationRequests(planOf(variable('1', 'x', '1')), '1').modification).toBeUndefined();
});
