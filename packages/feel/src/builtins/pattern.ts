import type { Run } from '../evaluation.ts';
import { findMatch, type Match } from '../regex/matcher.ts';
import { PatternProblem } from '../regex/pattern.ts';
import { allMatches, compileRegex, type Regex, Subject } from '../regex/regex.ts';
import { isString } from '../values/value.ts';
import { type Builtins, fail, type Outcome, overload } from './builtin.ts';

/** Functions with regular expressions. Java's syntax, run by our own linear-time matcher: see regex/matcher.ts. */
export const patternBuiltins: Builtins = {
  matches: [
    overload(
      [
        ['input', isString],
        ['pattern', isString],
      ],
      (run, input, pattern) => matches(run, input, pattern, ''),
    ),
    overload(
      [
        ['input', isString],
        ['pattern', isString],
        ['flags', isString],
      ],
      matches,
    ),
  ],
  replace: [
    overload(
      [
        ['input', isString],
        ['pattern', isString],
        ['replacement', isString],
      ],
      (run, input, pattern, replacement) => replace(run, input, pattern, replacement, ''),
    ),
    overload(
      [
        ['input', isString],
        ['pattern', isString],
        ['replacement', isString],
        ['flags', isString],
      ],
      replace,
    ),
  ],
  split: [
    overload(
      [
        ['string', isString],
        ['delimiter', isString],
      ],
      split,
    ),
  ],
  extract: [
    overload(
      [
        ['input', isString],
        ['pattern', isString],
      ],
      (run, input, pattern) =>
        withRegex(run, pattern, '', (regex) => {
          const subject = new Subject(run, input);
          const found = Array.from(allMatches(run, regex, subject), (match) => subject.group(match, 0) ?? '');
          run.chargeList(found.length);
          return found;
        }),
    ),
  ],
};

function withRegex(run: Run, pattern: string, flags: string, use: (regex: Regex) => Outcome): Outcome {
  try {
    return use(compileRegex(run, pattern, flags));
  } catch (error) {
    if (!(error instanceof PatternProblem)) throw error;
    return fail(`Invalid pattern '${pattern.slice(0, 100)}': ${error.message}`);
  }
}

function matches(run: Run, input: string, pattern: string, flags: string): Outcome {
  return withRegex(run, pattern, flags, (regex) => {
    const subject = new Subject(run, input);
    return findMatch(run, regex.program, subject.codePoints, 0) !== undefined;
  });
}

function replace(run: Run, input: string, pattern: string, replacement: string, flags: string): Outcome {
  return withRegex(run, pattern, flags, (regex) => {
    const subject = new Subject(run, input);
    let template: readonly (string | number)[] | undefined;
    let result = '';
    let copiedTo = 0;
    for (const match of allMatches(run, regex, subject)) {
      const [start, end] = match as [number, number];
      // A reference to a group that is not there only matters where something matches.
      template ??= parseReplacement(replacement, regex);
      result += subject.slice(copiedTo, start) + filledIn(template, subject, match);
      run.chargeString(result.length);
      copiedTo = end;
    }
    result += subject.slice(copiedTo, subject.codePoints.length);
    run.chargeString(result.length);
    return result;
  });
}

/** Literal text and group numbers, of `$1`, `${name}` and `\$`. */
function parseReplacement(replacement: string, regex: Regex): readonly (string | number)[] {
  const parts: (string | number)[] = [];
  const pieces = /\\([\s\S])|\$\{([A-Za-z][A-Za-z0-9]*)\}|\$(\d)(\d?)|[^\\$]+|[\s\S]/gu;
  for (const [whole, escaped, name, digit, secondDigit] of replacement.matchAll(pieces)) {
    if (escaped !== undefined) parts.push(escaped);
    else if (name !== undefined) {
      const group = regex.groupNames.get(name);
      if (group === undefined) throw new PatternProblem(`No group with name '${name}'`);
      parts.push(group);
    } else if (digit !== undefined) {
      const both = Number(`${digit}${secondDigit ?? ''}`);
      const isOneGroup = both <= regex.groupCount;
      const group = isOneGroup ? both : Number(digit);
      if (group > regex.groupCount) throw new PatternProblem(`No group ${group}`);
      parts.push(group);
      if (!isOneGroup && secondDigit !== undefined && secondDigit !== '') parts.push(secondDigit);
    } else if (whole === '$' || whole === '\\') throw new PatternProblem('Illegal group reference');
    else parts.push(whole);
  }
  return parts;
}

const filledIn = (template: readonly (string | number)[], subject: Subject, match: Match): string =>
  template.map((part) => (typeof part === 'string' ? part : (subject.group(match, part) ?? ''))).join('');

function split(run: Run, text: string, delimiter: string): Outcome {
  return withRegex(run, delimiter, '', (regex) => {
    const subject = new Subject(run, text);
    const parts: string[] = [];
    let copiedTo = 0;
    for (const match of allMatches(run, regex, subject)) {
      const [start, end] = match as [number, number];
      // Java: an empty match at the beginning cuts nothing off.
      if (end === 0) continue;
      parts.push(subject.slice(copiedTo, start));
      copiedTo = end;
    }
    parts.push(subject.slice(copiedTo, subject.codePoints.length));
    run.chargeList(parts.length);
    return parts;
  });
}
