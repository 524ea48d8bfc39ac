/** What somebody plans to change of a running instance, step by step. Nothing here knows the server or the page. */
import type { ElementFacts, ProcessFacts } from '../../model/process-facts.ts';

/** A variable that a new token begins with. */
export interface PlannedVariable {
  /** Id of the element, or of a scope that is opened for it. */
  readonly scopeId: string;
  readonly name: string;
  /** JSON. */
  readonly text: string;
}

interface TokenTarget {
  /** Key of the running scope it goes into; `undefined` = the process instance, or where the source is. */
  readonly ancestorKey: string | undefined;
  /** Scopes that are opened around the new token. */
  readonly openedScopeIds: readonly string[];
  readonly variables: readonly PlannedVariable[];
}

interface TokenSource {
  readonly elementId: string;
  /** `undefined` = all tokens at the element. */
  readonly elementInstanceKey: string | undefined;
  /** How many tokens it touches. */
  readonly count: number;
  /** How many tokens were at the element when it was planned; tells whether that changed. */
  readonly countThen: number;
}

export interface AddStep extends TokenTarget {
  readonly kind: 'add';
  readonly elementId: string;
}

export interface CancelStep extends TokenSource {
  readonly kind: 'cancel';
}

export interface MoveStep extends TokenSource, TokenTarget {
  readonly kind: 'move';
  readonly targetId: string;
}

/** A variable of a scope that runs already. */
export interface VariableStep {
  readonly kind: 'variable';
  readonly scopeKey: string;
  /** For people. */
  readonly scopeName: string;
  readonly name: string;
  /** JSON as it was; `undefined` = the variable is new. */
  readonly base: string | undefined;
  readonly text: string;
}

export type NewStep = AddStep | CancelStep | MoveStep | VariableStep;
export type Step = NewStep & { readonly id: number };
export type ModificationPlan = readonly Step[];

/** How many tokens are at each element, by its id. */
export type TokenCounts = ReadonlyMap<string, number>;

export function withStep(plan: ModificationPlan, step: NewStep): ModificationPlan {
  return [...plan, { ...step, id: Math.max(0, ...plan.map(({ id }) => id)) + 1 }];
}

export function withoutStep(plan: ModificationPlan, id: number): ModificationPlan {
  return plan.filter((step) => step.id !== id);
}

/** Plans a value for a variable of a running scope: the last one counts. */
export function withVariable(plan: ModificationPlan, variable: Omit<VariableStep, 'kind'>): ModificationPlan {
  const present = plan.find(
    (step) => step.kind === 'variable' && step.scopeKey === variable.scopeKey && step.name === variable.name,
  );
  if (present === undefined) return withStep(plan, { kind: 'variable', ...variable });
  return plan.map((step) => (step === present ? { ...step, text: variable.text } : step));
}

export function withoutVariable(plan: ModificationPlan, scopeKey: string, name: string): ModificationPlan {
  return plan.filter((step) => step.kind !== 'variable' || step.scopeKey !== scopeKey || step.name !== name);
}

/** Sets what a new token begins with. @param text `undefined` takes the variable out. */
export function withTokenVariable(
  plan: ModificationPlan,
  stepId: number,
  { scopeId, name }: Omit<PlannedVariable, 'text'>,
  text: string | undefined,
): ModificationPlan {
  return plan.map((step) => {
    if (step.id !== stepId || (step.kind !== 'add' && step.kind !== 'move')) return step;
    const isMeant = (variable: PlannedVariable) => variable.scopeId === scopeId && variable.name === name;
    if (text === undefined) return { ...step, variables: step.variables.filter((variable) => !isMeant(variable)) };
    return step.variables.some(isMeant)
      ? { ...step, variables: step.variables.map((variable) => (isMeant(variable) ? { ...variable, text } : variable)) }
      : { ...step, variables: [...step.variables, { scopeId, name, text }] };
  });
}

export interface TokenChange {
  readonly minus: number;
  readonly plus: number;
}

/** What the plan takes from elements and gives to them, by id. A canceled scope takes what is in it along. */
export function tokenChanges(
  plan: ModificationPlan,
  { elements }: ProcessFacts,
  counts: TokenCounts,
): ReadonlyMap<string, TokenChange> {
  const changes = new Map<string, TokenChange>();
  const change = (id: string, minus: number, plus: number) => {
    const present = changes.get(id) ?? { minus: 0, plus: 0 };
    changes.set(id, { minus: present.minus + minus, plus: present.plus + plus });
  };
  for (const step of plan) {
    if (step.kind === 'variable') continue;
    if (step.kind !== 'add') {
      change(step.elementId, step.count, 0);
      // Of one out of several scopes nobody can tell from here what is in it.
      const isWhole = step.elementInstanceKey === undefined || counts.get(step.elementId) === 1;
      if (isWhole) {
        for (const { id, scopes } of elements.values()) {
          const left = (counts.get(id) ?? 0) - (changes.get(id)?.minus ?? 0);
          if (left > 0 && scopes.some((scope) => scope.id === step.elementId)) change(id, left, 0);
        }
      }
    }
    if (step.kind === 'add') change(step.elementId, 0, 1);
    if (step.kind === 'move') change(step.targetId, 0, step.count);
  }
  return changes;
}

