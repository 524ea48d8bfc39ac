/**
 * Input and output mappings. All mappings of one direction form one context in document order: a later source sees
 * earlier targets, targets with a common root form one object, and a repeated target keeps its place but not its source.
 */
import type { ExecutableElement, VariableMapping } from '@waggle/bpmn';
import { type EvaluationContext, type FeelValue, fromJsonText, toJsonText } from '@waggle/feel';
import { IncidentErrorType, joinJsonObject, splitJsonObject } from '@waggle/protocol';
import { Failure } from '../../failure.ts';
import type { Processing } from '../../processing.ts';
import type { ElementInstance } from '../../state/element-instance.ts';
import { evaluateExpression, scopeContext } from '../expressions/evaluate-expression.ts';
import { propagateVariables, setLocalVariables } from './set-variables.ts';
import { visibleVariable } from './visible-variables.ts';

/** A target built so far: a value, or an object of further targets. */
type Target = { readonly value: FeelValue } | { readonly members: Map<string, Target> };

/** Evaluates the input mappings in the element's scope and sets the results there. */
export function applyInputMappings(
  processing: Processing,
  element: ExecutableElement,
  instance: ElementInstance,
): Failure | undefined {
  if (element.inputMappings.length === 0) return undefined;
  const targets = evaluateMappings(processing, element.inputMappings, instance);
  if (targets instanceof Failure) return targets;
  const variables = new Map([...targets].map(([name, target]) => [name, textOf(target)]));
  setLocalVariables(processing, instance.key, instance.value, variables);
  return undefined;
}

/** Evaluates the output mappings in the element's scope and hands the results to the enclosing scope. */
export function applyOutputMappings(
  processing: Processing,
  element: ExecutableElement,
  instance: ElementInstance,
): Failure | undefined {
  if (element.outputMappings.length === 0) return undefined;
  const targets = evaluateMappings(processing, element.outputMappings, instance);
  if (targets instanceof Failure) return targets;
  const variables = new Map<string, string>();
  for (const [name, target] of targets) {
    const present = 'members' in target ? visibleVariable(processing, instance.key, name) : undefined;
    variables.set(name, present === undefined ? textOf(target) : mergedText(present, target));
  }
  // What one item of a loop gives stays with it: only the output collection leaves.
  const isInnerInstance = instance.value.loopCounter > 0;
  const scopeKey = isInnerInstance ? instance.key : instance.value.flowScopeKey;
  propagateVariables(processing, scopeKey, instance.value, variables);
  return undefined;
}

function evaluateMappings(
  processing: Processing,
  mappings: readonly VariableMapping[],
  instance: ElementInstance,
): Map<string, Target> | Failure {
  const targets = new Map<string, Target>();
  const scope = scopeContext(processing, instance.key);
  const context: EvaluationContext = {
    nowMs: scope.nowMs,
    timeZone: processing.timeZone,
    variable(name) {
      const target = targets.get(name);
      if (target === undefined) return scope.variable(name);
      return 'value' in target ? target.value : fromJsonText(textOf(target));
    },
  };
  for (const { source, target } of lastSourceOfEach(mappings)) {
    const evaluated = evaluateExpression(processing, source, context);
    if (evaluated instanceof Failure) {
      return new Failure(IncidentErrorType.IO_MAPPING_ERROR, evaluated.message, instance.key);
    }
    place(targets, target.split('.'), evaluated.value);
  }
  return targets;
}

function lastSourceOfEach(mappings: readonly VariableMapping[]): Iterable<VariableMapping> {
  const byTarget = new Map<string, VariableMapping>();
  for (const mapping of mappings) byTarget.set(mapping.target, mapping);
  return byTarget.values();
}

function place(targets: Map<string, Target>, path: readonly string[], value: FeelValue): void {
  const [name, ...rest] = path as [string, ...string[]];
  if (rest.length === 0) {
    targets.set(name, { value });
    return;
  }
  let target = targets.get(name);
  if (target === undefined || !('members' in target)) {
    target = { members: new Map() };
    targets.set(name, target);
  }
  place(target.members, rest, value);
}

function textOf(target: Target): string {
  if ('value' in target) return toJsonText(target.value);
  return joinJsonObject([...target.members].map(([name, member]) => [name, textOf(member)] as const));
}

/** The present object with the target's members put in, deeply. Anything but an object is replaced. */
function mergedText(present: string, target: Target): string {
  if ('value' in target) return toJsonText(target.value);
  const split = splitJsonObject(present);
  if (!split.ok) return textOf(target);
  const merged = new Map(split.members);
  for (const [name, member] of target.members) {
    const inner = merged.get(name);
    merged.set(name, inner === undefined ? textOf(member) : mergedText(inner, member));
  }
  return joinJsonObject(merged);
}
