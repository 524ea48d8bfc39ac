import type { Endpoint } from './endpoint.ts';
import { activateAdHocSubProcessActivities } from './endpoints/activate-ad-hoc-sub-process-activities.ts';
import { activateJobs } from './endpoints/activate-jobs.ts';
import { assignProcessInstanceBusinessId } from './endpoints/assign-process-instance-business-id.ts';
import { assignUserTask } from './endpoints/assign-user-task.ts';
import { broadcastSignal } from './endpoints/broadcast-signal.ts';
import { cancelBatchOperation } from './endpoints/cancel-batch-operation.ts';
import { cancelProcessInstance } from './endpoints/cancel-process-instance.ts';
import { cancelProcessInstancesBatchOperation } from './endpoints/cancel-process-instances-batch-operation.ts';
import { completeJob } from './endpoints/complete-job.ts';
import { completeUserTask } from './endpoints/complete-user-task.ts';
import { correlateMessage } from './endpoints/correlate-message.ts';
import { createDeployment } from './endpoints/create-deployment.ts';
import { createDocument } from './endpoints/create-document.ts';
import { createDocumentLink } from './endpoints/create-document-link.ts';
import { createDocuments } from './endpoints/create-documents.ts';
import { createElementInstanceVariables } from './endpoints/create-element-instance-variables.ts';
import { createGlobalClusterVariable } from './endpoints/create-global-cluster-variable.ts';
import { createGlobalTaskListener } from './endpoints/create-global-task-listener.ts';
import { createProcessInstance } from './endpoints/create-process-instance.ts';
import { createSavedFilter } from './endpoints/create-saved-filter.ts';
import { createTenantClusterVariable } from './endpoints/create-tenant-cluster-variable.ts';
import { createUserTaskComment } from './endpoints/create-user-task-comment.ts';
import { deleteDecisionInstance } from './endpoints/delete-decision-instance.ts';
import { deleteDecisionInstancesBatchOperation } from './endpoints/delete-decision-instances-batch-operation.ts';
import { deleteDocument } from './endpoints/delete-document.ts';
import { deleteGlobalClusterVariable } from './endpoints/delete-global-cluster-variable.ts';
import { deleteGlobalTaskListener } from './endpoints/delete-global-task-listener.ts';
import { deleteProcessInstance } from './endpoints/delete-process-instance.ts';
import { deleteProcessInstancesBatchOperation } from './endpoints/delete-process-instances-batch-operation.ts';
import { deleteResource } from './endpoints/delete-resource.ts';
import { deleteSavedFilter } from './endpoints/delete-saved-filter.ts';
import { deleteTenantClusterVariable } from './endpoints/delete-tenant-cluster-variable.ts';
import { deleteUserTaskComment } from './endpoints/delete-user-task-comment.ts';
import { evaluateConditionals } from './endpoints/evaluate-conditionals.ts';
import { evaluateDecision } from './endpoints/evaluate-decision.ts';
import { evaluateExpression } from './endpoints/evaluate-expression.ts';
import { failJob } from './endpoints/fail-job.ts';
import { getAgentDefinition } from './endpoints/get-agent-definition.ts';
import { getAuditLog } from './endpoints/get-audit-log.ts';
import { getBatchOperation } from './endpoints/get-batch-operation.ts';
import { getClusterExportingStatus } from './endpoints/get-cluster-exporting-status.ts';
import { getClusterStatus } from './endpoints/get-cluster-status.ts';
import { getClusterTopology } from './endpoints/get-cluster-topology.ts';
import { getDecisionDefinition } from './endpoints/get-decision-definition.ts';
import { getDecisionDefinitionXml } from './endpoints/get-decision-definition-xml.ts';
import { getDecisionInstance } from './endpoints/get-decision-instance.ts';
import { getDecisionRequirements } from './endpoints/get-decision-requirements.ts';
import { getDecisionRequirementsXml } from './endpoints/get-decision-requirements-xml.ts';
import { getDocument } from './endpoints/get-document.ts';
import { getElementInstance } from './endpoints/get-element-instance.ts';
import { getExportingStatus } from './endpoints/get-exporting-status.ts';
import { getFormByKey } from './endpoints/get-form-by-key.ts';
import { getGlobalClusterVariable } from './endpoints/get-global-cluster-variable.ts';
import { getGlobalJobStatistics } from './endpoints/get-global-job-statistics.ts';
import { getGlobalTaskListener } from './endpoints/get-global-task-listener.ts';
import { getIncident } from './endpoints/get-incident.ts';
import { getJobErrorStatistics } from './endpoints/get-job-error-statistics.ts';
import { getJobTimeSeriesStatistics } from './endpoints/get-job-time-series-statistics.ts';
import { getJobTypeStatistics } from './endpoints/get-job-type-statistics.ts';
import { getJobWorkerStatistics } from './endpoints/get-job-worker-statistics.ts';
import { getLicense } from './endpoints/get-license.ts';
import { getProcessDefinition } from './endpoints/get-process-definition.ts';
import { getProcessDefinitionInstanceStatistics } from './endpoints/get-process-definition-instance-statistics.ts';
import { getProcessDefinitionInstanceVersionStatistics } from './endpoints/get-process-definition-instance-version-statistics.ts';
import { getProcessDefinitionMessageSubscriptionStatistics } from './endpoints/get-process-definition-message-subscription-statistics.ts';
import { getProcessDefinitionStatistics } from './endpoints/get-process-definition-statistics.ts';
import { getProcessDefinitionXML } from './endpoints/get-process-definition-xml.ts';
import { getProcessInstance } from './endpoints/get-process-instance.ts';
import { getProcessInstanceCallHierarchy } from './endpoints/get-process-instance-call-hierarchy.ts';
import { getProcessInstanceRecords } from './endpoints/get-process-instance-records.ts';
import { getProcessInstanceSequenceFlows } from './endpoints/get-process-instance-sequence-flows.ts';
import { getProcessInstanceStatistics } from './endpoints/get-process-instance-statistics.ts';
import { getProcessInstanceStatisticsByDefinition } from './endpoints/get-process-instance-statistics-by-definition.ts';
import { getProcessInstanceStatisticsByError } from './endpoints/get-process-instance-statistics-by-error.ts';
import { getProcessInstanceWaitStateStatistics } from './endpoints/get-process-instance-wait-state-statistics.ts';
import { getResource } from './endpoints/get-resource.ts';
import { getResourceContent } from './endpoints/get-resource-content.ts';
import { getResourceContentBinary } from './endpoints/get-resource-content-binary.ts';
import { getStartProcessForm } from './endpoints/get-start-process-form.ts';
import { getStatus } from './endpoints/get-status.ts';
import { getSystemConfiguration } from './endpoints/get-system-configuration.ts';
import { getTenantClusterVariable } from './endpoints/get-tenant-cluster-variable.ts';
import { getTopology } from './endpoints/get-topology.ts';
import { getUsageMetrics } from './endpoints/get-usage-metrics.ts';
import { getUserTask } from './endpoints/get-user-task.ts';
import { getUserTaskForm } from './endpoints/get-user-task-form.ts';
import { getVariable } from './endpoints/get-variable.ts';
import { listSecrets } from './endpoints/list-secrets.ts';
import { migrateProcessInstance } from './endpoints/migrate-process-instance.ts';
import { migrateProcessInstancesBatchOperation } from './endpoints/migrate-process-instances-batch-operation.ts';
import { modifyProcessInstance } from './endpoints/modify-process-instance.ts';
import { modifyProcessInstancesBatchOperation } from './endpoints/modify-process-instances-batch-operation.ts';
import { pauseClusterExporting } from './endpoints/pause-cluster-exporting.ts';
import { pauseExporting } from './endpoints/pause-exporting.ts';
import { pinClock } from './endpoints/pin-clock.ts';
import { publishMessage } from './endpoints/publish-message.ts';
import { resetClock } from './endpoints/reset-clock.ts';
import { resolveIncident } from './endpoints/resolve-incident.ts';
import { resolveIncidentsBatchOperation } from './endpoints/resolve-incidents-batch-operation.ts';
import { resolveProcessInstanceIncidents } from './endpoints/resolve-process-instance-incidents.ts';
import { resolveSecrets } from './endpoints/resolve-secrets.ts';
import { resumeBatchOperation } from './endpoints/resume-batch-operation.ts';
import { resumeClusterExporting } from './endpoints/resume-cluster-exporting.ts';
import { resumeExporting } from './endpoints/resume-exporting.ts';
import { resumeProcessInstance } from './endpoints/resume-process-instance.ts';
import { resumeProcessInstancesBatchOperation } from './endpoints/resume-process-instances-batch-operation.ts';
import { searchAgentDefinitions } from './endpoints/search-agent-definitions.ts';
import { searchAuditLogs } from './endpoints/search-audit-logs.ts';
import { searchBatchOperationItems } from './endpoints/search-batch-operation-items.ts';
import { searchBatchOperations } from './endpoints/search-batch-operations.ts';
import { searchClusterVariables } from './endpoints/search-cluster-variables.ts';
import { searchCorrelatedMessageSubscriptions } from './endpoints/search-correlated-message-subscriptions.ts';
import { searchDecisionDefinitions } from './endpoints/search-decision-definitions.ts';
import { searchDecisionInstances } from './endpoints/search-decision-instances.ts';
import { searchDecisionRequirements } from './endpoints/search-decision-requirements.ts';
import { searchElementInstanceIncidents } from './endpoints/search-element-instance-incidents.ts';
import { searchElementInstanceWaitStates } from './endpoints/search-element-instance-wait-states.ts';
import { searchElementInstances } from './endpoints/search-element-instances.ts';
import { searchGlobalTaskListeners } from './endpoints/search-global-task-listeners.ts';
import { searchIncidents } from './endpoints/search-incidents.ts';
import { searchJobs } from './endpoints/search-jobs.ts';
import { searchMessageSubscriptions } from './endpoints/search-message-subscriptions.ts';
import { searchProcessDefinitionVariableNames } from './endpoints/search-process-definition-variable-names.ts';
import { searchProcessDefinitions } from './endpoints/search-process-definitions.ts';
import { searchProcessInstanceIncidents } from './endpoints/search-process-instance-incidents.ts';
import { searchProcessInstances } from './endpoints/search-process-instances.ts';
import { searchResources } from './endpoints/search-resources.ts';
import { searchSavedFilters } from './endpoints/search-saved-filters.ts';
import { searchUserTaskAuditLogs } from './endpoints/search-user-task-audit-logs.ts';
import { searchUserTaskComments } from './endpoints/search-user-task-comments.ts';
import { searchUserTaskEffectiveVariables } from './endpoints/search-user-task-effective-variables.ts';
import { searchUserTaskVariables } from './endpoints/search-user-task-variables.ts';
import { searchUserTasks } from './endpoints/search-user-tasks.ts';
import { searchVariables } from './endpoints/search-variables.ts';
import { suspendBatchOperation } from './endpoints/suspend-batch-operation.ts';
import { suspendProcessInstance } from './endpoints/suspend-process-instance.ts';
import { suspendProcessInstancesBatchOperation } from './endpoints/suspend-process-instances-batch-operation.ts';
import { throwJobError } from './endpoints/throw-job-error.ts';
import { unassignUserTask } from './endpoints/unassign-user-task.ts';
import { updateGlobalClusterVariable } from './endpoints/update-global-cluster-variable.ts';
import { updateGlobalTaskListener } from './endpoints/update-global-task-listener.ts';
import { updateJob } from './endpoints/update-job.ts';
import { updateJobsBatchOperation } from './endpoints/update-jobs-batch-operation.ts';
import { updateSavedFilter } from './endpoints/update-saved-filter.ts';
import { updateTenantClusterVariable } from './endpoints/update-tenant-cluster-variable.ts';
import { updateUserTask } from './endpoints/update-user-task.ts';
import { watchChanges } from './endpoints/watch-changes.ts';

