import type { Run } from '../evaluation.ts';
import { isLineEnd, isWord } from './code-points.ts';
import type { Assertion } from './pattern.ts';
import type { Program } from './program.ts';

/** The places of a match and of its groups: start and end of group n at 2n and 2n + 1, undefined if it took no part. */
export type Match = readonly (number | undefined)[];

type Slots = readonly (number | undefined)[];

/**
 * Finds the first match at or after `from`, with the preferences of a backtracking matcher, but in time proportional
 * to text × program: all possibilities advance together, one character at a time (Thompson, Pike). No pattern can
 * make it exponential; what remains is charged to the run.
 */
export function findMatch(run: Run, program: Program, text: readonly number[], from: number): Match | undefined {
  return simulate({ run, program, text, from, isAnchored: false, mustEndAt: undefined });
}

interface Simulation {
  readonly run: Run;
  readonly program: Program;
  readonly text: readonly number[];
  readonly from: number;
  /** Only matches that begin at `from`. */
  readonly isAnchored: boolean;
  /** Only matches that end here, for looking behind. */
  readonly mustEndAt: number | undefined;
}

interface Thread {
  readonly instruction: number;
  readonly slots: Slots;
}

/** What looking at one character costs beside the threads. */
const positionSteps = 4;

function simulate(simulation: Simulation): Match | undefined {
  const { run, program, text, from, isAnchored, mustEndAt } = simulation;
  let threads: Thread[] = [];
  let match: Match | undefined;
  const last = mustEndAt ?? text.length;
  for (let position = from; position <= last; position++) {
    const visited = new Uint8Array(program.length);
    const next: Thread[] = [];
    const candidates =
      match === undefined && (!isAnchored || position === from) ? [...threads, startThread(position)] : threads;
    const codePoint = text[position];
    const ready: Thread[] = [];
    for (const candidate of candidates) addThread(simulation, ready, visited, candidate, position);
    run.charge(positionSteps + (program.length >>> 5) + 2 * ready.length);
    for (const thread of ready) {
      const instruction = program[thread.instruction];
      if (instruction?.op === 'match') {
        if (mustEndAt !== undefined && position !== mustEndAt) continue;
        match = thread.slots.with(1, position);
        // Threads after this one are less preferred.
        break;
      }
      if (instruction?.op === 'set' && codePoint !== undefined && instruction.contains(codePoint)) {
        next.push({ instruction: thread.instruction + 1, slots: thread.slots });
      }
    }
    threads = next;
    if (threads.length === 0 && (match !== undefined || isAnchored)) break;
  }
  return match;
}

const startThread = (position: number): Thread => ({ instruction: 0, slots: [position, undefined] });

/** Follows everything that consumes no character, in order of preference, each instruction once per position. */
function addThread(
  simulation: Simulation,
  ready: Thread[],
  visited: Uint8Array,
  thread: Thread,
  position: number,
): void {
  const { run, program, text } = simulation;
  const pending: Thread[] = [thread];
  for (let current = pending.pop(); current !== undefined; current = pending.pop()) {
    const { instruction: index, slots } = current;
    if (visited[index] === 1) continue;
    visited[index] = 1;
    run.charge(1);
    const instruction = program[index];
    switch (instruction?.op) {
      case 'jump':
        pending.push({ instruction: instruction.to, slots });
        break;
      case 'split':
        pending.push({ instruction: instruction.second, slots }, { instruction: instruction.first, slots });
        break;
      case 'save':
        run.charge(slots.length >>> 4);
        pending.push({ instruction: index + 1, slots: withSlot(slots, instruction.slot, position) });
        break;
      case 'assert':
        if (holds(instruction.assertion, text, position)) pending.push({ instruction: index + 1, slots });
        break;
      case 'look': {
        const bounds = instruction.isBehind
          ? { from: 0, isAnchored: false, mustEndAt: position }
          : { from: position, isAnchored: true, mustEndAt: undefined };
        const found = simulate({ run, program: instruction.program, text, ...bounds }) !== undefined;
        if (found !== instruction.isNegated) pending.push({ instruction: index + 1, slots });
        break;
      }
      default:
        ready.push(current);
    }
  }
}

function withSlot(slots: Slots, slot: number, position: number): Slots {
  const copy = [...slots];
  while (copy.length <= slot) copy.push(undefined);
  copy[slot] = position;
  return copy;
}

function holds(assertion: Assertion, text: readonly number[], position: number): boolean {
  const [before, after] = [text[position - 1], text[position]];
  const isWordAt = (codePoint: number | undefined) => codePoint !== undefined && isWord(codePoint);
  switch (assertion) {
    case 'text start':
      return before === undefined;
    case 'text end':
      return after === undefined;
    case 'final line end':
      return after === undefined || (isLineEnd(after) && position === text.length - 1);
    case 'line start':
      return before === undefined || (isLineEnd(before) && after !== undefined);
    case 'line end':
      return after === undefined || isLineEnd(after);
    case 'word boundary':
      return isWordAt(before) !== isWordAt(after);
    case 'no word boundary':
      return isWordAt(before) === isWordAt(after);
  }
}
