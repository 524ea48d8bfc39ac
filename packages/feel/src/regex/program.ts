import { limits } from '../limits.ts';
import { type Assertion, type Pattern, PatternProblem } from './pattern.ts';

/** A pattern as instructions for the matcher. `split` prefers `first`: that makes quantifiers greedy or lazy. */
export type Instruction =
  | { readonly op: 'set'; readonly contains: (codePoint: number) => boolean }
  | { readonly op: 'assert'; readonly assertion: Assertion }
  | { readonly op: 'look'; readonly program: Program; readonly isBehind: boolean; readonly isNegated: boolean }
  | { readonly op: 'save'; readonly slot: number }
  | { readonly op: 'jump'; to: number }
  | { readonly op: 'split'; first: number; second: number }
  | { readonly op: 'match' };

export type Program = readonly Instruction[];

/** @throws {PatternProblem} if the repetitions expand to more than `limits.patternProgramMax` instructions. */
export function programOf(pattern: Pattern): Program {
  return assembled(pattern, { inLooks: 0 });
}

/** Instructions of all that looks ahead or behind, which is written anew for each repetition around it. */
interface Size {
  inLooks: number;
}

function assembled(pattern: Pattern, size: Size): Program {
  const program: Instruction[] = [];
  emit(program, pattern, size);
  program.push({ op: 'match' });
  return program;
}

function emit(program: Instruction[], pattern: Pattern, size: Size): void {
  if (program.length + size.inLooks > limits.patternProgramMax) {
    throw new PatternProblem(`Expected a pattern of at most ${limits.patternProgramMax} steps`);
  }
  switch (pattern.kind) {
    case 'set':
      program.push({ op: 'set', contains: pattern.contains });
      return;
    case 'assertion':
      program.push({ op: 'assert', assertion: pattern.assertion });
      return;
    case 'look': {
      const { isBehind, isNegated } = pattern;
      const inner = assembled(pattern.part, size);
      size.inLooks += inner.length;
      program.push({ op: 'look', program: inner, isBehind, isNegated });
      return;
    }
    case 'group':
      program.push({ op: 'save', slot: 2 * pattern.index });
      emit(program, pattern.part, size);
      program.push({ op: 'save', slot: 2 * pattern.index + 1 });
      return;
    case 'sequence':
      for (const part of pattern.parts) emit(program, part, size);
      return;
    case 'alternatives':
      emitAlternatives(program, pattern.alternatives, size);
      return;
    case 'repetition':
      emitRepetition(program, pattern, size);
  }
}

function emitAlternatives(program: Instruction[], alternatives: readonly Pattern[], size: Size): void {
  const jumps: { op: 'jump'; to: number }[] = [];
  alternatives.forEach((alternative, index) => {
    const isLast = index === alternatives.length - 1;
    const split = { op: 'split' as const, first: program.length + 1, second: 0 };
    if (!isLast) program.push(split);
    emit(program, alternative, size);
    if (isLast) return;
    const jump = { op: 'jump' as const, to: 0 };
    jumps.push(jump);
    program.push(jump);
    split.second = program.length;
  });
  for (const jump of jumps) jump.to = program.length;
}

function emitRepetition(
  program: Instruction[],
  repetition: Extract<Pattern, { kind: 'repetition' }>,
  size: Size,
): void {
  const { part, min, max, isGreedy } = repetition;
  for (let count = 0; count < min; count++) emit(program, part, size);
  const choice = (): ((exit: number) => void) => {
    const split = { op: 'split' as const, first: 0, second: 0 };
    program.push(split);
    const inside = program.length;
    return (exit) => {
      split.first = isGreedy ? inside : exit;
      split.second = isGreedy ? exit : inside;
    };
  };
  if (max === Number.POSITIVE_INFINITY) {
    const start = program.length;
    const setExit = choice();
    emit(program, part, size);
    program.push({ op: 'jump', to: start });
    setExit(program.length);
    return;
  }
  const exits: ((exit: number) => void)[] = [];
  for (let count = min; count < max; count++) {
    exits.push(choice());
    emit(program, part, size);
  }
  for (const setExit of exits) setExit(program.length);
}
