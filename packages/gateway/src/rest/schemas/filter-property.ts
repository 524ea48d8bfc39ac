/** Schemas of conditions: a bare value, or an object of operators. */
import type { Field } from '@waggle/search';
import { longKey } from './keys.ts';
import type { InlineSchema, NamedSchema } from './schema.ts';

/** Characters of a value to compare with; longer than any value that searches compare. */
const VALUE_LENGTH_MAX = 10_000;
/** Values of a list to compare with: a page of a web app is a hundred, an export a thousand. */
const VALUES_MAX = 5_000;

type OperatorName = '$eq' | '$neq' | '$exists' | '$gt' | '$gte' | '$lt' | '$lte' | '$in' | '$notIn' | '$like';

const operatorsByKind: Readonly<Record<Exclude<NonNullable<Field['filter']>, 'exact'>, readonly OperatorName[]>> = {
  basicString: ['$eq', '$neq', '$exists', '$in', '$notIn'],
  string: ['$eq', '$neq', '$exists', '$in', '$notIn', '$like'],
  enum: ['$eq', '$neq', '$exists', '$in', '$like'],
  integer: ['$eq', '$neq', '$exists', '$gt', '$gte', '$lt', '$lte', '$in'],
  dateTime: ['$eq', '$neq', '$exists', '$gt', '$gte', '$lt', '$lte', '$in'],
};

/** The schema of a condition on a field. */
export function filterProperty(field: Field): NamedSchema | InlineSchema {
  const value = valueSchema(field);
  const { filter } = field;
  if (filter === undefined) throw new Error(`Expected a field to filter by, but ${field.column} is none`);
  if (filter === 'exact') return value;
  return conditionSchema(filterName(field, filter), value, operatorsByKind[filter]);
}

/** A condition on a text, for predicates. */
export const stringFilterProperty: NamedSchema = conditionSchema(
  'StringFilterProperty',
  { type: 'string', maxLength: VALUE_LENGTH_MAX },
  operatorsByKind.string,
);

const ORDER_OPERATORS = ['$gt', '$gte', '$lt', '$lte'] as const;

const orderDescription = 'Compares values that are numbers; others do not fit. An extension of Waggle.';

/** A condition on the JSON text of a variable. */
export const variableValueProperty: NamedSchema = conditionSchema(
  'VariableValueProperty',
  { type: 'string', maxLength: VALUE_LENGTH_MAX },
  operatorsByKind.string,
  Object.fromEntries(
    ORDER_OPERATORS.map((operator) => [operator, { type: 'number', description: orderDescription } as const]),
  ),
);

function filterName({ schemaName, isAnyText }: Field, filter: Exclude<Field['filter'], 'exact' | undefined>): string {
  if (schemaName !== undefined && !isAnyText) return `${schemaName.replace(/Enum$/, '')}FilterProperty`;
  return `${filter.slice(0, 1).toUpperCase()}${filter.slice(1)}FilterProperty`;
}

function valueSchema(field: Field): InlineSchema {
  switch (field.type) {
    case 'key':
      return field.isAnyText ? { type: 'string', maxLength: VALUE_LENGTH_MAX } : longKey.definition;
    case 'integer':
      return { type: 'integer', format: 'int32' };
    case 'long':
      return { type: 'integer', format: 'int64' };
    case 'boolean':
      return { type: 'boolean' };
    case 'dateTime':
      return { type: 'string', format: 'date-time', minLength: 1 };
    case 'enum':
      return { type: 'string', enum: field.values ?? [] };
    case 'text':
    case 'json':
    case 'count':
      return { type: 'string', maxLength: VALUE_LENGTH_MAX };
  }
}

function conditionSchema(
  name: string,
  value: InlineSchema,
  operators: readonly OperatorName[],
  others: Readonly<Record<string, InlineSchema>> = {},
): NamedSchema {
  const properties = {
    ...Object.fromEntries(operators.map((operator) => [operator, operatorSchema(operator, value)])),
    ...others,
  };
  const advanced: InlineSchema = { type: 'object', additionalProperties: false, properties };
  return {
    name,
    definition: {
      description: 'A value it equals, or an object of operators that must all hold.',
      oneOf: [value, advanced],
    },
    checked: { ...value, orType: 'object', additionalProperties: false, properties },
  };
}

function operatorSchema(operator: OperatorName, value: InlineSchema): InlineSchema {
  switch (operator) {
    case '$exists':
      return { type: 'boolean' };
    case '$in':
    case '$notIn':
      return { type: 'array', items: value, maxItems: VALUES_MAX };
    case '$like':
      return {
        type: 'string',
        maxLength: VALUE_LENGTH_MAX,
        description: '`*` stands for any characters, `?` for one; a backslash takes the next one literally.',
      };
    default:
      return value;
  }
}
