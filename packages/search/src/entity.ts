/**
 * What can be searched for, declared once: the SQL of a search, the JSON of its results, and the gateway's schemas of request
 * and response are derived from it.
 */
import type { TableName } from '@waggle/secondary-storage';

/**
 * How a condition on a field may be written; the names are those of the API's schemas.
 *
 *     exact          a bare value
 *     basicString    $eq $neq $exists $in $notIn           (keys are the same, with the pattern of keys)
 *     string         the same and $like
 *     enum           $eq $neq $exists $in $like
 *     integer        $eq $neq $exists $gt $gte $lt $lte $in
 *     dateTime       as integer, RFC 3339 texts
 */
export type FilterKind = 'exact' | 'basicString' | 'string' | 'enum' | 'integer' | 'dateTime';

/**
 * How a column's value looks in JSON. `key`: digits in quotes. `dateTime`: milliseconds as RFC 3339 in UTC. `json`: the
 * column's text as it is. `count`: a text of a number and of the
 * milliseconds when it was counted last, as an object of both.
 */
export type FieldType = 'key' | 'text' | 'integer' | 'long' | 'boolean' | 'dateTime' | 'json' | 'enum' | 'count';

export interface Field {
  readonly type: FieldType;
  /** Column of the entity's table, or of a joined one: `process_instance.business_id`. */
  readonly column: string;
  readonly isNullable: boolean;
  /** Absent: it cannot be filtered by. */
  readonly filter?: FilterKind;
  /** Its index holds the beginnings of texts, `INDEXED_VALUE_LENGTH` of the secondary storage. */
  readonly isLong?: true;
  /** Nearly every row has another value: a pattern finds few. */
  readonly isDistinct?: true;
  /** Searches show it however large it is. */
  readonly isLarge?: true;
  /** It can be sorted by. Default `false`. */
  readonly isSortable: boolean;
  /** It is part of what a search finds. Default `true`. */
  readonly isInResult: boolean;
  /** It is part of what a get by the key tells. Default `true`. */
  readonly isInGet: boolean;
  /** The values of an `enum`. */
  readonly values?: readonly string[];
  /** Name of the schema in the API, for keys and enums: `ProcessInstanceKey`. */
  readonly schemaName?: string;
  /** For the API document. */
  readonly description?: string;
  /** Of JSON; absent = any. */
  readonly shape?: JsonShape;
  /** A key that filters may compare with any text, in the API's words; what is no key equals none. */
  readonly isAnyText?: true;
}

/** What JSON of results is; the gateway has a schema for each. */
export type JsonShape =
  | 'texts'
  | 'textsByName'
  | 'object'
  | 'batchOperationErrors'
  | 'evaluatedInputs'
  | 'matchedRules';

export type NamedField = readonly [name: string, field: Field];

/** A condition that is no comparison with a column; `predicates/` has one file for each. */
export interface PredicateField {
  /** Name in the table of predicates. */
  readonly predicate: string;
  /** Of its value in the gateway; a field stands for a condition on it. Absent: only parameters of a path set it. */
  readonly schema?: PredicateSchema | Field;
  /** Its value is a list of conditions. */
  readonly isList?: true;
}

export type PredicateSchema =
  | 'boolean'
  | 'string'
  | 'stringFilter'
  | 'stringList'
  | 'variableFilters'
  | 'integer'
  | 'key';

export interface Join {
  readonly table: TableName;
  /** Column of the entity's table that is the primary key there. */
  readonly on: string;
}

export interface ValueSet {
  readonly field: string;
  readonly values: readonly string[];
  /** SQL both databases understand. */
  readonly condition: string;
}

export interface Entity<Name extends string = string> {
  /** As in the API's schema names: `ProcessInstance`. */
  readonly name: Name;
  /** Names of the schemas of results, where they are not the usual ones. */
  readonly resultNames?: { readonly search: string; readonly get: string };
  /** For people: `process instance`. */
  readonly title: string;
  readonly table: TableName | 'statistics';
  /**
   * Name in the table of sources: a query whose rows are searched in place of a table's, for statistics. `table` is then
   * `statistics`.
   */
  readonly source?: string;
  /** Field that identifies one. */
  readonly key: string;
  /** Fields that sort last and that no two have in common, so that pages never overlap. Default: the key. */
  readonly lastCriteria?: readonly string[];
  readonly fields: Readonly<Record<string, Field>>;
  readonly predicates?: Readonly<Record<string, PredicateField>>;
  /** Other tables that fields come from; rows without a partner stay. */
  readonly joins?: readonly Join[];
  /** `$or` groups are allowed. */
  readonly hasOr?: boolean;
  /** Values that are cut: the field that has them, the column of whole ones (null = not cut), and the field that says so. */
  readonly cut?: { readonly field: string; readonly wholeColumn: string; readonly markField: string };
  /** Sets of a field's values that a condition on another column says as well, and better, as indices hold it. */
  readonly valueSets?: readonly ValueSet[];
  /** Only rows of which this holds exist for searches; SQL both databases understand. */
  readonly where?: string;
}

export function defineEntity<const Name extends string>(entity: Entity<Name>): Entity<Name> {
  return entity;
}

/** What a field's declaration may say besides its column. */
export interface FieldOptions {
  readonly filter?: FilterKind;
  readonly sort?: true;
  readonly nullable?: true;
  /** It can only be filtered or sorted by. */
  readonly hidden?: true;
  /** Searches leave it out, or gets do. */
  readonly only?: 'get' | 'search';
  readonly schemaName?: string;
  readonly description?: string;
  readonly shape?: JsonShape;
  readonly isAnyText?: true;
  readonly isLong?: true;
  readonly isLarge?: true;
  readonly isDistinct?: true;
}

function field(type: FieldType, column: string, { sort, nullable, hidden, only, ...rest }: FieldOptions): Field {
  return {
    type,
    column,
    ...rest,
    isNullable: nullable ?? false,
    isSortable: sort ?? false,
    isInResult: !hidden && only !== 'get',
    isInGet: !hidden && only !== 'search',
  };
}

/** @param schemaName the key's type in the API: `ProcessInstanceKey`. */
export const keyField = (schemaName: string, column: string, options: FieldOptions = {}): Field =>
  field('key', column, { ...options, schemaName });
export const textField = (column: string, options: FieldOptions = {}): Field => field('text', column, options);
export const integerField = (column: string, options: FieldOptions = {}): Field => field('integer', column, options);
export const longField = (column: string, options: FieldOptions = {}): Field => field('long', column, options);
export const booleanField = (column: string, options: FieldOptions = {}): Field => field('boolean', column, options);
export const dateTimeField = (column: string, options: FieldOptions = {}): Field => field('dateTime', column, options);
/** @param column holds JSON text, which becomes part of the result as it is. */
export const jsonField = (column: string, options: FieldOptions = {}): Field => field('json', column, options);
/** @param column a column of a source, see `count`. */
export const countField = (column: string): Field => field('count', column, {});
/** @param schemaName the enum's type in the API: `ProcessInstanceStateEnum`. */
export const enumField = (
  schemaName: string,
  values: readonly string[],
  column: string,
  options: FieldOptions = {},
): Field => ({ ...field('enum', column, { ...options, schemaName }), values });
