import { expect, test } from 'vitest';
import { SharedValue } from './shared-value.ts';

test('should tell who follows it, as long as they do, when it becomes another', () => {
  // given
  const shared = new SharedValue('a');
  const told: string[] = [];
  const leave = shared.subscribe(() => told.push(shared.get()));

  // when
  shared.set('a');
  shared.set('b');
  leave();
  shared.set('c');

  // then
  expect(told).toEqual(['b']);
  expect(shared.get()).toBe('c');
});
