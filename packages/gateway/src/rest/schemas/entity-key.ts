import * as keys from './keys.ts';
import type { NamedSchema } from './schema.ts';

const byName = new Map<string, NamedSchema<string>>(Object.values(keys).map((schema) => [schema.name, schema]));

/** The schema of a kind of key by its name in the API; kinds nobody declared are keys all the same. */
export function entityKey(name: string): NamedSchema<string> {
  let schema = byName.get(name);
  if (schema === undefined) {
    schema = { name, definition: { allOf: [keys.longKey], description: 'A system-assigned key.' } };
    byName.set(name, schema);
  }
  return schema;
}