/** How many tokens at an element nothing is planned for yet. */
export function untouchedAt(plan: ModificationPlan, elementId: string, count: number): number {
  let left = count;
  for (const step of plan) {
    if ((step.kind !== 'cancel' && step.kind !== 'move') || step.elementId !== elementId) continue;
    if (step.elementInstanceKey === undefined) return 0;
    left -= step.count;
  }
  return Math.max(0, left);
}

/** Whether something is planned for one token, by itself or with all of its element. */
export function isTouched(plan: ModificationPlan, elementId: string, elementInstanceKey: string): boolean {
  return plan.some(
    (step) =>
      (step.kind === 'cancel' || step.kind === 'move') &&
      step.elementId === elementId &&
      (step.elementInstanceKey === undefined || step.elementInstanceKey === elementInstanceKey),
  );
}

/** Whether single tokens of an element are planned for: all of them cannot be moved then, or those would be moved twice. */
export function hasSingleSteps(plan: ModificationPlan, elementId: string): boolean {
  return plan.some(
    (step) =>
      (step.kind === 'cancel' || step.kind === 'move') &&
      step.elementId === elementId &&
      step.elementInstanceKey !== undefined,
  );
}

/** Whether no token would be left: the instance is canceled then. */
export function endsInstance(plan: ModificationPlan, facts: ProcessFacts, counts: TokenCounts): boolean {
  if (!plan.some(({ kind }) => kind === 'cancel' || kind === 'move')) return false;
  const changes = tokenChanges(plan, facts, counts);
  return ![...new Set([...counts.keys(), ...changes.keys()])].some((id) => {
    const { minus = 0, plus = 0 } = changes.get(id) ?? {};
    if (plus > 0) return true;
    // Of a loop the body counts as taken, and all that runs for its items goes with it.
    const isWholeTaken = untouchedAt(plan, id, 1) === 0 && !hasSingleSteps(plan, id);
    return facts.elements.has(id) && !isWholeTaken && !isScope(facts, id) && (counts.get(id) ?? 0) > minus;
  });
}

function isScope({ elements }: ProcessFacts, id: string): boolean {
  for (const { scopes } of elements.values()) if (scopes.some((scope) => scope.id === id)) return true;
  return false;
}

/** Keys of running element instances that the plan speaks of. */
export function keysOf(plan: ModificationPlan): readonly string[] {
  const keys = plan.flatMap((step) => [
    ...(step.kind === 'cancel' || step.kind === 'move' ? [step.elementInstanceKey] : []),
    ...(step.kind === 'add' || step.kind === 'move' ? [step.ancestorKey] : []),
    ...(step.kind === 'variable' ? [step.scopeKey] : []),
  ]);
  return [...new Set(keys.filter((key) => key !== undefined))];
}

/** What became of a step's tokens since it was planned. */
export type StepWarning =
  | { readonly kind: 'tokenGone' }
  | { readonly kind: 'scopeGone' }
  | { readonly kind: 'countChanged'; readonly count: number };

/**
 * @param counts as they are now.
 * @param gone keys of {@link keysOf} that do not run any more.
 */
export function stepWarning(step: Step, counts: TokenCounts, gone: ReadonlySet<string>): StepWarning | undefined {
  if (step.kind === 'variable') return gone.has(step.scopeKey) ? { kind: 'scopeGone' } : undefined;
  if (step.kind !== 'add') {
    const count = counts.get(step.elementId) ?? 0;
    if (step.elementInstanceKey !== undefined) {
      if (gone.has(step.elementInstanceKey)) return { kind: 'tokenGone' };
    } else if (count === 0) {
      return { kind: 'tokenGone' };
    } else if (count !== step.countThen) {
      return { kind: 'countChanged', count };
    }
  }
  if (step.kind === 'cancel' || step.ancestorKey === undefined) return undefined;
  return gone.has(step.ancestorKey) ? { kind: 'scopeGone' } : undefined;
}

/** For an element's own name; ids of models that changed meanwhile stay what they are. */
export function elementName(facts: { readonly elements: ReadonlyMap<string, ElementFacts> }, id: string): string {
  return facts.elements.get(id)?.name ?? id;
}
