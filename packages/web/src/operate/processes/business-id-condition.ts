import type { StringFilterProperty } from '../../api/gen/api.ts';

export const businessIdOperators = ['equals', 'differs', 'like', 'oneOf', 'noneOf', 'exists', 'missing'] as const;

export type BusinessIdOperator = (typeof businessIdOperators)[number];

export interface BusinessIdCondition {
  readonly operator: BusinessIdOperator;
  readonly value: string;
}

export function businessIdTakesValue(operator: BusinessIdOperator): boolean {
  return operator !== 'exists' && operator !== 'missing';
}

/** Written `like:order-*`; a text without an operator is what it equals. */
export function parseBusinessId(text: string): BusinessIdCondition | undefined {
  const [, operator, value] = /^(\w+)(?::([\s\S]*))?$/.exec(text) ?? [];
  const known = businessIdOperators.find((each) => each === operator);
  if (known !== undefined && (value !== undefined || !businessIdTakesValue(known))) {
    return { operator: known, value: value ?? '' };
  }
  return text === '' ? undefined : { operator: 'equals', value: text };
}

export function businessIdText({ operator, value }: BusinessIdCondition): string {
  return businessIdTakesValue(operator) ? `${operator}:${value}` : operator;
}

/** @returns `undefined` when a value is missing. */
export function businessIdFilter({ operator, value }: BusinessIdCondition): StringFilterProperty | undefined {
  if (businessIdTakesValue(operator) && value.trim() === '') return undefined;
  switch (operator) {
    case 'equals':
      return { $eq: value };
    case 'differs':
      return { $neq: value };
    case 'like':
      // Without a wildcard it is looked for anywhere.
      return { $like: /[*?]/.test(value) ? value : `*${value}*` };
    case 'oneOf':
      return { $in: listed(value) };
    case 'noneOf':
      return { $notIn: listed(value) };
    case 'exists':
      return { $exists: true };
    case 'missing':
      return { $exists: false };
  }
}

function listed(value: string): string[] {
  return value
    .split(/[,\n]/)
    .map((each) => each.trim())
    .filter((each) => each !== '');
}
