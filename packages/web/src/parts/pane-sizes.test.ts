import { describe, expect, test } from 'vitest';
import { firstSizes, moveBorder, paneSizes, partOfBoth } from './pane-sizes.ts';

const panes = [{ id: 'diagram', size: 45 }, { id: 'list' }];
const roomy = { both: 1_000, firstMin: 120, secondMin: 120 };

describe('firstSizes', () => {
  test('should give what is left to those without a size', () => {
    expect(firstSizes(panes)).toEqual({ diagram: 45, list: 55 });
    expect(firstSizes([{ id: 'a' }, { id: 'b' }])).toEqual({ a: 50, b: 50 });
  });
});

describe('paneSizes', () => {
  test('should be what was remembered of these panes', () => {
    expect(paneSizes(panes, '{"diagram":20,"list":80,"gone":9}')).toEqual({ diagram: 20, list: 80 });
  });

  test.each([
    null,
    'none',
    'null',
    '[]',
    '{"diagram":20}',
    '{"diagram":0,"list":80}',
    '{"diagram":"20","list":80}',
    '{"diagram":-1,"list":101}',
  ])('should begin anew with %s', (remembered) => {
    expect(paneSizes(panes, remembered)).toEqual({ diagram: 45, list: 55 });
  });
});

describe('moveBorder', () => {
  const sizes = { a: 20, b: 30, c: 50 };

  test('should share between the two beside it', () => {
    expect(moveBorder(sizes, ['a', 'b'], 0.5, roomy)).toEqual({ a: 25, b: 25, c: 50 });
    expect(moveBorder(sizes, ['b', 'c'], 0.25, roomy)).toEqual({ a: 20, b: 20, c: 60 });
  });

  test('should leave each what it needs', () => {
    expect(moveBorder(sizes, ['b', 'c'], 0, roomy).b).toBeCloseTo(80 * 0.12);
    expect(moveBorder(sizes, ['b', 'c'], 1, roomy).c).toBeCloseTo(80 * 0.12);
  });

  test('should not give a size below nothing where both have too little room', () => {
    const { b, c } = moveBorder(sizes, ['b', 'c'], 0.5, { both: 200, firstMin: 120, secondMin: 120 });
    expect([b, c]).toEqual([48, 32]);
  });
});

describe('partOfBoth', () => {
  test('should be percent', () => {
    expect(partOfBoth({ a: 20, b: 60, c: 20 }, ['a', 'b'])).toBe(25);
  });
});
