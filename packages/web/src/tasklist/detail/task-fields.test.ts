import { describe, expect, test } from 'vitest';
import { changesetOf, isPriority, type TaskFields } from './task-fields.ts';

const before: TaskFields = {
  dueDate: '2026-12-24T18:00',
  followUpDate: '',
  priority: '50',
  candidateUsers: 'ann, ben',
  candidateGroups: '',
};

describe('changesetOf', () => {
  test('should tell only what was changed', () => {
    expect(changesetOf(before, { ...before, dueDate: '', candidateUsers: 'ann, , cleo ' })).toEqual({
      dueDate: '',
      candidateUsers: ['ann', 'cleo'],
    });
  });

  test('should tell nothing when nothing was changed', () => {
    expect(changesetOf(before, { ...before, priority: '050' })).toBeUndefined();
  });
});

test.each([
  ['0', true],
  ['100', true],
  ['101', false],
  ['-1', false],
  ['', false],
])('should know whether %s is a priority', (text, expected) => {
  expect(isPriority(text)).toBe(expected);
});
