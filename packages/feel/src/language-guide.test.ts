import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { evaluate, evaluateTests, printed } from '../test/evaluate.ts';
import { builtins } from './builtins/builtins.ts';

const text = readFileSync(new URL('../testdata/language-guide.txt', import.meta.url), 'utf8');
const variables = text.split('\n').find((line) => line.startsWith('{')) ?? '{}';
const sections = text.split(/^# /m).slice(1).map(sectionOf);

describe.each(sections)('the language guide on $title', ({ examples }) => {
  it.each(examples)('should evaluate $expression $input to $expected', ({ expression, input, expected }) => {
    expect(shown(expression, input)).toBe(expected);
  });
});

describe('the examples of the language guide', () => {
  it.each(documentedBuiltins())('should have one of the built-in %s', (name) => {
    const expressions = sections.flatMap(({ examples }) => examples.map(({ expression }) => expression));
    expect(builtins.has(name)).toBe(true);
    expect(expressions.some((expression) => new RegExp(`(^|[^a-z ])${name}\\(`).test(expression))).toBe(true);
  });
});

interface Example {
  readonly expression: string;
  readonly input: string;
  readonly expected: string;
}

function sectionOf(section: string): { readonly title: string; readonly examples: readonly Example[] } {
  const [title = '', ...lines] = section.trimEnd().split('\n');
  const examples = lines.map((line) => {
    const [tested = '', expected = ''] = line.split('  =>  ');
    const [expression = '', input = ''] = tested.split('  <-  ');
    return { expression, input, expected };
  });
  return { title, examples };
}

/** As the examples write it. */
function shown(expression: string, input: string): string {
  try {
    const result = input === '' ? evaluate(expression, variables) : evaluateTests(expression, input, variables);
    return printed(result).replaceAll('\n', '\\n');
  } catch {
    return 'refused';
  }
}

/** What Camunda 8.9 documents, page by page; the rest of our built-ins is the standard's or of 8.10. */
function documentedBuiltins(): string[] {
  const pages = [
    'not, is defined, get or else, assert',
    'substring, string length, upper case, lower case, substring before, substring after, contains, starts with, ends with',
    'matches, replace, split, extract, trim, uuid, to base64, is blank, string join',
    'decimal, floor, ceiling, round up, round down, round half up, round half down, abs, modulo, sqrt, log, exp, odd, even',
    'random number',
    'list contains, count, min, max, sum, product, mean, median, stddev, mode, and, all, or, any, sublist, append',
    'concatenate, insert before, remove, reverse, index of, union, distinct values, duplicate values, flatten, sort',
    'partition, is empty',
    'get value, get entries, context put, context merge, put, put all',
    'string, number, context, date, time, date and time, duration, years and months duration, from json, to json',
    'now, today, day of week, day of year, week of year, month of year, last day of month',
    'before, after, meets, met by, overlaps, overlaps before, overlaps after, finishes, finished by, includes, during',
    'starts, started by, coincides',
    'cycle, fromAi',
  ];
  return pages.flatMap((names) => names.split(', '));
}