/** Every operation of the API. The server and the API document are made from this list. */
export const endpoints: readonly Endpoint[] = [
  searchProcessInstances,
  getProcessInstance,
  getProcessInstanceRecords,
  watchChanges,
  searchProcessDefinitions,
  getProcessDefinition,
  getStartProcessForm,
  searchVariables,
  searchUserTasks,
  getUserTask,
  searchMessageSubscriptions,
  searchCorrelatedMessageSubscriptions,
  searchAgentDefinitions,
  getAgentDefinition,
  getFormByKey,
  searchResources,
  getResource,
  getResourceContent,
  getResourceContentBinary,
  searchElementInstances,
  getElementInstance,
  searchElementInstanceIncidents,
  searchProcessInstanceIncidents,
  searchIncidents,
  getIncident,
  getProcessInstanceStatistics,
  getProcessInstanceSequenceFlows,
  getProcessDefinitionStatistics,
  searchDecisionDefinitions,
  getDecisionDefinition,
  getDecisionDefinitionXml,
  searchDecisionRequirements,
  getDecisionRequirements,
  getDecisionRequirementsXml,
  searchDecisionInstances,
  getDecisionInstance,
  getUserTaskForm,
  searchUserTaskVariables,
  searchUserTaskEffectiveVariables,
  getVariable,
  getProcessInstanceStatisticsByError,
  getProcessInstanceStatisticsByDefinition,
  getProcessDefinitionInstanceStatistics,
  getProcessDefinitionMessageSubscriptionStatistics,
  getProcessDefinitionInstanceVersionStatistics,
  getProcessDefinitionXML,
  getProcessInstanceCallHierarchy,
  searchBatchOperations,
  searchBatchOperationItems,
  getBatchOperation,
  getJobTypeStatistics,
  getJobWorkerStatistics,
  getJobTimeSeriesStatistics,
  getJobErrorStatistics,
  searchJobs,
  getGlobalJobStatistics,
  searchClusterVariables,
  getGlobalClusterVariable,
  getTenantClusterVariable,
  searchGlobalTaskListeners,
  getGlobalTaskListener,
  searchElementInstanceWaitStates,
  getProcessInstanceWaitStateStatistics,
  searchProcessDefinitionVariableNames,
  searchAuditLogs,
  getAuditLog,
  searchUserTaskAuditLogs,
  deleteDecisionInstancesBatchOperation,
  getStatus,
  getTopology,
  getClusterStatus,
  getClusterTopology,
  getLicense,
  getSystemConfiguration,
  getUsageMetrics,
  listSecrets,
  resolveSecrets,
  createDeployment,
  deleteResource,
  createProcessInstance,
  cancelProcessInstance,
  modifyProcessInstance,
  migrateProcessInstance,
  suspendProcessInstance,
  resumeProcessInstance,
  assignProcessInstanceBusinessId,
  deleteProcessInstance,
  deleteDecisionInstance,
  resolveProcessInstanceIncidents,
  cancelProcessInstancesBatchOperation,
  deleteProcessInstancesBatchOperation,
  migrateProcessInstancesBatchOperation,
  modifyProcessInstancesBatchOperation,
  resolveIncidentsBatchOperation,
  resumeProcessInstancesBatchOperation,
  suspendProcessInstancesBatchOperation,
  cancelBatchOperation,
  resumeBatchOperation,
  suspendBatchOperation,
  activateJobs,
  completeJob,
  failJob,
  throwJobError,
  updateJob,
  updateJobsBatchOperation,
  assignUserTask,
  unassignUserTask,
  updateUserTask,
  completeUserTask,
  createDocument,
  createDocuments,
  getDocument,
  deleteDocument,
  createDocumentLink,
  createElementInstanceVariables,
  activateAdHocSubProcessActivities,
  resolveIncident,
  publishMessage,
  correlateMessage,
  broadcastSignal,
  evaluateConditionals,
  evaluateDecision,
  evaluateExpression,
  createGlobalClusterVariable,
  updateGlobalClusterVariable,
  deleteGlobalClusterVariable,
  createTenantClusterVariable,
  updateTenantClusterVariable,
  deleteTenantClusterVariable,
  createGlobalTaskListener,
  updateGlobalTaskListener,
  deleteGlobalTaskListener,
  pinClock,
  resetClock,
  getExportingStatus,
  pauseExporting,
  resumeExporting,
  getClusterExportingStatus,
  pauseClusterExporting,
  resumeClusterExporting,
  createSavedFilter,
  updateSavedFilter,
  deleteSavedFilter,
  searchSavedFilters,
  createUserTaskComment,
  deleteUserTaskComment,
  searchUserTaskComments,
];
