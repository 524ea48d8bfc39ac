import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Run } from '../evaluation.ts';
import { allMatches, compileRegex, Subject } from './regex.ts';

const newRun = () => new Run({ variable: () => undefined, nowMs: 0 });

const groups = (pattern: string, text: string, flags = ''): (string | undefined)[][] => {
  const run = newRun();
  const regex = compileRegex(run, pattern, flags);
  const subject = new Subject(run, text);
  return Array.from(allMatches(run, regex, subject), (match) =>
    Array.from({ length: regex.groupCount + 1 }, (_, index) => subject.group(match, index)),
  );
};

const native = (pattern: string, text: string, flags = ''): (string | undefined)[][] =>
  Array.from(text.matchAll(new RegExp(pattern, `gu${flags}`)), (match) => [...match]);

describe('regular expressions', () => {
  it.each([
    ['a|ab', 'ab'],
    ['(a|ab)(c|bcd)', 'abcd'],
    ['a*?b', 'aab'],
    ['(a+)(a*)', 'aaa'],
    ['a{2,3}', 'aaaaa'],
    ['a{2}', 'aaaaa'],
    ['a{2,}?', 'aaaaa'],
    ['(?:ab)+', 'ababa'],
    ['[a-c]+|[^a-c]', 'abcxyz'],
    ['\\bfoo\\b', 'foo foobar'],
    ['^a|b$', 'ab'],
    ['(\\d+)-(?<word>\\w+)', '12-ab 3-c'],
    ['a(?=b)', 'abac'],
    ['a(?!b)', 'abac'],
    ['(?<=a)b', 'abcb'],
    ['(?<!a)b', 'abcb'],
    ['x*', 'axb'],
    ['\\u{1F600}', 'a😀'],
    ['.', 'a😀b'],
    ['[\\d.]+', '1.5 a'],
    ['\\p{Lu}', 'aÄB'],
    ['a.c', 'a\nc'],
    ['[]a]', 'a]'],
  ])('should find what a backtracking matcher finds for %s in %s', (pattern, text) => {
    if (pattern === '[]a]') expect(groups(pattern, text)).toEqual([['a'], [']']]);
    else if (pattern === '\\u{1F600}') expect(groups('\\x{1F600}', text)).toEqual([['😀']]);
    else expect(groups(pattern, text)).toEqual(native(pattern, text));
  });

  it('should know the flags', () => {
    expect(groups('a.c', 'A\nC', 'is')).toEqual([['A\nC']]);
    expect(groups('^b$', 'a\nb\nc', 'm')).toEqual([['b']]);
    expect(groups('a b # comment', 'ab', 'x')).toEqual([['ab']]);
    expect(groups('(?i)a(?-i)b', 'AbAB')).toEqual([['Ab']]);
    expect(groups('(?i:a)b', 'AbAB')).toEqual([['Ab']]);
  });

  it('should know what Java adds', () => {
    expect(groups('[a-z&&[^b]]+', 'abc')).toEqual([['a'], ['c']]);
    expect(groups('\\Qa.b\\E', 'axb a.b')).toEqual([['a.b']]);
    expect(groups('\\p{Alpha}+', 'ab1')).toEqual([['ab']]);
  });

  it.each(['(', ')', '[', 'a**', '*', '\\1', 'a++', '(?>a)', '\\', 'a{2,1}', '[b-a]', '\\q', '\\p{Nope}', 'a{99999}'])(
    'should reject %s',
    (pattern) => {
      expect(() => compileRegex(newRun(), pattern, '')).toThrow(/position|character class|steps/);
    },
  );

  it('should agree with the native matcher on random patterns', () => {
    const atom = fc.constantFrom('a', 'b', '.', '[ab]', '[^a]', '\\w', '(a)', '(?:ab|b)', '(a|ab|c)');
    const part = fc.tuple(atom, fc.constantFrom('', '', '*', '+', '?', '*?', '+?', '{1,2}')).map((two) => two.join(''));
    const pattern = fc.array(part, { minLength: 1, maxLength: 4 }).map((parts) => parts.join(''));
    const text = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 8 }).map((characters) => characters.join(''));
    const whole = (matches: (string | undefined)[][]) => matches.map(([first]) => first);
    fc.assert(
      fc.property(pattern, text, (source, subject) => {
        expect(whole(groups(source, subject))).toEqual(whole(native(source, subject)));
      }),
      { numRuns: 1_000 },
    );
  });
});
