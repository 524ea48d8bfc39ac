/** Which variables an exporter to a search engine takes: by name, by the type of the value, by scope. */
import type { VariableValue } from '@waggle/protocol';

/** As arguments call them. */
export const variableValueTypes = ['String', 'Number', 'Boolean', 'Object', 'Null'] as const;
export type VariableValueType = (typeof variableValueTypes)[number];

/** Matches a name that has any of these. */
export interface NameRules {
  readonly exact: readonly string[];
  readonly startWith: readonly string[];
  readonly endWith: readonly string[];
}

/** What is excluded is not exported, whatever includes it; without an inclusion everything else is. */
export interface VariableRules {
  readonly nameInclusion: NameRules;
  readonly nameExclusion: NameRules;
  readonly typeInclusion: readonly VariableValueType[];
  readonly typeExclusion: readonly VariableValueType[];
}

/** Rules of a scope hold besides those for all. */
export interface VariableRulesByScope {
  readonly all: VariableRules;
  /** Variables of the process instance itself. */
  readonly root: VariableRules;
  /** Variables of the elements in it. */
  readonly local: VariableRules;
  readonly exportsLocal: boolean;
}

/** @returns `undefined` when all variables are taken. */
export function variableFilter(rules: VariableRulesByScope): ((value: VariableValue) => boolean) | undefined {
  const { all, root, local, exportsLocal } = rules;
  if (exportsLocal && [all, root, local].every(isEmpty)) return undefined;
  return (value) => {
    const isRoot = value.scopeKey === value.processInstanceKey;
    if (!isRoot && !exportsLocal) return false;
    return accepts(all, value) && accepts(isRoot ? root : local, value);
  };
}

function accepts(rules: VariableRules, { name, value }: VariableValue): boolean {
  if (matches(rules.nameExclusion, name)) return false;
  if (!hasNoNames(rules.nameInclusion) && !matches(rules.nameInclusion, name)) return false;
  if (rules.typeInclusion.length + rules.typeExclusion.length === 0) return true;
  const type = typeOf(value);
  if (rules.typeExclusion.includes(type)) return false;
  return rules.typeInclusion.length === 0 || rules.typeInclusion.includes(type);
}

function matches({ exact, startWith, endWith }: NameRules, name: string): boolean {
  return (
    exact.includes(name) ||
    startWith.some((start) => name.startsWith(start)) ||
    endWith.some((end) => name.endsWith(end))
  );
}

function hasNoNames({ exact, startWith, endWith }: NameRules): boolean {
  return exact.length + startWith.length + endWith.length === 0;
}

function isEmpty({ nameInclusion, nameExclusion, typeInclusion, typeExclusion }: VariableRules): boolean {
  return hasNoNames(nameInclusion) && hasNoNames(nameExclusion) && typeInclusion.length + typeExclusion.length === 0;
}

/** @param json the value's text: its first character tells. Lists count as objects. */
function typeOf(json: string): VariableValueType {
  switch (json.trimStart()[0]) {
    case '"':
      return 'String';
    case '{':
    case '[':
      return 'Object';
    case 't':
    case 'f':
      return 'Boolean';
    case 'n':
      return 'Null';
    default:
      return 'Number';
  }
}
