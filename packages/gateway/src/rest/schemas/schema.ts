/**
 * JSON schemas as our code declares them: the part of OpenAPI 3.0's dialect we use, with other named schemas put in
 * directly. `validation-schema.ts` turns them into what ajv checks, `open-api-document.ts` into the published document.
 */
import type { MembersByKind } from '../validation-keywords.ts';

export type Schema = InlineSchema | NamedSchema;

/** Without `type`: any JSON. */
export interface InlineSchema {
  readonly type?: 'object' | 'array' | 'string' | 'integer' | 'number' | 'boolean';
  readonly description?: string;
  readonly nullable?: boolean;
  readonly default?: string | number | boolean;
  readonly enum?: readonly string[];
  /** int32, int64, date-time, uri, uri-reference, binary; of these int32, int64 and date-time are checked. */
  readonly format?: string;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly items?: Schema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: boolean;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  /** `false` = unknown members are refused; `{}` = free JSON. */
  readonly additionalProperties?: false | Readonly<Record<string, never>>;
  readonly allOf?: readonly [Schema];
  readonly oneOf?: readonly Schema[];
  readonly discriminator?: { readonly propertyName: string; readonly schemas: Readonly<Record<string, NamedSchema>> };
}

declare const describedType: unique symbol;

/** A schema with its name in the API; `Type` is what a checked value looks like. */
export interface NamedSchema<Type = unknown> {
  readonly name: string;
  readonly definition: InlineSchema;
  /** What requests are checked against where `definition` says it in a form that gives no useful messages (unions). */
  readonly checked?: CheckedSchema;
  readonly [describedType]?: Type;
}

/** A schema with the rules OpenAPI has no keyword for. */
export interface CheckedSchema extends InlineSchema {
  /** Values of this type are right as well; rules on objects hold for them, the others for values of `type`. */
  readonly orType?: 'object';
  /** Exactly one of these members must be there. */
  readonly exactlyOneOf?: readonly string[];
  /** At least one of these members must be there. */
  readonly atLeastOneOf?: readonly string[];
  /** Members that only objects of one kind have. */
  readonly membersByKind?: MembersByKind;
}

export function isNamedSchema(schema: Schema): schema is NamedSchema {
  return 'definition' in schema;
}

/** A reference that may also be null. */
export function orNull(schema: NamedSchema): InlineSchema {
  return { allOf: [schema], nullable: true };
}
