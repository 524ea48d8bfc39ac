import { describe, expect, test } from 'vitest';
import { lineDiff } from './line-diff.ts';

const marks = { same: ' ', removed: '-', added: '+' };
const shown = (before: string, after: string) => lineDiff(before, after)?.map(({ kind, text }) => marks[kind] + text);

describe('lineDiff', () => {
  test('should tell what was removed and added', () => {
    expect(shown('{\n  "a": 1,\n  "b": 2\n}', '{\n  "a": 1,\n  "b": 3,\n  "c": 4\n}')).toEqual([
      ' {',
      '   "a": 1,',
      '-  "b": 2',
      '+  "b": 3,',
      '+  "c": 4',
      ' }',
    ]);
  });

  test('should take texts from nothing and to nothing', () => {
    expect(shown('', 'null')).toEqual(['+null']);
    expect(shown('1', '')).toEqual(['-1']);
    expect(shown('1', '1')).toEqual([' 1']);
  });

  test('should give up on long ones', () => {
    const long = 'x\n'.repeat(1_500);
    expect(lineDiff(long, long)).toBeUndefined();
    expect(lineDiff('x\n'.repeat(900), 'y\n'.repeat(900))).toHaveLength(1_801);
  });
});
