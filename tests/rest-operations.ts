/**
 * The operations of Camunda's REST API v2, by tag: since which version, method, path below `/v2` (or from `/cluster/v2`
 * on) and name. The yardstick of ours: `house-rules/rest-operations.test.ts` compares the table with what is declared,
 * `e2e/every-operation.test.ts` calls each.
 */
const table = `
Ad-hoc sub-process
  8.8  POST   /element-instances/ad-hoc-activities/{adHocSubProcessInstanceKey}/activation activateAdHocSubProcessActivities
Agent definition
  8.10 GET    /agent-definitions/{agentDefinitionKey} getAgentDefinition
  8.10 POST   /agent-definitions/search searchAgentDefinitions
Agent instance
  8.10 POST   /agent-instances createAgentInstance
  8.10 GET    /agent-instances/{agentInstanceKey} getAgentInstance
  8.10 PATCH  /agent-instances/{agentInstanceKey} updateAgentInstance
  8.10 POST   /agent-instances/search searchAgentInstances
  8.10 POST   /agent-instances/{agentInstanceKey}/history createAgentInstanceHistoryItem
  8.10 POST   /agent-instances/{agentInstanceKey}/history/search searchAgentInstanceHistory
Audit Log
  8.9  POST   /audit-logs/search searchAuditLogs
  8.9  GET    /audit-logs/{auditLogKey} getAuditLog
Authentication
  8.8  GET    /authentication/me getAuthentication
  8.10 POST   /authentication/me/authorizations/search searchOwnAuthorizations
Authorization
  8.8  POST   /authorizations createAuthorization
  8.8  POST   /authorizations/search searchAuthorizations
  8.8  PUT    /authorizations/{authorizationKey} updateAuthorization
  8.8  GET    /authorizations/{authorizationKey} getAuthorization
  8.8  DELETE /authorizations/{authorizationKey} deleteAuthorization
Backup
  8.10 POST   /backups/runtime takeRuntimeBackup
  8.10 GET    /backups/runtime listRuntimeBackups
  8.10 GET    /backups/runtime/state getRuntimeBackupState
  8.10 DELETE /backups/runtime/state deleteRuntimeBackupState
  8.10 POST   /backups/runtime/state/sync syncRuntimeBackupState
  8.10 GET    /backups/runtime/{backupId} getRuntimeBackup
  8.10 DELETE /backups/runtime/{backupId} deleteRuntimeBackup
  8.10 POST   /backups/history takeHistoryBackup
  8.10 GET    /backups/history listHistoryBackups
  8.10 GET    /backups/history/{backupId} getHistoryBackup
  8.10 DELETE /backups/history/{backupId} deleteHistoryBackup
  8.10 POST   /cluster/v2/backups/runtime takeRuntimeBackupAsClusterAdmin
  8.10 GET    /cluster/v2/backups/runtime listRuntimeBackupsAsClusterAdmin
  8.10 GET    /cluster/v2/backups/runtime/state getRuntimeBackupStateAsClusterAdmin
  8.10 DELETE /cluster/v2/backups/runtime/state deleteRuntimeBackupStateAsClusterAdmin
  8.10 POST   /cluster/v2/backups/runtime/state/sync syncRuntimeBackupStateAsClusterAdmin
  8.10 GET    /cluster/v2/backups/runtime/{backupId} getRuntimeBackupAsClusterAdmin
  8.10 DELETE /cluster/v2/backups/runtime/{backupId} deleteRuntimeBackupAsClusterAdmin
  8.10 POST   /cluster/v2/backups/history takeHistoryBackupAsClusterAdmin
  8.10 GET    /cluster/v2/backups/history listHistoryBackupsAsClusterAdmin
  8.10 GET    /cluster/v2/backups/history/{backupId} getHistoryBackupAsClusterAdmin
  8.10 DELETE /cluster/v2/backups/history/{backupId} deleteHistoryBackupAsClusterAdmin
Batch operation
  8.8  POST   /batch-operation-items/search searchBatchOperationItems
  8.8  POST   /batch-operations/search searchBatchOperations
  8.8  GET    /batch-operations/{batchOperationKey} getBatchOperation
  8.8  POST   /batch-operations/{batchOperationKey}/cancellation cancelBatchOperation
  8.8  POST   /batch-operations/{batchOperationKey}/resumption resumeBatchOperation
  8.8  POST   /batch-operations/{batchOperationKey}/suspension suspendBatchOperation
Clock
  8.6  PUT    /clock pinClock
  8.6  POST   /clock/reset resetClock
Cluster
  8.8  GET    /status getStatus
  8.5  GET    /topology getTopology
  8.10 GET    /cluster/v2/status getClusterStatus
  8.10 GET    /cluster/v2/topology getClusterTopology
Cluster Variable
  8.9  POST   /cluster-variables/global createGlobalClusterVariable
  8.9  GET    /cluster-variables/global/{name} getGlobalClusterVariable
  8.9  PUT    /cluster-variables/global/{name} updateGlobalClusterVariable
  8.9  DELETE /cluster-variables/global/{name} deleteGlobalClusterVariable
  8.9  POST   /cluster-variables/search searchClusterVariables
  8.9  POST   /cluster-variables/tenants/{tenantId} createTenantClusterVariable
  8.9  GET    /cluster-variables/tenants/{tenantId}/{name} getTenantClusterVariable
  8.9  PUT    /cluster-variables/tenants/{tenantId}/{name} updateTenantClusterVariable
  8.9  DELETE /cluster-variables/tenants/{tenantId}/{name} deleteTenantClusterVariable
Conditional
  8.9  POST   /conditionals/evaluation evaluateConditionals
Decision definition
  8.6  POST   /decision-definitions/evaluation evaluateDecision
  8.6  POST   /decision-definitions/search searchDecisionDefinitions
  8.8  GET    /decision-definitions/{decisionDefinitionKey} getDecisionDefinition
  8.6  GET    /decision-definitions/{decisionDefinitionKey}/xml getDecisionDefinitionXML
Decision instance
  8.6  POST   /decision-instances/search searchDecisionInstances
  8.8  GET    /decision-instances/{decisionEvaluationInstanceKey} getDecisionInstance
  8.9  POST   /decision-instances/{decisionEvaluationKey}/deletion deleteDecisionInstance
  8.9  POST   /decision-instances/deletion deleteDecisionInstancesBatchOperation
Decision requirements
  8.6  POST   /decision-requirements/search searchDecisionRequirements
  8.8  GET    /decision-requirements/{decisionRequirementsKey} getDecisionRequirements
  8.8  GET    /decision-requirements/{decisionRequirementsKey}/xml getDecisionRequirementsXML
Document
  8.6  POST   /documents createDocument
  8.7  POST   /documents/batch createDocuments
  8.6  GET    /documents/{documentId} getDocument
  8.6  DELETE /documents/{documentId} deleteDocument
  8.7  POST   /documents/{documentId}/links createDocumentLink
Element instance
  8.10 POST   /element-instances/wait-states/search searchElementInstanceWaitStates
  8.8  POST   /element-instances/search searchElementInstances
  8.8  GET    /element-instances/{elementInstanceKey} getElementInstance
  8.9  POST   /element-instances/{elementInstanceKey}/incidents/search searchElementInstanceIncidents
  8.6  PUT    /element-instances/{elementInstanceKey}/variables createElementInstanceVariables
Exporting
  8.10 GET    /exporting getExportingStatus
  8.10 POST   /exporting/pause pauseExporting
  8.10 POST   /exporting/resume resumeExporting
  8.10 GET    /cluster/v2/exporting getClusterExportingStatus
  8.10 POST   /cluster/v2/exporting/pause pauseClusterExporting
  8.10 POST   /cluster/v2/exporting/resume resumeClusterExporting
Expression
  8.9  POST   /expression/evaluation evaluateExpression
Form
  8.10 GET    /forms/{formKey} getFormByKey
Global listener
  8.9  POST   /global-task-listeners createGlobalTaskListener
  8.9  GET    /global-task-listeners/{id} getGlobalTaskListener
  8.9  PUT    /global-task-listeners/{id} updateGlobalTaskListener
  8.9  DELETE /global-task-listeners/{id} deleteGlobalTaskListener
  8.9  POST   /global-task-listeners/search searchGlobalTaskListeners
Group
  8.8  POST   /groups createGroup
  8.8  POST   /groups/search searchGroups
  8.8  GET    /groups/{groupId} getGroup
  8.8  PUT    /groups/{groupId} updateGroup
  8.8  DELETE /groups/{groupId} deleteGroup
  8.8  POST   /groups/{groupId}/clients/search searchClientsForGroup
  8.8  PUT    /groups/{groupId}/clients/{clientId} assignClientToGroup
  8.8  DELETE /groups/{groupId}/clients/{clientId} unassignClientFromGroup
  8.8  POST   /groups/{groupId}/mapping-rules/search searchMappingRulesForGroup
  8.8  PUT    /groups/{groupId}/mapping-rules/{mappingRuleId} assignMappingRuleToGroup
  8.8  DELETE /groups/{groupId}/mapping-rules/{mappingRuleId} unassignMappingRuleFromGroup
  8.8  POST   /groups/{groupId}/roles/search searchRolesForGroup
  8.8  POST   /groups/{groupId}/users/search searchUsersForGroup
  8.8  PUT    /groups/{groupId}/users/{username} assignUserToGroup
  8.8  DELETE /groups/{groupId}/users/{username} unassignUserFromGroup
Incident
  8.6  POST   /incidents/search searchIncidents
  8.6  GET    /incidents/{incidentKey} getIncident
  8.6  POST   /incidents/{incidentKey}/resolution resolveIncident
  8.9  POST   /incidents/statistics/process-instances-by-definition getProcessInstanceStatisticsByDefinition
  8.9  POST   /incidents/statistics/process-instances-by-error getProcessInstanceStatisticsByError
Job
  8.6  POST   /jobs/activation activateJobs
  8.8  POST   /jobs/search searchJobs
  8.6  PATCH  /jobs/{jobKey} updateJob
  8.6  POST   /jobs/{jobKey}/completion completeJob
  8.6  POST   /jobs/{jobKey}/error throwJobError
  8.6  POST   /jobs/{jobKey}/failure failJob
  8.10 POST   /jobs/batch-update updateJobsBatchOperation
  8.9  GET    /jobs/statistics/global getGlobalJobStatistics
  8.9  POST   /jobs/statistics/by-types getJobTypeStatistics
  8.9  POST   /jobs/statistics/by-workers getJobWorkerStatistics
  8.9  POST   /jobs/statistics/time-series getJobTimeSeriesStatistics
  8.9  POST   /jobs/statistics/errors getJobErrorStatistics
License
  8.6  GET    /license getLicense
Mapping rule
  8.8  POST   /mapping-rules createMappingRule
  8.8  POST   /mapping-rules/search searchMappingRule
  8.8  PUT    /mapping-rules/{mappingRuleId} updateMappingRule
  8.8  DELETE /mapping-rules/{mappingRuleId} deleteMappingRule
  8.8  GET    /mapping-rules/{mappingRuleId} getMappingRule
Message
  8.6  POST   /messages/correlation correlateMessage
  8.6  POST   /messages/publication publishMessage
Message subscription
  8.8  POST   /correlated-message-subscriptions/search searchCorrelatedMessageSubscriptions
  8.8  POST   /message-subscriptions/search searchMessageSubscriptions
Process definition
  8.8  POST   /process-definitions/search searchProcessDefinitions
  8.9  POST   /process-definitions/statistics/message-subscriptions getProcessDefinitionMessageSubscriptionStatistics
  8.9  POST   /process-definitions/statistics/process-instances getProcessDefinitionInstanceStatistics
  8.8  GET    /process-definitions/{processDefinitionKey} getProcessDefinition
  8.8  GET    /process-definitions/{processDefinitionKey}/form getStartProcessForm
  8.8  POST   /process-definitions/{processDefinitionKey}/statistics/element-instances getProcessDefinitionStatistics
  8.10 POST   /process-definitions/{processDefinitionKey}/variable-names/search searchProcessDefinitionVariableNames
  8.8  GET    /process-definitions/{processDefinitionKey}/xml getProcessDefinitionXML
  8.9  POST   /process-definitions/statistics/process-instances-by-version getProcessDefinitionInstanceVersionStatistics
Process instance
  8.6  POST   /process-instances createProcessInstance
  8.8  POST   /process-instances/cancellation cancelProcessInstancesBatchOperation
  8.9  POST   /process-instances/deletion deleteProcessInstancesBatchOperation
  8.8  POST   /process-instances/incident-resolution resolveIncidentsBatchOperation
  8.8  POST   /process-instances/migration migrateProcessInstancesBatchOperation
  8.8  POST   /process-instances/modification modifyProcessInstancesBatchOperation
  8.10 POST   /process-instances/resumption resumeProcessInstancesBatchOperation
  8.6  POST   /process-instances/search searchProcessInstances
  8.10 POST   /process-instances/suspension suspendProcessInstancesBatchOperation
  8.8  GET    /process-instances/{processInstanceKey} getProcessInstance
  8.10 POST   /process-instances/{processInstanceKey}/business-id-assignment assignProcessInstanceBusinessId
  8.8  GET    /process-instances/{processInstanceKey}/call-hierarchy getProcessInstanceCallHierarchy
  8.6  POST   /process-instances/{processInstanceKey}/cancellation cancelProcessInstance
  8.9  POST   /process-instances/{processInstanceKey}/deletion deleteProcessInstance
  8.9  POST   /process-instances/{processInstanceKey}/incident-resolution resolveProcessInstanceIncidents
  8.8  POST   /process-instances/{processInstanceKey}/incidents/search searchProcessInstanceIncidents
  8.6  POST   /process-instances/{processInstanceKey}/migration migrateProcessInstance
  8.6  POST   /process-instances/{processInstanceKey}/modification modifyProcessInstance
  8.10 POST   /process-instances/{processInstanceKey}/resumption resumeProcessInstance
  8.8  GET    /process-instances/{processInstanceKey}/sequence-flows getProcessInstanceSequenceFlows
  8.8  GET    /process-instances/{processInstanceKey}/statistics/element-instances getProcessInstanceStatistics
  8.10 GET    /process-instances/{processInstanceKey}/statistics/wait-states getProcessInstanceWaitStateStatistics
  8.10 POST   /process-instances/{processInstanceKey}/suspension suspendProcessInstance
Recovery
  8.10 PATCH  /mode changeClusterMode
  8.10 POST   /restore restore
  8.10 GET    /restore getRestoreStatus
  8.10 PATCH  /cluster/v2/mode changeClusterModeAsClusterAdmin
  8.10 POST   /cluster/v2/restore restoreAsClusterAdmin
Resource
  8.6  POST   /deployments createDeployment
  8.10 POST   /resources/search searchResources
  8.7  GET    /resources/{resourceKey} getResource
  8.7  GET    /resources/{resourceKey}/content getResourceContent
  8.10 GET    /resources/{resourceKey}/content/binary getResourceContentBinary
  8.6  POST   /resources/{resourceKey}/deletion deleteResource
Role
  8.8  POST   /roles createRole
  8.8  POST   /roles/search searchRoles
  8.8  GET    /roles/{roleId} getRole
  8.8  PUT    /roles/{roleId} updateRole
  8.8  DELETE /roles/{roleId} deleteRole
  8.8  POST   /roles/{roleId}/clients/search searchClientsForRole
  8.8  PUT    /roles/{roleId}/clients/{clientId} assignRoleToClient
  8.8  DELETE /roles/{roleId}/clients/{clientId} unassignRoleFromClient
  8.8  POST   /roles/{roleId}/groups/search searchGroupsForRole
  8.8  PUT    /roles/{roleId}/groups/{groupId} assignRoleToGroup
  8.8  DELETE /roles/{roleId}/groups/{groupId} unassignRoleFromGroup
  8.8  POST   /roles/{roleId}/mapping-rules/search searchMappingRulesForRole
  8.8  PUT    /roles/{roleId}/mapping-rules/{mappingRuleId} assignRoleToMappingRule
  8.8  DELETE /roles/{roleId}/mapping-rules/{mappingRuleId} unassignRoleFromMappingRule
  8.8  POST   /roles/{roleId}/users/search searchUsersForRole
  8.8  PUT    /roles/{roleId}/users/{username} assignRoleToUser
  8.8  DELETE /roles/{roleId}/users/{username} unassignRoleFromUser
Secret
  8.10 POST   /secrets/resolve resolveSecrets
  8.10 POST   /secrets/list listSecrets
Setup
  8.8  POST   /setup/user createAdminUser
Signal
  8.6  POST   /signals/broadcast broadcastSignal
System
  8.8  GET    /system/usage-metrics getUsageMetrics
  8.9  GET    /system/configuration getSystemConfiguration
Tenant
  8.8  POST   /tenants createTenant
  8.8  POST   /tenants/search searchTenants
  8.8  GET    /tenants/{tenantId} getTenant
  8.8  PUT    /tenants/{tenantId} updateTenant
  8.8  DELETE /tenants/{tenantId} deleteTenant
  8.8  POST   /tenants/{tenantId}/clients/search searchClientsForTenant
  8.8  PUT    /tenants/{tenantId}/clients/{clientId} assignClientToTenant
  8.8  DELETE /tenants/{tenantId}/clients/{clientId} unassignClientFromTenant
  8.8  POST   /tenants/{tenantId}/groups/search searchGroupIdsForTenant
  8.8  PUT    /tenants/{tenantId}/groups/{groupId} assignGroupToTenant
  8.8  DELETE /tenants/{tenantId}/groups/{groupId} unassignGroupFromTenant
  8.8  POST   /tenants/{tenantId}/mapping-rules/search searchMappingRulesForTenant
  8.8  PUT    /tenants/{tenantId}/mapping-rules/{mappingRuleId} assignMappingRuleToTenant
  8.8  DELETE /tenants/{tenantId}/mapping-rules/{mappingRuleId} unassignMappingRuleFromTenant
  8.8  POST   /tenants/{tenantId}/roles/search searchRolesForTenant
  8.8  PUT    /tenants/{tenantId}/roles/{roleId} assignRoleToTenant
  8.8  DELETE /tenants/{tenantId}/roles/{roleId} unassignRoleFromTenant
  8.8  POST   /tenants/{tenantId}/users/search searchUsersForTenant
  8.8  PUT    /tenants/{tenantId}/users/{username} assignUserToTenant
  8.8  DELETE /tenants/{tenantId}/users/{username} unassignUserFromTenant
User
  8.8  POST   /users createUser
  8.8  POST   /users/search searchUsers
  8.8  GET    /users/{username} getUser
  8.8  PUT    /users/{username} updateUser
  8.8  DELETE /users/{username} deleteUser
User task
  8.6  POST   /user-tasks/search searchUserTasks
  8.8  GET    /user-tasks/{userTaskKey} getUserTask
  8.5  PATCH  /user-tasks/{userTaskKey} updateUserTask
  8.5  DELETE /user-tasks/{userTaskKey}/assignee unassignUserTask
  8.5  POST   /user-tasks/{userTaskKey}/assignment assignUserTask
  8.9  POST   /user-tasks/{userTaskKey}/audit-logs/search searchUserTaskAuditLogs
  8.5  POST   /user-tasks/{userTaskKey}/completion completeUserTask
  8.8  POST   /user-tasks/{userTaskKey}/effective-variables/search searchUserTaskEffectiveVariables
  8.8  GET    /user-tasks/{userTaskKey}/form getUserTaskForm
  8.8  POST   /user-tasks/{userTaskKey}/variables/search searchUserTaskVariables
Variable
  8.8  POST   /variables/search searchVariables
  8.8  GET    /variables/{variableKey} getVariable
`;

