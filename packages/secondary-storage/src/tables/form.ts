import { boolean, integer, key, nullable, text } from '../column.ts';
import { NEVER } from '../removal.ts';
import { defineTable } from '../table.ts';

/** Deployed forms. A deleted one stays, since user tasks created before still show it. */
export const formTable = defineTable(
  'form',
  {
    form_key: key,
    form_id: text,
    version: integer,
    version_tag: nullable(text),
    resource_name: text,
    /** The deployed file, JSON text. */
    schema: text,
    deployment_key: key,
    tenant_id: text,
    is_deleted: boolean,
  },
  { primaryKey: ['form_key'], removal: NEVER, indexes: [['form_id', 'tenant_id', 'version']] },
);
