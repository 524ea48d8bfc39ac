/** Schemas of a search and its results, made from what is searched for. */
import type { Entity, Field, PredicateSchema, SearchRequest } from '@waggle/search';
import { plural, withArticle } from '../english.ts';
import { entityKey } from './entity-key.ts';
import { filterProperty, stringFilterProperty, variableValueProperty } from './filter-property.ts';
import { jsonShapes } from './json-shapes.ts';
import { longKey } from './keys.ts';
import { type InlineSchema, type NamedSchema, orNull, type Schema } from './schema.ts';
import { searchPageRequest, searchPageResponse, sortOrder } from './search-page.ts';
import { statusMetric } from './status-metric.ts';

/** Alternatives of one filter. */
const OR_GROUPS_MAX = 100;
/** Conditions on variables of one filter. */
const VARIABLES_MAX = 50;
/** Conditions of a list. */
const CONDITIONS_MAX = 20;
const SORT_FIELDS_MAX = 20;

export interface EntitySchemas {
  /** What a search finds. */
  readonly result: NamedSchema;
  /** What a get by the key tells. */
  readonly getResult: NamedSchema;
  readonly filter: NamedSchema;
  /** The members of `sort`; there is none when nothing can be sorted by. */
  readonly sort: InlineSchema | undefined;
  readonly query: NamedSchema<SearchRequest>;
  readonly queryResult: NamedSchema;
}

const made = new WeakMap<Entity, EntitySchemas>();

export function entitySchemas(entity: Entity): EntitySchemas {
  let schemas = made.get(entity);
  if (schemas === undefined) {
    schemas = makeSchemas(entity);
    made.set(entity, schemas);
  }
  return schemas;
}

function makeSchemas(entity: Entity): EntitySchemas {
  const result = resultSchema(
    entity,
    entity.resultNames?.search ?? `${entity.name}Result`,
    ({ isInResult }) => isInResult,
  );
  const isSameForGet = Object.values(entity.fields).every(({ isInResult, isInGet }) => isInResult === isInGet);
  const filter = filterSchema(entity);
  const sort: InlineSchema = { type: 'array', items: sortSchema(entity), maxItems: SORT_FIELDS_MAX };
  const isSortable = Object.values(entity.fields).some((field) => field.isSortable);
  return {
    result,
    getResult: isSameForGet
      ? result
      : resultSchema(entity, entity.resultNames?.get ?? `${entity.name}GetQueryResult`, ({ isInGet }) => isInGet),
    filter,
    sort: isSortable ? sort : undefined,
    query: {
      name: `${entity.name}SearchQuery`,
      definition: {
        type: 'object',
        additionalProperties: false,
        properties: {
          filter,
          ...(isSortable ? { sort } : {}),
          page: searchPageRequest,
        },
      },
    },
    queryResult: {
      name: `${entity.name}SearchQueryResult`,
      definition: {
        type: 'object',
        required: ['items', 'page'],
        properties: { items: { type: 'array', items: result }, page: searchPageResponse },
      },
    },
  };
}

function resultSchema({ title, fields }: Entity, name: string, isIn: (field: Field) => boolean): NamedSchema {
  const results = Object.entries(fields).filter(([, field]) => isIn(field));
  return {
    name,
    definition: {
      type: 'object',
      description: `What is known of ${withArticle(title)}.`,
      required: results.map(([member]) => member),
      properties: Object.fromEntries(results.map(([member, field]) => [member, resultMember(field)])),
    },
  };
}

function resultMember(field: Field): Schema {
  if (field.type === 'key') {
    const schema = entityKey(field.schemaName ?? 'LongKey');
    return field.isNullable ? orNull(schema) : schema;
  }
  return { ...memberSchemas[field.type](field), ...(field.isNullable ? { nullable: true } : {}) };
}

const memberSchemas: Readonly<Record<Exclude<Field['type'], 'key'>, (field: Field) => InlineSchema>> = {
  text: () => ({ type: 'string' }),
  integer: () => ({ type: 'integer', format: 'int32' }),
  long: () => ({ type: 'integer', format: 'int64' }),
  boolean: () => ({ type: 'boolean' }),
  dateTime: () => ({ type: 'string', format: 'date-time' }),
  json: ({ shape, description }) => ({
    ...(shape === undefined ? {} : jsonShapes[shape]),
    ...(description === undefined ? {} : { description }),
  }),
  count: () => ({ allOf: [statusMetric] }),
  enum: ({ values = [] }) => ({ type: 'string', enum: values }),
};

function filterSchema(entity: Entity): NamedSchema {
  const { name, title, fields, predicates = {} } = entity;
  const conditions: Record<string, Schema> = {};
  for (const [member, field] of Object.entries(fields)) {
    if (field.filter !== undefined) conditions[member] = filterProperty(field);
  }
  for (const [member, predicate] of Object.entries(predicates)) {
    const { schema, isList = false } = predicate;
    if (schema === undefined) continue;
    const condition = typeof schema === 'string' ? predicateSchemas[schema] : filterProperty(schema);
    conditions[member] = isList ? { type: 'array', items: condition, maxItems: CONDITIONS_MAX } : condition;
  }
  const description = `Which ${plural(title)}: all conditions must hold.`;
  const own: InlineSchema = { type: 'object', additionalProperties: false, description, properties: conditions };
  if (!entity.hasOr) return { name: `${name}Filter`, definition: own };
  const group: NamedSchema = { name: `${name}FilterFields`, definition: own };
  const alternatives: InlineSchema = {
    type: 'array',
    items: group,
    maxItems: OR_GROUPS_MAX,
    description: 'One of these groups must hold as well.',
  };
  return { name: `${name}Filter`, definition: { ...own, properties: { ...conditions, $or: alternatives } } };
}

const variableFilter: NamedSchema = {
  name: 'VariableValueFilterProperty',
  definition: {
    type: 'object',
    additionalProperties: false,
    required: ['name', 'value'],
    properties: {
      name: { type: 'string', maxLength: 1_000 },
      value: variableValueProperty,
    },
  },
};

const predicateSchemas: Readonly<Record<PredicateSchema, Schema>> = {
  boolean: { type: 'boolean' },
  key: longKey,
  string: { type: 'string', maxLength: 10_000 },
  integer: { type: 'integer', format: 'int32' },
  stringFilter: stringFilterProperty,
  stringList: { type: 'array', items: { type: 'string', maxLength: 10_000 }, maxItems: 100 },
  variableFilters: { type: 'array', items: variableFilter, maxItems: VARIABLES_MAX },
};

function sortSchema({ name, fields }: Entity): NamedSchema {
  const sortable = Object.entries(fields)
    .filter(([, field]) => field.isSortable)
    .map(([member]) => member);
  return {
    name: `${name}SearchQuerySortRequest`,
    definition: {
      type: 'object',
      additionalProperties: false,
      required: ['field'],
      properties: { field: { type: 'string', enum: sortable }, order: sortOrder },
    },
  };
}
