import { expect, test } from 'vitest';
import { parseTasksSearch } from './tasks-search.ts';

test('should read what the address says', () => {
  // given
  const search = {
    queue: 'mine',
    filter: 2251799813685249,
    where: {
      assignedTo: 'user',
      assignee: ' ada ',
      priorityMin: '60',
      variables: [{ name: 'a', operator: 'equals', value: '1' }],
    },
    q: 42,
    sort: 'priority',
    order: 'asc',
    tab: 'history',
  };

  // when / then
  expect(parseTasksSearch(search)).toEqual({
    queue: 'mine',
    filter: '2251799813685249',
    where: {
      assignedTo: 'user',
      assignee: 'ada',
      priorityMin: 60,
      variables: [{ name: 'a', operator: 'equals', value: '1' }],
    },
    q: '42',
    sort: 'priority',
    order: 'asc',
    tab: 'history',
  });
});

test.each([
  {},
  { queue: 'nobody', sort: 'size', order: 1, tab: null, q: ' ', filter: '<script>' },
  { where: 'text' },
  {
    where: {
      dueFrom: 'tomorrow',
      priorityMin: 101,
      state: 'open',
      variables: [{ name: '', operator: 'equals' }, { name: 'a', operator: 'less', value: 'b' }, 5, null],
    },
  },
])('should leave out what it does not understand: %j', (search) => {
  expect(parseTasksSearch(search)).toEqual({});
});
