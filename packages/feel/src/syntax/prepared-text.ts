import { limits } from '../limits.ts';
import { textToken } from './name-tokens.ts';
import { SyntaxProblem } from './syntax-problem.ts';

const openings = '([{';
const closings = ')]}';
const token = new RegExp(textToken, 'suy');

/** Words in letters no expression uses (Cherokee), as long as the words they stand for. */
const andFunction = 'ᎠᏁᎠ';
const orFunction = 'ᎠᏒ';
const functionType = 'Ꮁunction';
const nullType = 'Ꮑull';
/** The parser knows no `range<…>`; lowering reads in the original text that such a list is a range. */
const rangeType = 'list ';
const anyLetter = 'Ꭰ';
/** Camunda's names for types, which the parser takes for subtractions. */
const hyphenatedType = /(?:day-time|year-month)-duration\b/y;

/** What the parser does not allow as a step of a path, and Camunda does. */
const keywordSteps = new Set(['for', 'if', 'some', 'every', 'between', 'instance', 'external', 'not']);

/**
 * One linear pass over the text before it is parsed. It rejects deep nesting, and renames words that the parser takes
 * for keywords where Camunda has a name: the functions `and(list)` and `or(list)`, the types `function` and `null`,
 * path steps such as `a.if`, variables such as `external` and `instance`; and `$`, which is a letter in Camunda's names. The
 * new names have the same length, so positions stay right, and lowering reads all names from the original text.
 */
export function preparedText(text: string): string {
  let depth = 0;
  let prepared = '';
  let copiedTo = 0;
  let [beforePrevious, previous] = ['', ''];
  let isInType = false;
  let typeDepth = 0;
  const rename = (start: number, name: string) => {
    prepared += text.slice(copiedTo, start) + name;
    copiedTo = start + name.length;
  };
  for (let position = 0; position < text.length; ) {
    token.lastIndex = position;
    let found = token.exec(text)?.[0];
    if (found === undefined) {
      position++;
      continue;
    }
    if (openings.includes(found)) {
      depth++;
      if (depth > limits.nestingDepthMax) throw tooDeep(position);
      if (found === '(' && (previous === 'and' || previous === 'or') && !endsOperand(beforePrevious)) {
        const start = text.lastIndexOf(previous, position - 1);
        rename(start, previous === 'and' ? andFunction : orFunction);
      }
    } else if (closings.includes(found)) depth--;
    if (found.includes('$') && !/^["`/]/.test(found)) rename(position, found.replaceAll('$', anyLetter));
    if (previous === '.' && beforePrevious !== '.' && keywordSteps.has(found)) {
      rename(position, anyLetter.repeat(found.length));
    } else if (isKeywordAsName(found, previous, text.slice(position + found.length, position + found.length + 100))) {
      rename(position, anyLetter.repeat(found.length));
    }
    const isType = previous === 'of' && beforePrevious === 'instance';
    if (isType || isInType) {
      hyphenatedType.lastIndex = position;
      const hyphenated = hyphenatedType.exec(text)?.[0];
      if (hyphenated !== undefined) {
        found = hyphenated;
        rename(position, found.replaceAll('-', anyLetter));
      }
      if (found === 'null') rename(position, nullType);
      const isParameterized = /^\s*</.test(text.slice(position + found.length, position + found.length + 100));
      if (found === 'function' && !isParameterized) rename(position, functionType);
      if (found === 'range' && isParameterized) rename(position, rangeType);
      if (found === '<') typeDepth++;
      else if (found === '>' && previous !== '-') typeDepth--;
      const endsArguments = found === '>' && previous !== '-' && /^>\s*->/.test(text.slice(position, position + 100));
      isInType = typeDepth > 0 || isParameterized || endsArguments || found === '-' || previous === '-';
    }
    if (!found.startsWith('//') && !found.startsWith('/*')) [beforePrevious, previous] = [previous, found];
    position += found.length;
  }
  return prepared + text.slice(copiedTo);
}

export const tooDeep = (position: number): SyntaxProblem =>
  new SyntaxProblem(`Expected an expression nested at most ${limits.nestingDepthMax} levels deep`, position);

const keywordsBeforeOperand = new Set(['if', 'then', 'else', 'return', 'satisfies', 'in', 'and', 'or', 'between']);

/** True if `and` after this token is the operator; false at a place where an operand must begin. */
function endsOperand(previous: string): boolean {
  if (previous === '' || keywordsBeforeOperand.has(previous)) return false;
  return /[\p{L}\p{N}_?$"`)\]}]$/u.test(previous);
}

/** What cannot follow a keyword that begins something, so that the word must be a variable: `some > 1`. */
const behindName = /^\s*(?:$|[+*/=<>!,)\]}]|\.(?!\d)|(?:and|or|in|then|else|return|satisfies)\b)/;

function isKeywordAsName(word: string, previous: string, rest: string): boolean {
  if (/^\s*:/.test(rest)) return false;
  switch (word) {
    case 'external':
      return previous !== ')';
    case 'instance':
    case 'between':
      return !endsOperand(previous) || /^(?:for|some|every)$/.test(previous);
    case 'some':
    case 'every':
    case 'if':
    case 'for':
      return behindName.test(rest);
    default:
      return false;
  }
}
