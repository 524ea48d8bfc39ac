import { expect, test } from 'vitest';
import { instanceSearch } from './instance-search.ts';

test('should take what is understood', () => {
  const search = {
    tab: 'variables',
    element: 'Charge',
    elementInstance: '2251799813685250',
    order: 'latest',
    mode: 'modify',
    replay: 17,
  };
  expect(instanceSearch(search)).toEqual(search);
});

test('should leave out what is not', () => {
  expect(
    instanceSearch({
      tab: 'nothing',
      element: 7,
      elementInstance: 'x',
      order: 'up',
      mode: 1,
      replay: '-1',
      more: true,
    }),
  ).toEqual({});
});
