import { expect, test } from 'vitest';
import { onlyUnderstood } from './only-understood.ts';

test('should say of what is not understood that it is not there', () => {
  // given
  const understand = onlyUnderstood(({ version }) => (typeof version === 'number' ? { version } : {}));

  // then
  expect(understand({ version: 2, other: 'x' })).toEqual({ version: 2, other: undefined });
  // As the router lays it over the address:
  expect({ version: 'x', ...understand({ version: 'x' }) }).toEqual({ version: undefined });
});
