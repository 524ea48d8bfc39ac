/**
 * Asks conditions whether they hold: when their wait is opened, and after every step that changed a variable they name.
 * A step asks each of them once, from the outside inwards, so that what an outer one ends is not asked any more.
 */
import type { EvaluationContext } from '@waggle/feel';
import {
  ConditionalSubscriptionIntent,
  type ConditionalSubscriptionValue,
  type Key,
  NO_KEY,
  ValueType,
} from '@waggle/protocol';
import { Failure } from '../../failure.ts';
import type { Processing } from '../../processing.ts';
import type { EngineView } from '../../state/engine-state.ts';
import { evaluateExpression, scopeContext } from '../expressions/evaluate-expression.ts';
import type { VariableChange } from '../variables/variable-changes.ts';

/** Whether a condition is true. Anything else, a failure too, only means that it does not hold yet. */
export function holds(processing: Processing, condition: string, context: EvaluationContext): boolean {
  const evaluated = evaluateExpression(processing, { isExpression: true, text: expressionText(condition) }, context);
  return !(evaluated instanceof Failure) && evaluated.value === true;
}

/** Lets a condition's event happen, as a step of its own. */
export function askToTrigger(processing: Processing, key: Key, value: ConditionalSubscriptionValue): void {
  const { TRIGGER } = ConditionalSubscriptionIntent;
  processing.write.followUp(ValueType.CONDITIONAL_SUBSCRIPTION, TRIGGER, key, value);
}

/** The present step is through: asks the conditions that see what it changed. */
export function askConditions(processing: Processing): void {
  const { variableChanges } = processing;
  if (!variableChanges.isEmpty) {
    for (const [processInstanceKey, changes] of variableChanges.byInstance()) {
      askInstance(processing, processInstanceKey, changes);
    }
  }
  variableChanges.clear();
}

/** A condition that sees one of the changes, with the scopes around it from the inside outwards. */
interface Asked {
  readonly key: Key;
  readonly value: ConditionalSubscriptionValue;
  readonly scopes: readonly Key[];
}

function askInstance(processing: Processing, processInstanceKey: Key, changes: readonly VariableChange[]): void {
  const { state } = processing;
  const asked: Asked[] = [];
  for (const key of watchersOf(processing, processInstanceKey, changes)) {
    const value = state.conditionalSubscriptions.get(key);
    if (value === undefined || processing.variableChanges.isTriggered(key)) continue;
    const relevant = changes.filter((change) => isNamed(processing, value, change));
    if (relevant.length === 0) continue;
    const scopes = scopesFrom(processing, value.scopeKey);
    if (relevant.some((change) => isSeen(processing, scopes, change))) asked.push({ key, value, scopes });
  }
  asked.sort((left, right) => left.scopes.length - right.scopes.length || (left.key < right.key ? -1 : 1));
  const interrupted = new Set<Key>();
  for (const { key, value, scopes } of asked) {
    if (scopes.some((scopeKey) => interrupted.has(scopeKey))) continue;
    if (!holds(processing, value.condition, scopeContext(processing, value.scopeKey))) continue;
    askToTrigger(processing, key, value);
    if (value.isInterrupting) interrupted.add(value.scopeKey);
  }
}

/** Subscriptions below the changed scopes: one loop among thousands does not ask the conditions of all the others. */
function watchersOf(
  { state }: Processing,
  processInstanceKey: Key,
  changes: readonly VariableChange[],
): ReadonlySet<Key> {
  const found = new Set<Key>();
  const collect = (scopeKey: Key) => {
    state.ownedConditionals.forEach(scopeKey, (key) => void found.add(key));
    state.elementChildren.forEach(scopeKey, (key) => collect(key));
  };
  for (const scopeKey of new Set(changes.map((change) => change.scopeKey))) {
    if (!hasFewConditionals(state, processInstanceKey, scopeKey)) collect(scopeKey);
    else state.instanceConditionals.forEach(processInstanceKey, (key) => void found.add(key));
  }
  return found;
}

/** Whether it takes less to look at all subscriptions of an instance than at all that lives in a scope. */
function hasFewConditionals(state: EngineView, processInstanceKey: Key, scopeKey: Key): boolean {
  if (scopeKey === processInstanceKey) return true;
  const childCount = state.elementInstances.get(scopeKey)?.childCount ?? 0;
  let count = 0;
  state.instanceConditionals.forEach(processInstanceKey, () => ++count <= childCount);
  return count <= childCount;
}

/** Whether a change is one of those that the condition is about. */
function isNamed(
  processing: Processing,
  { condition, variableNames, variableEvents }: ConditionalSubscriptionValue,
  { name, kind }: VariableChange,
): boolean {
  if (variableNames.length > 0 && !variableNames.includes(name)) return false;
  if (variableEvents.length > 0 && !variableEvents.includes(kind)) return false;
  const compiled = processing.expressions.get(expressionText(condition));
  return compiled.ok && compiled.expression.variableNames.has(name);
}

/** What a nearer scope hides, a condition does not see. */
function isSeen({ state }: Processing, scopes: readonly Key[], { scopeKey, name }: VariableChange): boolean {
  return scopes.find((key) => state.variables.has(key, name)) === scopeKey;
}

function scopesFrom({ state }: Processing, innermostKey: Key): readonly Key[] {
  const scopes: Key[] = [];
  for (let key = innermostKey; key !== NO_KEY; ) {
    scopes.push(key);
    key = state.elementInstances.get(key)?.value.flowScopeKey ?? NO_KEY;
  }
  return scopes;
}

/** Without the `=` that marks an expression in a model. */
function expressionText(condition: string): string {
  return condition.slice(1);
}
