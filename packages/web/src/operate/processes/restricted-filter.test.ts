import { expect, test } from 'vitest';
import { restrictedToRoots, restrictedToStates } from './restricted-filter.ts';

test.each([
  [{}, ['ACTIVE'], { $or: [{ state: 'ACTIVE' }] }],
  [
    { processDefinitionId: 'p', state: { $in: ['ACTIVE', 'COMPLETED'] } },
    ['COMPLETED', 'TERMINATED'],
    { processDefinitionId: 'p', $or: [{ state: 'COMPLETED' }] },
  ],
  [{}, ['COMPLETED', 'TERMINATED'], { $or: [{ state: { $in: ['COMPLETED', 'TERMINATED'] } }] }],
  [
    { $or: [{ state: 'ACTIVE', hasIncident: true }, { state: 'COMPLETED' }, { businessId: 'b' }] },
    ['ACTIVE', 'SUSPENDED'],
    {
      $or: [
        { state: 'ACTIVE', hasIncident: true },
        { businessId: 'b', state: { $in: ['ACTIVE', 'SUSPENDED'] } },
      ],
    },
  ],
  [{ state: 'ACTIVE' }, ['COMPLETED'], undefined],
  [{ $or: [{ state: 'ACTIVE' }] }, ['COMPLETED'], undefined],
] as const)('should have a state of %o where batch operations keep to it', (filter, states, expected) => {
  // when
  const restricted = restrictedToStates(filter, states);

  // then
  expect(restricted).toEqual(expected);
});

test('should not take called instances for others when only roots can be worked on', () => {
  expect(restrictedToRoots({ processDefinitionId: 'p' })).toEqual({
    processDefinitionId: 'p',
    parentProcessInstanceKey: { $exists: false },
  });
  expect(restrictedToRoots({ parentProcessInstanceKey: '7' })).toBeUndefined();
});
