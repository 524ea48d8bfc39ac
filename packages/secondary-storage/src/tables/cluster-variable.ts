import { boolean, json, nullable, text } from '../column.ts';
import { NEVER } from '../removal.ts';
import { defineTable } from '../table.ts';

/** Of a scope there is one variable of each name. @param tenantId `undefined` = for all tenants. */
export function clusterVariableId({ tenantId, name }: { readonly tenantId?: string; readonly name: string }): string {
  return tenantId === undefined ? `GLOBAL/${name}` : `TENANT/${tenantId}/${name}`;
}

export const clusterVariableTable = defineTable(
  'cluster_variable',
  {
    /** See {@link clusterVariableId}. */
    id: text,
    name: text,
    /** GLOBAL or TENANT. */
    scope: text,
    /** Null in the global scope. */
    tenant_id: nullable(text),
    /** JSON text, cut to what searches show; the whole of a longer one is in `full_value`. */
    value: text,
    full_value: nullable(text),
    is_truncated: boolean,
    /** JSON or SECRET_REFERENCE. */
    kind: text,
    /** An object. */
    metadata: json,
  },
  { primaryKey: ['id'], removal: NEVER, indexes: [['name']] },
);
