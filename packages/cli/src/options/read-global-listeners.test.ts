import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GLOBAL_LISTENERS_MAX } from '@waggle/protocol';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runCommandLine } from '../../test/cli-session.ts';
import { readGlobalListeners } from './read-global-listeners.ts';

let path = '';
beforeAll(() => {
  path = join(mkdtempSync(join(tmpdir(), 'waggle-listeners-')), 'listeners.json');
});
afterAll(() => rmSync(join(path, '..'), { recursive: true }));

function fileWith(content: unknown): string {
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

const audit = { id: 'audit', type: 'audit-task', eventTypes: ['all'] };

test('should read listeners and take the defaults for what they leave out', () => {
  // given
  const full = { ...audit, id: 'late', eventTypes: ['creating', 'completing'], retries: 1, priority: -5 };

  // then
  expect(readGlobalListeners(fileWith([audit, { ...full, afterNonGlobal: true }]))).toEqual([
    { ...audit, retries: 3, isAfterNonGlobal: false, priority: 50 },
    { ...full, isAfterNonGlobal: true },
  ]);
});

test('should read none from no file and from an empty list', () => {
  expect(readGlobalListeners('')).toEqual([]);
  expect(readGlobalListeners(fileWith([]))).toEqual([]);
});

test.each([
  [
    [{ ...audit, id: 'a b' }],
    'Expected id of listener 1 in FILE to be 1 to 256 letters, digits and "_~@.+-", but it is "a b".',
  ],
  [
    [audit, { id: 'b', eventTypes: ['all'] }],
    'Expected type of listener 2 in FILE to be a job type of 1 to 256 characters, but it is missing.',
  ],
  [[{ ...audit, type: ' ' }], 'Expected type of listener 1 in FILE to be a job type'],
  [[{ ...audit, type: 'x'.repeat(257) }], 'Expected type of listener 1 in FILE to be a job type'],
  [
    [{ ...audit, eventTypes: ['start'] }],
    'Expected eventTypes of listener 1 in FILE to be a list of all, creating, assigning, updating, completing, canceling, but it is ["start"].',
  ],
  [[{ ...audit, eventTypes: [] }], 'Expected eventTypes of listener 1 in FILE'],
  [[{ ...audit, eventTypes: 'all' }], 'Expected eventTypes of listener 1 in FILE'],
  [
    [{ ...audit, retries: 0 }],
    'Expected retries of listener 1 in FILE to be a whole number of at least 1, but it is 0.',
  ],
  [[{ ...audit, retries: 2 ** 31 }], 'Expected retries of listener 1 in FILE'],
  [
    [{ ...audit, retries: null }],
    'Expected retries of listener 1 in FILE to be a whole number of at least 1, but it is null.',
  ],
  [
    [{ ...audit, afterNonGlobal: 'yes' }],
    'Expected afterNonGlobal of listener 1 in FILE to be true or false, but it is "yes".',
  ],
  [[{ ...audit, priority: 1.5 }], 'Expected priority of listener 1 in FILE to be a whole number, but it is 1.5.'],
  [
    [{ ...audit, prio: 1 }],
    'Expected listener 1 in FILE to have only id, type, eventTypes, retries, afterNonGlobal, priority, but found prio.',
  ],
  [[audit, audit], 'Expected id of listener 2 in FILE to be its own, but listener 1 has "audit" as well.'],
  [['audit'], 'Expected listener 1 in FILE to be an object with id, type and eventTypes, but it is a string.'],
  [{ listeners: [] }, 'Expected FILE to hold a list of listeners, but it holds an object.'],
  ['[{', 'Expected FILE to be JSON, but: '],
])('should refuse %j and name what to change', (content, message) => {
  expect(() => readGlobalListeners(fileWith(content))).toThrow(message.replace('FILE', path));
});

test('should take as many listeners as there may be, and none more', () => {
  const listeners = Array.from({ length: GLOBAL_LISTENERS_MAX + 1 }, (_, index) => ({ ...audit, id: `l${index}` }));
  expect(readGlobalListeners(fileWith(listeners.slice(1)))).toHaveLength(GLOBAL_LISTENERS_MAX);
  expect(() => readGlobalListeners(fileWith(listeners))).toThrow('Expected at most 1000 listeners in');
});

test('should end the start before anything is opened', async () => {
  // when
  const { exitCode, output, errors } = await runCommandLine(['start', '--in-memory'], {
    WAGGLE_GLOBAL_TASK_LISTENERS: fileWith([{ ...audit, type: 1 }]),
  });

  // then
  expect(exitCode).toBe(2);
  expect(output).toBe('');
  expect(errors).toBe(`Expected type of listener 1 in ${path} to be a job type of 1 to 256 characters, but it is 1.`);
  expect(await runCommandLine(['start', '--global-task-listeners', `${path}.missing`])).toMatchObject({
    exitCode: 2,
    errors: expect.stringContaining(`Expected to read the global task listeners of ${path}.missing, but that failed`),
  });
});
