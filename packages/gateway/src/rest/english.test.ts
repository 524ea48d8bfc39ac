import { expect, test } from 'vitest';
import { plural, withArticle } from './english.ts';

test.each([
  ['incident', 'an incident', 'incidents'],
  ['user task', 'a user task', 'user tasks'],
  ['audit log entry', 'an audit log entry', 'audit log entries'],
  ['process instance', 'a process instance', 'process instances'],
])('should put %s into sentences', (noun, one, many) => {
  expect([withArticle(noun), plural(noun)]).toEqual([one, many]);
});
