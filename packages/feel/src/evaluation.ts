import { limits } from './limits.ts';
import type { FeelValue } from './values/value.ts';

/** The root variables of an expression. */
export interface Variables {
  /** Value of a root variable; undefined = no such variable (the expression sees null, plus NO_VARIABLE_FOUND). */
  variable(name: string): FeelValue | undefined;
}

/** What an expression may ask of its surroundings. Nothing else is reachable from an expression. */
export interface EvaluationContext extends Variables {
  /** Epoch milliseconds for now() and today(). */
  readonly nowMs: number;
  /** Numbers in [0, 1) for random number() and uuid(); default: a sequence seeded with `nowMs`, so replay repeats it. */
  random?(): number;
  /** IANA name for now() and today(); default 'UTC'. */
  readonly timeZone?: string;
}

export type EvaluationWarningType =
  | 'NO_VARIABLE_FOUND'
  | 'NO_CONTEXT_ENTRY_FOUND'
  | 'NO_PROPERTY_FOUND'
  | 'NOT_COMPARABLE'
  | 'INVALID_TYPE'
  | 'NO_FUNCTION_FOUND'
  | 'FUNCTION_INVOCATION_FAILURE'
  | 'ASSERT_FAILURE'
  | 'UNKNOWN';

/** Why some part of an expression became null. Warnings never change state; incidents and the console show them. */
export interface EvaluationWarning {
  readonly type: EvaluationWarningType;
  readonly message: string;
}

export type EvaluationResult =
  | { readonly ok: true; readonly value: FeelValue; readonly warnings: readonly EvaluationWarning[] }
  | { readonly ok: false; readonly message: string; readonly warnings: readonly EvaluationWarning[] };

/** A budget of `limits` is used up; the evaluation ends, whatever it was doing. */
export class BudgetExceeded extends Error {}

/** The condition of an assert() is not fulfilled; the evaluation ends. */
export class AssertionFailed extends Error {}

/** Ends a larger evaluation; its message is a whole sentence for whoever reads the result. */
export class EvaluationFailed extends Error {}

const noWarnings: readonly EvaluationWarning[] = [];

/** One evaluation: its surroundings, its budget, its warnings. */
export class Run {
  readonly context: EvaluationContext;
  /** What the expression under way sees at its root; changes where an evaluation goes on in another expression. */
  variables: Variables;
  readonly #stepsMax: number;
  #stepsLeft: number;
  #functionDepth = 0;
  #warnings: EvaluationWarning[] | undefined;
  #randomState: number | undefined;
  #used: Set<string> | undefined;

  constructor(context: EvaluationContext, stepsMax: number = limits.stepsMax) {
    this.context = context;
    this.variables = context;
    this.#stepsMax = stepsMax;
    this.#stepsLeft = stepsMax;
  }

  get warnings(): readonly EvaluationWarning[] {
    return this.#warnings ?? noWarnings;
  }

  warn(type: EvaluationWarningType, message: string): null {
    this.#warnings ??= [];
    if (this.#warnings.length < limits.warningsMax) this.#warnings.push({ type, message });
    return null;
  }

  /** False once further warnings are dropped, so callers need not describe values for nothing. */
  get keepsWarnings(): boolean {
    return this.#warnings === undefined || this.#warnings.length < limits.warningsMax;
  }

  charge(steps: number): void {
    this.#stepsLeft -= steps;
    if (this.#stepsLeft < 0) {
      throw new BudgetExceeded(`Expected an evaluation of at most ${this.#stepsMax} steps, but it needs more`);
    }
  }

  chargeList(itemCount: number): void {
    if (itemCount > limits.listItemsMax) {
      throw new BudgetExceeded(`Expected a list of at most ${limits.listItemsMax} items, but it has ${itemCount}`);
    }
    this.charge(itemCount);
  }

  chargeString(length: number): void {
    if (length > limits.stringLengthMax) {
      throw new BudgetExceeded(
        `Expected a string of at most ${limits.stringLengthMax} characters, but it has ${length}`,
      );
    }
    this.charge(1 + (length >>> 4));
  }

  enterFunction(): void {
    this.#functionDepth++;
    if (this.#functionDepth > limits.functionDepthMax) {
      throw new BudgetExceeded(
        `Expected at most ${limits.functionDepthMax} nested function calls, but the expression makes more`,
      );
    }
  }

  leaveFunction(): void {
    this.#functionDepth--;
  }

  /**
   * Whether something kept between evaluations is needed for the first time in this one. Its price is charged then,
   * whether it has to be made or not, so that the same evaluation always costs the same.
   */
  isFirstUse(key: string): boolean {
    this.#used ??= new Set();
    if (this.#used.has(key)) return false;
    this.#used.add(key);
    return true;
  }

  /** Works with other root variables in sight, within the same budget. */
  withVariables<T>(variables: Variables, work: () => T): T {
    const outer = this.variables;
    this.variables = variables;
    try {
      return work();
    } finally {
      this.variables = outer;
    }
  }

  random(): number {
    if (this.context.random !== undefined) return this.context.random();
    // mulberry32: small, and the same numbers for the same nowMs on every platform.
    const state = ((this.#randomState ?? this.context.nowMs) + 0x6d2b79f5) | 0;
    this.#randomState = state;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }
}
