import type { RawBuilder } from 'kysely';
import { incidentsByDefinition } from './sources/incidents-by-definition.ts';
import { incidentsByError } from './sources/incidents-by-error.ts';
import { instancesByProcess } from './sources/instances-by-process.ts';
import { instancesByVersion } from './sources/instances-by-version.ts';
import { jobErrors } from './sources/job-errors.ts';
import { jobsByTime } from './sources/jobs-by-time.ts';
import { jobsByType } from './sources/jobs-by-type.ts';
import { jobsByWorker } from './sources/jobs-by-worker.ts';
import { messageSubscriptionsByProcess } from './sources/message-subscriptions-by-process.ts';
import { waitStates } from './sources/wait-states.ts';
import type { SqlCompiler } from './sql-compiler.ts';

/** A query whose rows are searched in place of a table's; its columns are those that the entity's fields name. */
export type Source<Parameters = never> = (parameters: Parameters, compiler: SqlCompiler) => RawBuilder<unknown>;

/** By the names entities use. */
export const sources: Readonly<Record<string, Source>> = {
  incidentsByDefinition,
  incidentsByError,
  instancesByProcess,
  instancesByVersion,
  messageSubscriptionsByProcess,
  jobErrors,
  jobsByTime,
  jobsByType,
  jobsByWorker,
  waitStates,
};
