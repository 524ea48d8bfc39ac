import { integer, key, nullable, text } from '../column.ts';
import { NEVER } from '../removal.ts';
import { defineTable } from '../table.ts';

/** Deployed files the engine only keeps: no processes, decisions or forms. */
export const resourceTable = defineTable(
  'resource',
  {
    resource_key: key,
    resource_id: text,
    resource_name: text,
    version: integer,
    version_tag: nullable(text),
    deployment_key: key,
    tenant_id: text,
    /** The file's bytes in base64: it may be anything. */
    content: text,
  },
  { primaryKey: ['resource_key'], removal: NEVER, indexes: [['resource_id', 'tenant_id', 'version']] },
);
