/** Turns declared schemas into what ajv checks requests against. */
import { KEY_PATTERN } from './schemas/key-pattern.ts';
import type { CheckedSchema, Schema } from './schemas/schema.ts';
import { isNamedSchema } from './schemas/schema.ts';

export type AjvSchema = { readonly [keyword: string]: unknown };

/** Keywords that decide whether a value can be read at all; breaking another one makes it a readable, invalid value. */
const SHAPE_KEYWORDS: ReadonlySet<string> = new Set([
  'type',
  'additionalProperties',
  'enumAnyCase',
  'membersByKind',
  'format',
  'properties',
  'items',
]);

/** A schema without references. Absent and null mean the same in optional members, as clients send either. */
export function toValidationSchema(schema: Schema): AjvSchema {
  return convert(schema, false);
}

/** The part of a validation schema that says what can be read. */
export function toShapeSchema(schema: AjvSchema): AjvSchema {
  const shape: Record<string, unknown> = {};
  for (const [keyword, value] of Object.entries(schema)) {
    if (!SHAPE_KEYWORDS.has(keyword)) continue;
    if (keyword === 'properties') {
      shape[keyword] = mapValues(value as Record<string, AjvSchema>, toShapeSchema);
    } else {
      shape[keyword] = keyword === 'items' ? toShapeSchema(value as AjvSchema) : value;
    }
  }
  return shape;
}

function convert(schema: Schema, orNull: boolean): AjvSchema {
  const definition: CheckedSchema = isNamedSchema(schema) ? (schema.checked ?? schema.definition) : schema;
  const isNullable = orNull || definition.nullable === true;
  if (definition.allOf !== undefined) return convert(definition.allOf[0], isNullable);
  const {
    type,
    properties,
    items,
    required,
    enum: values,
    description: _description,
    default: _default,
    nullable: _nullable,
    format,
    orType,
    ...rest
  } = definition;
  if (type === undefined) {
    if (definition.oneOf === undefined) return {};
    throw new Error('Expected a union of schemas to have a checked form, but it has none');
  }
  return {
    ...rest,
    ...(format === undefined ? {} : format === 'date-time' ? { dateTimeOrEmpty: true } : { format }),
    type:
      orType === undefined && !isNullable
        ? type
        : [type, ...(orType === undefined ? [] : [orType]), ...(isNullable ? ['null'] : [])],
    ...(properties === undefined ? {} : { properties: mapValues(properties, (property) => convert(property, true)) }),
    ...(items === undefined ? {} : { items: convert(items, false) }),
    ...(required === undefined ? {} : { provided: required }),
    ...(values === undefined ? {} : { enumAnyCase: values }),
    ...(definition.pattern === KEY_PATTERN ? { int64Text: true } : {}),
  };
}

function mapValues<From, To>(object: Readonly<Record<string, From>>, change: (value: From) => To): Record<string, To> {
  return Object.fromEntries(Object.entries(object).map(([name, value]) => [name, change(value)]));
}
