import { sql } from 'kysely';
import { form } from '../entities/form.ts';
import { selectedColumn } from '../reading/columns.ts';
import { getFields, resultRenderer } from '../reading/result-json.ts';
import type { SpecialQuery } from '../reading/special-queries.ts';

/** The deployed form of a user task. @returns `null` when the task is there and has none. */
export const userTaskForm: SpecialQuery<{ readonly userTaskKey: string }> = async ({ userTaskKey }, { all }) => {
  const key = BigInt(userTaskKey);
  const [task] = await all(sql`SELECT 1 FROM user_task WHERE user_task_key = ${key}`);
  if (task === undefined) return undefined;
  const results = getFields(form).map(([, field]) => selectedColumn(form, field));
  const [row] = await all(sql`
    SELECT ${sql.join(results)} FROM user_task JOIN form ON form.form_key = user_task.form_key
    WHERE user_task.user_task_key = ${key}`);
  return row === undefined ? 'null' : resultRenderer(getFields(form))(row);
};
