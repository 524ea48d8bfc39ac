/** Members deep after which an example stops: what lies deeper is optional nearly everywhere. */
const DEPTH_MAX = 4;

/** A schema behind its references. */
export function resolved(schema, document) {
  const reference = schema.$ref ?? (schema.type === undefined ? schema.allOf?.[0]?.$ref : undefined);
  if (reference === undefined) return schema;
  return { ...document.components.schemas[nameOf(reference)], nullable: schema.nullable };
}

/** `JobFilter` of `#/components/schemas/JobFilter`. */
export function nameOf(reference) {
  return reference.slice(reference.lastIndexOf('/') + 1);
}

/** A value to begin with: what the schema requires, and the members of a search that everyone changes. */
export function exampleOf(schema, document, depth = 0) {
  const { type, properties = {}, required = [], items, oneOf, minItems = 0, ...rest } = resolved(schema, document);
  if (rest.default !== undefined) return rest.default;
  if (rest.enum !== undefined) return rest.enum[0];
  if (oneOf !== undefined) return exampleOf(oneOf[0], document, depth);
  switch (type) {
    case 'object':
      if (depth > DEPTH_MAX) return {};
      if ('filter' in properties && 'page' in properties) return { filter: {}, page: { limit: 10 } };
      return Object.fromEntries(required.map((name) => [name, exampleOf(properties[name] ?? {}, document, depth + 1)]));
    case 'array':
      return minItems > 0 || depth === 1 ? [exampleOf(items ?? {}, document, depth + 1)] : [];
    case 'integer':
    case 'number':
      return rest.minimum ?? 0;
    case 'boolean':
      return false;
    case 'string':
      return rest.format === 'date-time' ? '2026-01-31T12:00:00Z' : '';
    default:
      return {};
  }
}