export interface RestOperation {
  readonly tag: string;
  /** Minor version that first had it: `8.9`. */
  readonly since: string;
  readonly method: string;
  /** From the server's root on: `/v2/jobs/{jobKey}`. */
  readonly path: string;
  readonly operationId: string;
}

export const restOperations: readonly RestOperation[] = readTable();

/** Operations from version 8.10 on come as they are needed; those before are all promised. */
export function isPromised({ since }: RestOperation): boolean {
  return Number(since.split('.')[1]) <= 9;
}

/** Why no operation of these tags exists: the server does not know users and permissions. */
const withoutIdentity: ReadonlySet<string> = new Set([
  'Authentication',
  'Authorization',
  'Group',
  'Mapping rule',
  'Role',
  'Setup',
  'Tenant',
  'User',
]);

/** @returns why a promised operation does not exist; `undefined` = it must. */
export function reasonOfAbsence({ tag }: RestOperation): string | undefined {
  return withoutIdentity.has(tag) ? 'users, groups, roles, tenants and permissions are not known yet' : undefined;
}

function readTable(): RestOperation[] {
  let tag = '';
  const operations: RestOperation[] = [];
  for (const line of table.trim().split('\n')) {
    if (!line.startsWith(' ')) {
      tag = line;
      continue;
    }
    const [since = '', method = '', path = '', operationId = ''] = line.trim().split(/ +/);
    operations.push({ tag, since, method, path: path.startsWith('/cluster/') ? path : `/v2${path}`, operationId });
  }
  return operations;
}
