import type { InlineSchema } from './schema.ts';

/** Free JSON. Its values are never read here: the text goes to the engine as it came (see `json-body.ts`). */
export function variables(description: string): InlineSchema {
  return { type: 'object', description, additionalProperties: {} };
}
