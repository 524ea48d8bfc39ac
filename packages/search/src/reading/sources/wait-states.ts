/**
 * What active elements wait for, from the tables that know.
 *
 * Events attached to an activity are no wait states: the activity waits for its own end. The element that waits is therefore
 * the one the event belongs to.
 */
import { type RawBuilder, sql } from 'kysely';
import type { Source } from '../sources.ts';
import type { SqlCompiler } from '../sql-compiler.ts';

export const waitStates: Source<unknown> = (_parameters, compiler) =>
  sql.join([jobs(compiler), userTasks(compiler), messages(compiler), events()], sql` UNION ALL `);

function jobs(compiler: SqlCompiler): RawBuilder<unknown> {
  const listenerEventType = sql`CASE WHEN job.kind IN ('EXECUTION_LISTENER', 'TASK_LISTENER')
    THEN ${compiler.jsonText(sql`job.listener_event_type`)} ELSE 'null' END`;
  return waiting({
    key: sql`job.job_key`,
    type: 'JOB',
    details: sql`'{"waitStateType":"JOB","jobKey":"' || CAST(job.job_key AS TEXT) || '","jobType":' || ${compiler.jsonText(sql`job.type`)}
      || ',"jobKind":"' || job.kind || '","listenerEventType":' || ${listenerEventType}
      || ',"retries":' || CAST(job.retries AS TEXT) || '}'`,
    from: sql`job JOIN element_instance ON element_instance.element_instance_key = job.element_instance_key`,
    where: sql`job.end_time IS NULL AND job.state <> 'ERROR_THROWN'`,
    processInstanceKey: sql`job.process_instance_key`,
  });
}

function userTasks(compiler: SqlCompiler): RawBuilder<unknown> {
  const dueDate = sql`CASE WHEN user_task.due_date IS NULL THEN 'null' ELSE '"' || ${compiler.isoTime(sql`user_task.due_date`)} || '"' END`;
  return waiting({
    key: sql`user_task.user_task_key`,
    type: 'USER_TASK',
    details: sql`'{"waitStateType":"USER_TASK","taskKey":"' || CAST(user_task.user_task_key AS TEXT) || '","dueDate":' || ${dueDate} || '}'`,
    from: sql`user_task JOIN element_instance ON element_instance.element_instance_key = user_task.element_instance_key`,
    where: sql`user_task.completion_date IS NULL AND user_task.state <> 'CREATING'`,
    processInstanceKey: sql`user_task.process_instance_key`,
  });
}

function messages(compiler: SqlCompiler): RawBuilder<unknown> {
  const correlationKey = sql`COALESCE(${compiler.jsonText(sql`message_subscription.correlation_key`)}, 'null')`;
  return waiting({
    key: sql`message_subscription.message_subscription_key`,
    type: 'MESSAGE',
    details: sql`'{"waitStateType":"MESSAGE","messageName":' || ${compiler.jsonText(sql`message_subscription.message_name`)}
      || ',"correlationKey":' || ${correlationKey} || '}'`,
    from: sql`message_subscription
      JOIN element_instance ON element_instance.element_instance_key = message_subscription.element_instance_key
        AND element_instance.element_id = message_subscription.element_id`,
    where: sql`message_subscription.is_open = 1`,
    processInstanceKey: sql`message_subscription.process_instance_key`,
  });
}

function events(): RawBuilder<unknown> {
  return waiting({
    key: sql`waiting_event.waiting_event_key`,
    type: sql`waiting_event.type`,
    details: sql`waiting_event.details`,
    from: sql`waiting_event
      JOIN element_instance ON element_instance.element_instance_key = waiting_event.element_instance_key
        AND element_instance.element_id = waiting_event.element_id`,
    where: sql`1 = 1`,
    processInstanceKey: sql`waiting_event.process_instance_key`,
  });
}

interface Waiting {
  readonly key: RawBuilder<unknown>;
  readonly type: string | RawBuilder<unknown>;
  /** JSON text. */
  readonly details: RawBuilder<unknown>;
  /** With the element instance that waits. */
  readonly from: RawBuilder<unknown>;
  readonly where: RawBuilder<unknown>;
  readonly processInstanceKey: RawBuilder<unknown>;
}

function waiting({ key, type, details, from, where, processInstanceKey }: Waiting): RawBuilder<unknown> {
  return sql`
    SELECT ${key} AS wait_state_key, ${typeof type === 'string' ? sql.lit(type) : type} AS wait_state_type,
      ${details} AS details, ${processInstanceKey} AS process_instance_key, element_instance.element_instance_key,
      element_instance.element_id, element_instance.type AS element_type, process_instance.root_process_instance_key,
      process_instance.process_definition_id, process_instance.tenant_id
    FROM ${from}
    JOIN process_instance ON process_instance.process_instance_key = ${processInstanceKey}
    WHERE ${where} AND element_instance.state = 'ACTIVE'`;
}
