import { sql } from 'kysely';
import type { SpecialQuery } from '../reading/special-queries.ts';

/** A deployed file and its name, as JSON: `{"resourceName": …, "content": …}` with the bytes in base64. */
export const resourceContent: SpecialQuery<{ readonly resourceKey: string }> = async ({ resourceKey }, { all }) => {
  const [row] = await all(sql`SELECT resource_name, content FROM resource WHERE resource_key = ${BigInt(resourceKey)}`);
  if (row === undefined) return undefined;
  const [resourceName, content] = row as readonly [string, string];
  return JSON.stringify({ resourceName, content });
};
