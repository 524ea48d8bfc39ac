import { expect, test } from 'vitest';
import { problemText } from './problem-text.ts';

test('should give the detail of a problem, its title and its status', () => {
  const body = JSON.stringify({ type: 'about:blank', title: 'NOT_FOUND', status: 404, detail: 'No such job.' });
  expect(problemText(404, body)).toBe('No such job. (NOT_FOUND, HTTP 404)');
});

test('should show a body that is no problem detail as it came', () => {
  expect(problemText(502, '<h1>Bad Gateway</h1>')).toBe(
    'The server refused with HTTP status 502: <h1>Bad Gateway</h1>.',
  );
  expect(problemText(500, '')).toBe('The server refused with HTTP status 500.');
});
