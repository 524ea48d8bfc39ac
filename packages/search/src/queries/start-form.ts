import { sql } from 'kysely';
import { form } from '../entities/form.ts';
import { selectedColumn } from '../reading/columns.ts';
import { getFields, resultRenderer } from '../reading/result-json.ts';
import type { SpecialQuery } from '../reading/special-queries.ts';

/**
 * The form that starts a process: the latest, the one it was deployed with, or the latest with a version tag, as its start
 * event is bound.
 * @returns `null` when the definition is there and has none.
 */
export const startForm: SpecialQuery<{ readonly processDefinitionKey: string }> = async (
  { processDefinitionKey },
  { all },
) => {
  const key = BigInt(processDefinitionKey);
  const [definition] = await all(sql`SELECT 1 FROM process_definition WHERE process_definition_key = ${key}`);
  if (definition === undefined) return undefined;
  const results = getFields(form).map(([, field]) => selectedColumn(form, field));
  const [row] = await all(sql`
    SELECT ${sql.join(results)} FROM form
    JOIN process_definition definition
      ON definition.start_form_id = form.form_id AND definition.tenant_id = form.tenant_id
    WHERE definition.process_definition_key = ${key} AND form.is_deleted = 0
      AND CASE definition.start_form_binding
        WHEN 'deployment' THEN form.deployment_key = definition.deployment_key
        WHEN 'versionTag' THEN form.version_tag = definition.start_form_version_tag
        ELSE 1 = 1 END
    ORDER BY form.version DESC LIMIT 1`);
  return row === undefined ? 'null' : resultRenderer(getFields(form))(row);
};
