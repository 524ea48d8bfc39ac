import type { RecordHistoryReader } from '@waggle/secondary-storage';
import type { RawBuilder } from 'kysely';
import { batchOperationItems } from '../queries/batch-operation-items.ts';
import { batchOperationProgress } from '../queries/batch-operation-progress.ts';
import { decisionDefinitionXml } from '../queries/decision-definition-xml.ts';
import { decisionRequirementsXml } from '../queries/decision-requirements-xml.ts';
import { globalJobStatistics } from '../queries/global-job-statistics.ts';
import { processDefinitionElementStatistics } from '../queries/process-definition-element-statistics.ts';
import { processDefinitionXml } from '../queries/process-definition-xml.ts';
import { processInstanceCallHierarchy } from '../queries/process-instance-call-hierarchy.ts';
import { processInstanceElementStatistics } from '../queries/process-instance-element-statistics.ts';
import { processInstanceRecords } from '../queries/process-instance-records.ts';
import { processInstanceSequenceFlows } from '../queries/process-instance-sequence-flows.ts';
import { processInstanceWaitStateStatistics } from '../queries/process-instance-wait-state-statistics.ts';
import { resourceContent } from '../queries/resource-content.ts';
import { startForm } from '../queries/start-form.ts';
import { usageMetrics } from '../queries/usage-metrics.ts';
import { userTaskForm } from '../queries/user-task-form.ts';
import type { ResultRow } from './result-json.ts';
import type { SqlCompiler } from './sql-compiler.ts';

export interface QueryContext {
  readonly compiler: SqlCompiler;
  /** Runs a query. */
  all(query: RawBuilder<unknown>): Promise<readonly ResultRow[]>;
  /** `undefined` = none is kept. */
  readonly recordHistory: RecordHistoryReader | undefined;
}

/**
 * A read that is no search for one entity: statistics, hierarchies, files. The gateway checked the parameters.
 * @returns the answer's JSON (or what its endpoint serves); `undefined` = there is no such thing.
 */
export type SpecialQuery<Parameters = never> = (
  parameters: Parameters,
  context: QueryContext,
) => Promise<string | undefined>;

/** By their names, which the gateway asks for. */
export const specialQueries: Readonly<Record<string, SpecialQuery | undefined>> = {
  globalJobStatistics,
  processDefinitionElementStatistics,
  processDefinitionXml,
  processInstanceCallHierarchy,
  processInstanceElementStatistics,
  processInstanceRecords,
  processInstanceSequenceFlows,
  processInstanceWaitStateStatistics,
  batchOperationItems,
  batchOperationProgress,
  decisionDefinitionXml,
  decisionRequirementsXml,
  resourceContent,
  startForm,
  usageMetrics,
  userTaskForm,
};
