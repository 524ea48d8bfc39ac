import { compileUnaryTests, type FeelValue, parseNumber } from '@waggle/feel';
import { expect, test } from 'vitest';
import { literalTest } from './literal-test.ts';

const recognised = [
  '"gold"',
  '"gold", "silver"',
  '"gold" ,"gold","a, b"',
  'not("gold")',
  'not( "gold", "silver" )',
  '5',
  '-5',
  '0.1',
  '.5',
  '-0',
  '1, 2,3',
  'not(1, 2)',
  '< 5',
  '<=5',
  '> 0.1',
  '>=-5',
  '[1..5]',
  ']1..5[',
  '(1..5)',
  '[0.1 .. 5)',
  'true',
  'false',
];
const others = [
  '"a\\"b"',
  '"gold", 5',
  'not(gold)',
  'gold',
  '< "b"',
  '[a..5]',
  '< x',
  'not(true)',
  '1 + 2',
  '-',
  'null',
];

const decimal = parseNumber('5.0000000000000000000000001') as FeelValue;
const values: readonly FeelValue[] = [
  null,
  true,
  false,
  'gold',
  'silver',
  'a, b',
  '',
  'constructor',
  0,
  1,
  5,
  -5,
  0.1,
  0.5,
  4.999,
  decimal,
  ['gold'],
  [1, 2],
  new Map([['gold', 1]]),
];

test.each(recognised)('should give what FEEL gives for %s', (text) => {
  // given
  const quick = literalTest(text);
  const compiled = compileUnaryTests(text);
  if (!compiled.ok) throw new Error(compiled.message);

  // when
  const results = values.map((value) => quick?.(value));

  // then
  for (const [index, value] of values.entries()) {
    const evaluated = compiled.expression.evaluate({ variable: () => value, nowMs: 0 });
    const expected = evaluated.ok && evaluated.warnings.length === 0 ? evaluated.value : undefined;
    if (results[index] !== undefined) expect([value, results[index]]).toEqual([value, expected]);
  }
  expect(results.filter((result) => result !== undefined).length).toBeGreaterThan(0);
});

test.each(others)('should leave %s to FEEL', (text) => {
  expect(literalTest(text)).toBeUndefined();
});
