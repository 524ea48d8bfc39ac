/** Conditions on variables as people write them: a name, a comparison and a value without thinking of JSON's quotes. */
import type { VariableValueFilterProperty } from '../../api/gen/api.ts';

export const variableOperators = [
  'equals',
  'differs',
  'contains',
  'oneOf',
  'greater',
  'atLeast',
  'less',
  'atMost',
  'exists',
  'missing',
] as const;

export type VariableOperator = (typeof variableOperators)[number];

export interface VariableCondition {
  readonly name: string;
  readonly operator: VariableOperator;
  /** As typed; empty when the operator takes none. */
  readonly value: string;
}

/** One of the groups must hold, and of a group all conditions. */
export type VariableGroups = readonly (readonly VariableCondition[])[];

export type ValueKind = 'text' | 'number' | 'boolean' | 'null' | 'json';

export function takesValue(operator: VariableOperator): boolean {
  return operator !== 'exists' && operator !== 'missing';
}

export function takesNumber(operator: VariableOperator): boolean {
  return operator === 'greater' || operator === 'atLeast' || operator === 'less' || operator === 'atMost';
}

/**
 * What typed text stands for. Numbers, `true`, `false`, `null`, lists, objects and texts in quotes are JSON; anything else is a
 * text. So the text `5` is written in quotes.
 */
export function valueKind(typed: string): ValueKind {
  const text = typed.trim();
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return 'text';
  }
  if (value === null) return 'null';
  if (typeof value === 'object') return 'json';
  return typeof value === 'string' ? 'text' : (typeof value as 'number' | 'boolean');
}

/** The JSON text that a variable with this value has. */
export function jsonTextOf(typed: string): string {
  const text = typed.trim();
  switch (valueKind(text)) {
    case 'number':
    case 'boolean':
    case 'null':
      // Digits stay as they are: a number beyond what JavaScript counts with would become another one.
      return text;
    case 'json':
      return JSON.stringify(JSON.parse(text));
    case 'text':
      return text.startsWith('"') && isJson(text) ? JSON.stringify(JSON.parse(text)) : JSON.stringify(text);
  }
}

/** Why a condition cannot be asked; `undefined` = it can. */
export function conditionProblem({
  name,
  operator,
  value,
}: VariableCondition): 'name' | 'value' | 'number' | undefined {
  if (name.trim() === '') return 'name';
  if (!takesValue(operator)) return undefined;
  if (takesNumber(operator)) return valueKind(value) === 'number' ? undefined : 'number';
  return value.trim() === '' ? 'value' : undefined;
}

/** @returns `undefined` for a condition that is not finished. */
export function variableFilter(condition: VariableCondition): VariableValueFilterProperty | undefined {
  if (conditionProblem(condition) !== undefined) return undefined;
  const { operator, value } = condition;
  const name = condition.name.trim();
  switch (operator) {
    case 'equals':
      return { name, value: { $eq: jsonTextOf(value) } };
    case 'differs':
      return { name, value: { $neq: jsonTextOf(value) } };
    case 'contains':
      return { name, value: { $like: containsPattern(value.trim()) } };
    case 'oneOf':
      return { name, value: { $in: listed(value).map(jsonTextOf) } };
    case 'greater':
      return { name, value: { $gt: Number(value) } };
    case 'atLeast':
      return { name, value: { $gte: Number(value) } };
    case 'less':
      return { name, value: { $lt: Number(value) } };
    case 'atMost':
      return { name, value: { $lte: Number(value) } };
    case 'exists':
      return { name, value: { $exists: true } };
    case 'missing':
      return { name, value: { $exists: false } };
  }
}

/** A text with wildcards is a pattern of the whole value; one without is looked for anywhere in it. */
function containsPattern(text: string): string {
  const inJson = JSON.stringify(text).slice(1, -1);
  // JSON's own backslashes are characters of the value; before a wildcard one takes it literally.
  const pattern = inJson
    .replaceAll(/\\\\([*?])/g, '\0$1')
    .replaceAll('\\', '\\\\')
    .replaceAll('\0', '\\');
  const hasWildcard = /(?<!\\)[*?]/.test(pattern);
  return hasWildcard ? `"${pattern}"` : `*${pattern}*`;
}

/** Values between commas; a JSON list is taken as such. */
function listed(value: string): readonly string[] {
  const text = value.trim();
  if (text.startsWith('[') && isJson(text)) {
    return (JSON.parse(text) as readonly unknown[]).map((each) => JSON.stringify(each));
  }
  return text
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '');
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
