// Made by `npm run web-api` from the OpenAPI document. Not edited by hand.

import type { Operation } from '../operation.ts';

export type ActivatedJobResult = { readonly type: string; readonly processDefinitionId: ProcessDefinitionId; readonly processDefinitionVersion: number; readonly elementId: ElementId; readonly customHeaders: { readonly [name: string]: unknown }; readonly worker: string; readonly retries: number; readonly deadline: number; readonly variables: { readonly [name: string]: unknown }; readonly tenantId: TenantId; readonly physicalTenantId: string; readonly jobKey: JobKey; readonly processInstanceKey: ProcessInstanceKey; readonly processDefinitionKey: ProcessDefinitionKey; readonly elementInstanceKey: ElementInstanceKey; readonly kind: JobKindEnum; readonly listenerEventType: JobListenerEventTypeEnum; readonly userTask: UserTaskProperties | null; readonly tags: TagSet; readonly rootProcessInstanceKey: ProcessInstanceKey | null; readonly businessId: BusinessId | null; readonly priority: number; readonly leaseToken: string | null };

export type AdHocSubProcessActivateActivitiesInstruction = { readonly elements: readonly (AdHocSubProcessActivateActivityReference)[]; readonly cancelRemainingInstances?: boolean };

export type AdHocSubProcessActivateActivityReference = { readonly elementId: ElementId; readonly variables?: { readonly [name: string]: unknown } };

export type AgentDefinitionFilter = { readonly agentDefinitionKey?: AgentDefinitionKeyFilterProperty; readonly agentType?: AgentDefinitionTypeFilterProperty; readonly name?: StringFilterProperty; readonly elementId?: StringFilterProperty; readonly processDefinitionId?: StringFilterProperty; readonly processDefinitionKey?: ProcessDefinitionKeyFilterProperty; readonly processDefinitionVersion?: IntegerFilterProperty; readonly processDefinitionVersionTag?: StringFilterProperty; readonly tenantId?: StringFilterProperty };

export type AgentDefinitionKey = LongKey;

export type AgentDefinitionKeyFilterProperty = (string | { readonly $eq?: string; readonly $neq?: string; readonly $exists?: boolean; readonly $in?: readonly (string)[]; readonly $notIn?: readonly (string)[] });

export type AgentDefinitionResult = { readonly agentDefinitionKey: AgentDefinitionKey; readonly agentType: ("AI_AGENT_SUB_PROCESS" | "AI_AGENT_TASK" | "EXTERNAL_AGENT"); readonly name: string; readonly elementId: string; readonly processDefinitionId: string; readonly processDefinitionKey: ProcessDefinitionKey; readonly processDefinitionVersion: number; readonly processDefinitionVersionTag: string | null; readonly tenantId: string };

export type AgentDefinitionSearchQuery = { readonly filter?: AgentDefinitionFilter; readonly sort?: readonly (AgentDefinitionSearchQuerySortRequest)[]; readonly page?: SearchQueryPageRequest };

export type AgentDefinitionSearchQueryResult = { readonly items: readonly (AgentDefinitionResult)[]; readonly page: SearchQueryPageResponse };

export type AgentDefinitionSearchQuerySortRequest = { readonly field: ("agentDefinitionKey" | "agentType" | "name" | "elementId" | "processDefinitionId" | "processDefinitionKey" | "processDefinitionVersion" | "processDefinitionVersionTag" | "tenantId"); readonly order?: SortOrderEnum };

export type AgentDefinitionTypeFilterProperty = (("AI_AGENT_SUB_PROCESS" | "AI_AGENT_TASK" | "EXTERNAL_AGENT") | { readonly $eq?: ("AI_AGENT_SUB_PROCESS" | "AI_AGENT_TASK" | "EXTERNAL_AGENT"); readonly $neq?: ("AI_AGENT_SUB_PROCESS" | "AI_AGENT_TASK" | "EXTERNAL_AGENT"); readonly $exists?: boolean; readonly $in?: readonly (("AI_AGENT_SUB_PROCESS" | "AI_AGENT_TASK" | "EXTERNAL_AGENT"))[]; readonly $notIn?: readonly (("AI_AGENT_SUB_PROCESS" | "AI_AGENT_TASK" | "EXTERNAL_AGENT"))[]; readonly $like?: string });

export type AncestorScopeInstruction = (DirectAncestorKeyInstruction | InferredAncestorKeyInstruction | UseSourceParentKeyInstruction);

export type AuditLogActorTypeFilterProperty = (("ANONYMOUS" | "CLIENT" | "UNKNOWN" | "USER") | { readonly $eq?: ("ANONYMOUS" | "CLIENT" | "UNKNOWN" | "USER"); readonly $neq?: ("ANONYMOUS" | "CLIENT" | "UNKNOWN" | "USER"); readonly $exists?: boolean; readonly $in?: readonly (("ANONYMOUS" | "CLIENT" | "UNKNOWN" | "USER"))[]; readonly $like?: string });

export type AuditLogEntityKeyFilterProperty = (string | { readonly $eq?: string; readonly $neq?: string; readonly $exists?: boolean; readonly $in?: readonly (string)[]; readonly $notIn?: readonly (string)[] });

export type AuditLogFilter = { readonly auditLogKey?: AuditLogKeyFilterProperty; readonly entityKey?: AuditLogEntityKeyFilterProperty; readonly entityType?: EntityTypeFilterProperty; readonly operationType?: OperationTypeFilterProperty; readonly batchOperationType?: BatchOperationTypeFilterProperty; readonly timestamp?: DateTimeFilterProperty; readonly actorId?: StringFilterProperty; readonly actorType?: AuditLogActorTypeFilterProperty; readonly agentElementId?: StringFilterProperty; readonly tenantId?: StringFilterProperty; readonly result?: AuditLogResultFilterProperty; readonly category?: CategoryFilterProperty; readonly processDefinitionId?: StringFilterProperty; readonly processDefinitionKey?: ProcessDefinitionKeyFilterProperty; readonly processInstanceKey?: ProcessInstanceKeyFilterProperty; readonly elementInstanceKey?: ElementInstanceKeyFilterProperty; readonly jobKey?: JobKeyFilterProperty; readonly userTaskKey?: BasicStringFilterProperty; readonly decisionRequirementsId?: StringFilterProperty; readonly decisionRequirementsKey?: DecisionRequirementsKeyFilterProperty; readonly decisionDefinitionId?: StringFilterProperty; readonly decisionDefinitionKey?: DecisionDefinitionKeyFilterProperty; readonly decisionEvaluationKey?: DecisionEvaluationKeyFilterProperty; readonly deploymentKey?: DeploymentKeyFilterProperty; readonly formKey?: FormKeyFilterProperty; readonly resourceKey?: ResourceKeyFilterProperty; readonly relatedEntityKey?: AuditLogEntityKeyFilterProperty; readonly relatedEntityType?: EntityTypeFilterProperty; readonly entityDescription?: StringFilterProperty; readonly inboundChannelType?: StringFilterProperty; readonly inboundChannelToolName?: StringFilterProperty };

export type AuditLogKey = LongKey;

export type AuditLogKeyFilterProperty = (string | { readonly $eq?: string; readonly $neq?: string; readonly $exists?: boolean; readonly $in?: readonly (string)[]; readonly $notIn?: readonly (string)[] });

export type AuditLogResult = { readonly auditLogKey: AuditLogKey; readonly entityKey: string; readonly entityType: ("AUTHORIZATION" | "BATCH" | "DECISION" | "GROUP" | "INCIDENT" | "JOB" | "MAPPING_RULE" | "PROCESS_INSTANCE" | "RESOURCE" | "ROLE" | "TENANT" | "USER" | "USER_TASK" | "VARIABLE" | "CLIENT"); readonly operationType: ("ASSIGN" | "CANCEL" | "COMPLETE" | "CREATE" | "DELETE" | "EVALUATE" | "MIGRATE" | "MODIFY" | "RESOLVE" | "RESUME" | "SUSPEND" | "UNASSIGN" | "UNKNOWN" | "UPDATE"); readonly batchOperationKey: BatchOperationKey | null; readonly batchOperationType: ("ADD_VARIABLE" | "CANCEL_PROCESS_INSTANCE" | "DELETE_DECISION_DEFINITION" | "DELETE_DECISION_INSTANCE" | "DELETE_PROCESS_DEFINITION" | "DELETE_PROCESS_INSTANCE" | "MIGRATE_PROCESS_INSTANCE" | "MODIFY_PROCESS_INSTANCE" | "RESOLVE_INCIDENT" | "RESUME_PROCESS_INSTANCE" | "SUSPEND_PROCESS_INSTANCE" | "UPDATE_JOB" | "UPDATE_VARIABLE") | null; readonly timestamp: string; readonly actorId: string | null; readonly actorType: ("ANONYMOUS" | "CLIENT" | "UNKNOWN" | "USER") | null; readonly agentElementId: string | null; readonly tenantId: string | null; readonly result: ("FAIL" | "SUCCESS"); readonly category: ("ADMIN" | "DEPLOYED_RESOURCES" | "USER_TASKS"); readonly processDefinitionId: string | null; readonly processDefinitionKey: ProcessDefinitionKey | null; readonly processInstanceKey: ProcessInstanceKey | null; readonly rootProcessInstanceKey: ProcessInstanceKey | null; readonly elementInstanceKey: ElementInstanceKey | null; readonly jobKey: JobKey | null; readonly userTaskKey: UserTaskKey | null; readonly decisionRequirementsId: string | null; readonly decisionRequirementsKey: DecisionRequirementsKey | null; readonly decisionDefinitionId: string | null; readonly decisionDefinitionKey: DecisionDefinitionKey | null; readonly decisionEvaluationKey: DecisionEvaluationKey | null; readonly deploymentKey: DeploymentKey | null; readonly formKey: FormKey | null; readonly resourceKey: ResourceKey | null; readonly relatedEntityKey: string | null; readonly relatedEntityType: ("AUTHORIZATION" | "BATCH" | "DECISION" | "GROUP" | "INCIDENT" | "JOB" | "MAPPING_RULE" | "PROCESS_INSTANCE" | "RESOURCE" | "ROLE" | "TENANT" | "USER" | "USER_TASK" | "VARIABLE" | "CLIENT") | null; readonly entityDescription: string | null; readonly inboundChannelType: string | null; readonly inboundChannelToolName: string | null };

export type AuditLogResultFilterProperty = (("FAIL" | "SUCCESS") | { readonly $eq?: ("FAIL" | "SUCCESS"); readonly $neq?: ("FAIL" | "SUCCESS"); readonly $exists?: boolean; readonly $in?: readonly (("FAIL" | "SUCCESS"))[]; readonly $like?: string });

export type AuditLogSearchQuery = { readonly filter?: AuditLogFilter; readonly sort?: readonly (AuditLogSearchQuerySortRequest)[]; readonly page?: SearchQueryPageRequest };

export type AuditLogSearchQueryResult = { readonly items: readonly (AuditLogResult)[]; readonly page: SearchQueryPageResponse };

export type AuditLogSearchQuerySortRequest = { readonly field: ("auditLogKey" | "entityKey" | "entityType" | "operationType" | "batchOperationKey" | "batchOperationType" | "timestamp" | "actorId" | "actorType" | "tenantId" | "result" | "category" | "processDefinitionId" | "processDefinitionKey" | "processInstanceKey" | "elementInstanceKey" | "jobKey" | "userTaskKey" | "decisionRequirementsId" | "decisionRequirementsKey" | "decisionDefinitionId" | "decisionDefinitionKey" | "decisionEvaluationKey" | "inboundChannelType" | "inboundChannelToolName"); readonly order?: SortOrderEnum };

export type AuthenticationConfigurationResponse = { readonly canLogout: boolean; readonly isLoginDelegated: boolean };

export type BasicStringFilterProperty = (string | { readonly $eq?: string; readonly $neq?: string; readonly $exists?: boolean; readonly $in?: readonly (string)[]; readonly $notIn?: readonly (string)[] });

export type BatchOperationCreatedResult = { readonly batchOperationKey: BatchOperationKey; readonly batchOperationType: BatchOperationTypeEnum };

export type BatchOperationError = { readonly partitionId: number; readonly type: ("QUERY_FAILED" | "RESULT_BUFFER_SIZE_EXCEEDED"); readonly message: string };

export type BatchOperationFilter = { readonly batchOperationKey?: BasicStringFilterProperty; readonly state?: BatchOperationStateFilterProperty; readonly operationType?: BatchOperationTypeFilterProperty; readonly actorType?: ("ANONYMOUS" | "CLIENT" | "UNKNOWN" | "USER"); readonly actorId?: StringFilterProperty };

export type BatchOperationItemFilter = { readonly operationType?: BatchOperationTypeFilterProperty; readonly batchOperationKey?: BasicStringFilterProperty; readonly itemKey?: BasicStringFilterProperty; readonly processInstanceKey?: ProcessInstanceKeyFilterProperty; readonly state?: BatchOperationItemStateFilterProperty };

export type BatchOperationItemKey = LongKey;

export type BatchOperationItemResult = { readonly operationType: ("ADD_VARIABLE" | "CANCEL_PROCESS_INSTANCE" | "DELETE_DECISION_DEFINITION" | "DELETE_DECISION_INSTANCE" | "DELETE_PROCESS_DEFINITION" | "DELETE_PROCESS_INSTANCE" | "MIGRATE_PROCESS_INSTANCE" | "MODIFY_PROCESS_INSTANCE" | "RESOLVE_INCIDENT" | "RESUME_PROCESS_INSTANCE" | "SUSPEND_PROCESS_INSTANCE" | "UPDATE_JOB" | "UPDATE_VARIABLE"); readonly batchOperationKey: BatchOperationKey; readonly itemKey: BatchOperationItemKey; readonly processInstanceKey: ProcessInstanceKey | null; readonly rootProcessInstanceKey: ProcessInstanceKey | null; readonly state: ("ACTIVE" | "COMPLETED" | "CANCELED" | "FAILED"); readonly processedDate: string | null; readonly errorMessage: string | null };

export type BatchOperationItemSearchQuery = { readonly filter?: BatchOperationItemFilter; readonly sort?: readonly (BatchOperationItemSearchQuerySortRequest)[]; readonly page?: SearchQueryPageRequest };

export type BatchOperationItemSearchQueryResult = { readonly items: readonly (BatchOperationItemResult)[]; readonly page: SearchQueryPageResponse };

export type BatchOperationItemSearchQuerySortRequest = { readonly field: ("batchOperationKey" | "itemKey" | "processInstanceKey" | "state" | "processedDate"); readonly order?: SortOrderEnum };

export type BatchOperationItemStateFilterProperty = (("ACTIVE" | "COMPLETED" | "CANCELED" | "FAILED") | { readonly $eq?: ("ACTIVE" | "COMPLETED" | "CANCELED" | "FAILED"); readonly $neq?: ("ACTIVE" | "COMPLETED" | "CANCELED" | "FAILED"); readonly $exists?: boolean; readonly $in?: readonly (("ACTIVE" | "COMPLETED" | "CANCELED" | "FAILED"))[]; readonly $like?: string });

export type BatchOperationKey = string;

export type BatchOperationResult = { readonly batchOperationKey: BatchOperationKey; readonly state: ("ACTIVE" | "CANCELED" | "COMPLETED" | "CREATED" | "FAILED" | "PARTIALLY_COMPLETED" | "SUSPENDED"); readonly batchOperationType: ("ADD_VARIABLE" | "CANCEL_PROCESS_INSTANCE" | "DELETE_DECISION_DEFINITION" | "DELETE_DECISION_INSTANCE" | "DELETE_PROCESS_DEFINITION" | "DELETE_PROCESS_INSTANCE" | "MIGRATE_PROCESS_INSTANCE" | "MODIFY_PROCESS_INSTANCE" | "RESOLVE_INCIDENT" | "RESUME_PROCESS_INSTANCE" | "SUSPEND_PROCESS_INSTANCE" | "UPDATE_JOB" | "UPDATE_VARIABLE"); readonly startDate: string | null; readonly endDate: string | null; readonly actorType: ("ANONYMOUS" | "CLIENT" | "UNKNOWN" | "USER") | null; readonly actorId: string | null; readonly operationsTotalCount: number; readonly operationsFailedCount: number; readonly operationsCompletedCount: number; readonly errors: readonly (BatchOperationError)[] };

export type BatchOperationSearchQuery = { readonly filter?: BatchOperationFilter; readonly sort?: readonly (BatchOperationSearchQuerySortRequest)[]; readonly page?: SearchQueryPageRequest };

export type BatchOperationSearchQueryResult = { readonly items: readonly (BatchOperationResult)[]; readonly page: SearchQueryPageResponse };

export type BatchOperationSearchQuerySortRequest = { readonly field: ("batchOperationKey" | "state" | "operationType" | "startDate" | "endDate" | "actorType" | "actorId"); readonly order?: SortOrderEnum };

export type BatchOperationStateFilterProperty = (("ACTIVE" | "CANCELED" | "COMPLETED" | "CREATED" | "FAILED" | "PARTIALLY_COMPLETED" | "SUSPENDED") | { readonly $eq?: ("ACTIVE" | "CANCELED" | "COMPLETED" | "CREATED" | "FAILED" | "PARTIALLY_COMPLETED" | "SUSPENDED"); readonly $neq?: ("ACTIVE" | "CANCELED" | "COMPLETED" | "CREATED" | "FAILED" | "PARTIALLY_COMPLETED" | "SUSPENDED"); readonly $exists?: boolean; readonly $in?: readonly (("ACTIVE" | "CANCELED" | "COMPLETED" | "CREATED" | "FAILED" | "PARTIALLY_COMPLETED" | "SUSPENDED"))[]; readonly $like?: string });

export type BatchOperationTypeEnum = ("CANCEL_PROCESS_INSTANCE" | "RESOLVE_INCIDENT" | "MIGRATE_PROCESS_INSTANCE" | "MODIFY_PROCESS_INSTANCE" | "DELETE_PROCESS_INSTANCE" | "SUSPEND_PROCESS_INSTANCE" | "RESUME_PROCESS_INSTANCE" | "UPDATE_JOB" | "DELETE_DECISION_INSTANCE");

export type BatchOperationTypeFilterProperty = (("ADD_VARIABLE" | "CANCEL_PROCESS_INSTANCE" | "DELETE_DECISION_DEFINITION" | "DELETE_DECISION_INSTANCE" | "DELETE_PROCESS_DEFINITION" | "DELETE_PROCESS_INSTANCE" | "MIGRATE_PROCESS_INSTANCE" | "MODIFY_PROCESS_INSTANCE" | "RESOLVE_INCIDENT" | "RESUME_PROCESS_INSTANCE" | "SUSPEND_PROCESS_INSTANCE" | "UPDATE_JOB" | "UPDATE_VARIABLE") | { readonly $eq?: ("ADD_VARIABLE" | "CANCEL_PROCESS_INSTANCE" | "DELETE_DECISION_DEFINITION" | "DELETE_DECISION_INSTANCE" | "DELETE_PROCESS_DEFINITION" | "DELETE_PROCESS_INSTANCE" | "MIGRATE_PROCESS_INSTANCE" | "MODIFY_PROCESS_INSTANCE" | "RESOLVE_INCIDENT" | "RESUME_PROCESS_INSTANCE" | "SUSPEND_PROCESS_INSTANCE" | "UPDATE_JOB" | "UPDATE_VARIABLE"); readonly $neq?: ("ADD_VARIABLE" | "CANCEL_PROCESS_INSTANCE" | "DELETE_DECISION_DEFINITION" | "DELETE_DECISION_INSTANCE" | "DELETE_PROCESS_DEFINITION" | "DELETE_PROCESS_INSTANCE" | "MIGRATE_PROCESS_INSTANCE" | "MODIFY_PROCESS_INSTANCE" | "RESOLVE_INCIDENT" | "RESUME_PROCESS_INSTANCE" | "SUSPEND_PROCESS_INSTANCE" | "UPDATE_JOB" | "UPDATE_VARIABLE"); readonly $exists?: boolean; readonly $in?: readonly (("ADD_VARIABLE" | "CANCEL_PROCESS_INSTANCE" | "DELETE_DECISION_DEFINITION" | "DELETE_DECISION_INSTANCE" | "DELETE_PROCESS_DEFINITION" | "DELETE_PROCESS_INSTANCE" | "MIGRATE_PROCESS_INSTANCE" | "MODIFY_PROCESS_INSTANCE" | "RESOLVE_INCIDENT" | "RESUME_PROCESS_INSTANCE" | "SUSPEND_PROCESS_INSTANCE" | "UPDATE_JOB" | "UPDATE_VARIABLE"))[]; readonly $like?: string });

export type BrokerInfo = { readonly nodeId: number; readonly brokerId: string; readonly host: string; readonly port: number; readonly partitions: readonly (Partition)[]; readonly version: string };

export type BusinessId = string;

export type CancelProcessInstanceRequest = { readonly operationReference?: OperationReference } | null;

export type CategoryFilterProperty = (("ADMIN" | "DEPLOYED_RESOURCES" | "USER_TASKS") | { readonly $eq?: ("ADMIN" | "DEPLOYED_RESOURCES" | "USER_TASKS"); readonly $neq?: ("ADMIN" | "DEPLOYED_RESOURCES" | "USER_TASKS"); readonly $exists?: boolean; readonly $in?: readonly (("ADMIN" | "DEPLOYED_RESOURCES" | "USER_TASKS"))[]; readonly $like?: string });

export type Changeset = { readonly dueDate?: string | null; readonly followUpDate?: string | null; readonly candidateUsers?: readonly (string)[] | null; readonly candidateGroups?: readonly (string)[] | null; readonly priority?: number | null } | null;

export type ClockPinRequest = { readonly timestamp: number };

export type CloudConfigurationResponse = { readonly stage: ("dev" | "int" | "prod") | null };

export type ClusterBrokerInfo = { readonly brokerId: string; readonly host: string; readonly port: number; readonly version: string };

export type ClusterStatusResponse = { readonly status: ("HEALTHY" | "DEGRADED" | "DOWN") };

export type ClusterTopologyResponse = { readonly brokers: readonly (ClusterBrokerInfo)[]; readonly clusterId: string | null; readonly clusterSize: number; readonly gatewayVersion: string | null; readonly physicalTenants: readonly (PhysicalTenantTopology)[] };

export type ClusterVariableFilter = { readonly name?: StringFilterProperty; readonly scope?: ClusterVariableScopeFilterProperty; readonly tenantId?: StringFilterProperty; readonly kind?: ClusterVariableKindFilterProperty; readonly value?: StringFilterProperty; readonly isTruncated?: boolean };

export type ClusterVariableKindEnum = ("JSON" | "SECRET_REFERENCE");

export type ClusterVariableKindFilterProperty = (("JSON" | "SECRET_REFERENCE") | { readonly $eq?: ("JSON" | "SECRET_REFERENCE"); readonly $neq?: ("JSON" | "SECRET_REFERENCE"); readonly $exists?: boolean; readonly $in?: readonly (("JSON" | "SECRET_REFERENCE"))[]; readonly $like?: string });

export type ClusterVariableName = string;

export type ClusterVariableResult = { readonly name: ClusterVariableName; readonly scope: ClusterVariableScopeEnum; readonly tenantId: TenantId | null; readonly metadata: { readonly [name: string]: unknown }; readonly kind: ClusterVariableKindEnum; readonly value: string };

export type ClusterVariableScopeEnum = ("GLOBAL" | "TENANT");

export type ClusterVariableScopeFilterProperty = (("GLOBAL" | "TENANT") | { readonly $eq?: ("GLOBAL" | "TENANT"); readonly $neq?: ("GLOBAL" | "TENANT"); readonly $exists?: boolean; readonly $in?: readonly (("GLOBAL" | "TENANT"))[]; readonly $like?: string });

export type ClusterVariableSearchQuery = { readonly filter?: ClusterVariableFilter; readonly sort?: readonly (ClusterVariableSearchQuerySortRequest)[]; readonly page?: SearchQueryPageRequest };

export type ClusterVariableSearchQueryResult = { readonly items: readonly (ClusterVariableSearchResult)[]; readonly page: SearchQueryPageResponse };

export type ClusterVariableSearchQuerySortRequest = { readonly field: ("name" | "scope" | "tenantId" | "value"); readonly order?: SortOrderEnum };

export type ClusterVariableSearchResult = { readonly name: string; readonly scope: ("GLOBAL" | "TENANT"); readonly tenantId: string | null; readonly metadata: { readonly [name: string]: unknown }; readonly kind: ("JSON" | "SECRET_REFERENCE"); readonly value: string; readonly isTruncated: boolean };

export type ComponentsConfigurationResponse = { readonly active: readonly (string)[] };

export type ConditionalEvaluationInstruction = { readonly tenantId?: TenantId; readonly processDefinitionKey?: ProcessDefinitionKey; readonly variables: { readonly [name: string]: unknown } };

export type ConditionalEvaluationKey = LongKey;

export type CorrelatedMessageSubscriptionFilter = { readonly businessId?: StringFilterProperty; readonly correlationKey?: StringFilterProperty; readonly correlationTime?: DateTimeFilterProperty; readonly elementId?: StringFilterProperty; readonly elementInstanceKey?: ElementInstanceKeyFilterProperty; readonly messageKey?: MessageKeyFilterProperty; readonly messageName?: StringFilterProperty; readonly partitionId?: IntegerFilterProperty; readonly processDefinitionId?: StringFilterProperty; readonly processDefinitionKey?: ProcessDefinitionKeyFilterProperty; readonly processInstanceKey?: ProcessInstanceKeyFilterProperty; readonly subscriptionKey?: MessageSubscriptionKeyFilterProperty; readonly tenantId?: StringFilterProperty };

export type CorrelatedMessageSubscriptionResult = { readonly businessId: string | null; readonly correlationKey: string | null; readonly correlationTime: string; readonly elementId: string; readonly elementInstanceKey: ElementInstanceKey | null; readonly messageKey: MessageKey; readonly messageName: string; readonly partitionId: number; readonly processDefinitionId: string; readonly processDefinitionKey: ProcessDefinitionKey; readonly processInstanceKey: ProcessInstanceKey; readonly rootProcessInstanceKey: ProcessInstanceKey | null; readonly subscriptionKey: MessageSubscriptionKey; readonly tenantId: string };

export type CorrelatedMessageSubscriptionSearchQuery = { readonly filter?: CorrelatedMessageSubscriptionFilter; readonly sort?: readonly (CorrelatedMessageSubscriptionSearchQuerySortRequest)[]; readonly page?: SearchQueryPageRequest };

export type CorrelatedMessageSubscriptionSearchQueryResult = { readonly items: readonly (CorrelatedMessageSubscriptionResult)[]; readonly page: SearchQueryPageResponse };

export type CorrelatedMessageSubscriptionSearchQuerySortRequest = { readonly field: ("businessId" | "correlationKey" | "correlationTime" | "elementId" | "elementInstanceKey" | "messageKey" | "messageName" | "partitionId" | "processDefinitionId" | "processDefinitionKey" | "processInstanceKey" | "subscriptionKey" | "tenantId"); readonly order?: SortOrderEnum };

export type CreateClusterVariableRequest = { readonly name: ClusterVariableName; readonly value: unknown };

export type CreateGlobalTaskListenerRequest = { readonly id: GlobalListenerId; readonly type: string; readonly eventTypes: readonly (GlobalTaskListenerEventTypeEnum)[]; readonly retries?: number; readonly afterNonGlobal?: boolean; readonly priority?: number };

export type CreateProcessInstanceResult = { readonly processDefinitionId: ProcessDefinitionId; readonly processDefinitionVersion: number; readonly tenantId: TenantId; readonly variables: { readonly [name: string]: unknown }; readonly processDefinitionKey: ProcessDefinitionKey; readonly processInstanceKey: ProcessInstanceKey; readonly tags: TagSet; readonly businessId: BusinessId | null };

export type CreateSavedFilterRequest = { readonly app: SavedFilterAppEnum; readonly owner: string; readonly name: string; readonly isShared: boolean; readonly content: { readonly [name: string]: unknown } };

export type CreateUserTaskCommentRequest = { readonly author: string; readonly text: string };

export type CursorForwardPagination = { readonly after?: string; readonly limit?: number };

export type DateTimeFilterProperty = (string | { readonly $eq?: string; readonly $neq?: string; readonly $exists?: boolean; readonly $gt?: string; readonly $gte?: string; readonly $lt?: string; readonly $lte?: string; readonly $in?: readonly (string)[] });

export type DecisionDefinitionFilter = { readonly decisionDefinitionKey?: string; readonly decisionDefinitionId?: string; readonly name?: string; readonly version?: number; readonly decisionRequirementsId?: string; readonly decisionRequirementsKey?: string; readonly decisionRequirementsName?: string; readonly decisionRequirementsVersion?: number; readonly tenantId?: string; readonly isLatestVersion?: boolean };

export type DecisionDefinitionId = string;

export type DecisionDefinitionKey = LongKey;

export type DecisionDefinitionKeyFilterProperty = (string | { readonly $eq?: string; readonly $neq?: string; readonly $exists?: boolean; readonly $in?: readonly (string)[]; readonly $notIn?: readonly (string)[] });

export type DecisionDefinitionResult = { readonly decisionDefinitionKey: DecisionDefinitionKey; readonly decisionDefinitionId: string; readonly name: string; readonly version: number; readonly decisionRequirementsId: string; readonly decisionRequirementsKey: DecisionRequirementsKey; readonly decisionRequirementsName: string; readonly decisionRequirementsVersion: number; readonly tenantId: string };

export type DecisionDefinitionSearchQuery = { readonly filter?: DecisionDefinitionFilter; readonly sort?: readonly (DecisionDefinitionSearchQuerySortRequest)[]; readonly page?: SearchQueryPageRequest };

export type DecisionDefinitionSearchQueryResult = { readonly items: readonly (DecisionDefinitionResult)[]; readonly page: SearchQueryPageResponse };

export type DecisionDefinitionSearchQuerySortRequest = { readonly field: ("decisionDefinitionKey" | "decisionDefinitionId" | "name" | "version" | "decisionRequirementsId" | "decisionRequirementsKey" | "decisionRequirementsName" | "decisionRequirementsVersion" | "tenantId"); readonly order?: SortOrderEnum };

export type DecisionEvaluationById = { readonly decisionDefinitionId: DecisionDefinitionId; readonly variables?: { readonly [name: string]: unknown }; readonly tenantId?: TenantId };

export type DecisionEvaluationByKey = { readonly decisionDefinitionKey: DecisionDefinitionKey; readonly variables?: { readonly [name: string]: unknown }; readonly tenantId?: TenantId };

export type DecisionEvaluationInstanceKey = string;

export type DecisionEvaluationInstanceKeyFilterProperty = (string | { readonly $eq?: string; readonly $neq?: string; readonly $exists?: boolean; readonly $in?: readonly (string)[]; readonly $notIn?: readonly (string)[] });

export type DecisionEvaluationInstruction = (DecisionEvaluationById | DecisionEvaluationByKey);

export type DecisionEvaluationKey = LongKey;

export type DecisionEvaluationKeyFilterProperty = (string | { readonly $eq?: string; readonly $neq?: string; readonly $exists?: boolean; readonly $in?: readonly (string)[]; readonly $notIn?: readonly (string)[] });

export type DecisionInstanceDeletionBatchOperationRequest = { readonly filter: DecisionInstanceFilter; readonly operationReference?: OperationReference };

export type DecisionInstanceFilter = { readonly decisionEvaluationInstanceKey?: DecisionEvaluationInstanceKeyFilterProperty; readonly decisionEvaluationKey?: string; readonly state?: DecisionInstanceStateFilterProperty; readonly evaluationDate?: DateTimeFilterProperty; readonly evaluationFailure?: string; readonly decisionDefinitionId?: string; readonly decisionDefinitionKey?: DecisionDefinitionKeyFilterProperty; readonly decisionDefinitionName?: string; readonly decisionDefinitionVersion?: number; readonly decisionDefinitionType?: ("DECISION_TABLE" | "LITERAL_EXPRESSION" | "UNSPECIFIED" | "UNKNOWN"); readonly decisionRequirementsKey?: DecisionRequirementsKeyFilterProperty; readonly rootDecisionDefinitionKey?: DecisionDefinitionKeyFilterProperty; readonly processDefinitionKey?: string; readonly processInstanceKey?: string; readonly elementInstanceKey?: ElementInstanceKeyFilterProperty; readonly businessId?: StringFilterProperty; readonly tenantId?: string };

export type DecisionInstanceGetQueryResult = { readonly decisionEvaluationInstanceKey: string; readonly decisionEvaluationKey: DecisionEvaluationKey; readonly state: ("EVALUATED" | "FAILED" | "UNSPECIFIED" | "UNKNOWN"); readonly evaluationDate: string; readonly evaluationFailure: string | null; readonly decisionDefinitionId: string; readonly decisionDefinitionKey: DecisionDefinitionKey; readonly decisionDefinitionName: string; readonly decisionDefinitionVersion: number; readonly decisionDefinitionType: ("DECISION_TABLE" | "LITERAL_EXPRESSION" | "UNSPECIFIED" | "UNKNOWN"); readonly rootDecisionDefinitionKey: DecisionDefinitionKey; readonly processDefinitionKey: ProcessDefinitionKey | null; readonly processInstanceKey: ProcessInstanceKey | null; readonly rootProcessInstanceKey: ProcessInstanceKey | null; readonly elementInstanceKey: ElementInstanceKey | null; readonly businessId: string | null; readonly result: string; readonly tenantId: string; readonly evaluatedInputs: readonly (EvaluatedDecisionInputItem)[]; readonly matchedRules: readonly (MatchedDecisionRuleItem)[] };

export type DecisionInstanceKey = LongKey;

export type DecisionInstanceResult = { readonly decisionEvaluationInstanceKey: string; readonly decisionEvaluationKey: DecisionEvaluationKey; readonly state: ("EVALUATED" | "FAILED" | "UNSPECIFIED" | "UNKNOWN"); readonly evaluationDate: string; readonly evaluationFailure: string | null; readonly decisionDefinitionId: string; readonly decisionDefinitionKey: DecisionDefinitionKey; readonly decisionDefinitionName: string; readonly decisionDefinitionVersion: number; readonly decisionDefinitionType: ("DECISION_TABLE" | "LITERAL_EXPRESSION" | "UNSPECIFIED" | "UNKNOWN"); readonly rootDecisionDefinitionKey: DecisionDefinitionKey; readonly processDefinitionKey: ProcessDefinitionKey | null; readonly processInstanceKey: ProcessInstanceKey | null; readonly rootProcessInstanceKey: ProcessInstanceKey | null; readonly elementInstanceKey: ElementInstanceKey | null; readonly businessId: string | null; readonly result: string; readonly tenantId: string };

export type DecisionInstanceSearchQuery = { readonly filter?: DecisionInstanceFilter; readonly sort?: readonly (DecisionInstanceSearchQuerySortRequest)[]; readonly page?: SearchQueryPageRequest };

export type DecisionInstanceSearchQueryResult = { readonly items: readonly (DecisionInstanceResult)[]; readonly page: SearchQueryPageResponse };

export type DecisionInstanceSearchQuerySortRequest = { readonly field: ("decisionEvaluationInstanceKey" | "decisionEvaluationKey" | "state" | "evaluationDate" | "evaluationFailure" | "decisionDefinitionId" | "decisionDefinitionKey" | "decisionDefinitionName" | "decisionDefinitionVersion" | "decisionDefinitionType" | "rootDecisionDefinitionKey" | "processDefinitionKey" | "processInstanceKey" | "elementInstanceKey" | "businessId" | "tenantId"); readonly order?: SortOrderEnum };

export type DecisionInstanceStateFilterProperty = (("EVALUATED" | "FAILED" | "UNSPECIFIED" | "UNKNOWN") | { readonly $eq?: ("EVALUATED" | "FAILED" | "UNSPECIFIED" | "UNKNOWN"); readonly $neq?: ("EVALUATED" | "FAILED" | "UNSPECIFIED" | "UNKNOWN"); readonly $exists?: boolean; readonly $in?: readonly (("EVALUATED" | "FAILED" | "UNSPECIFIED" | "UNKNOWN"))[]; readonly $notIn?: readonly (("EVALUATED" | "FAILED" | "UNSPECIFIED" | "UNKNOWN"))[]; readonly $like?: string });

export type DecisionRequirementsFilter = { readonly decisionRequirementsKey?: string; readonly decisionRequirementsId?: string; readonly decisionRequirementsName?: string; readonly version?: number; readonly resourceName?: string; readonly tenantId?: string };

export type DecisionRequirementsKey = LongKey;

export type DecisionRequirementsKeyFilterProperty = (string | { readonly $eq?: string; readonly $neq?: string; readonly $exists?: boolean; readonly $in?: readonly (string)[]; readonly $notIn?: readonly (string)[] });

export type DecisionRequirementsResult = { readonly decisionRequirementsKey: DecisionRequirementsKey; readonly decisionRequirementsId: string; readonly decisionRequirementsName: string; readonly version: number; readonly resourceName: string; readonly tenantId: string };

export type DecisionRequirementsSearchQuery = { readonly filter?: DecisionRequirementsFilter; readonly sort?: readonly (DecisionRequirementsSearchQuerySortRequest)[]; readonly page?: SearchQueryPageRequest };

export type DecisionRequirementsSearchQueryResult = { readonly items: readonly (DecisionRequirementsResult)[]; readonly page: SearchQueryPageResponse };

export type DecisionRequirementsSearchQuerySortRequest = { readonly field: ("decisionRequirementsKey" | "decisionRequirementsId" | "decisionRequirementsName" | "version" | "tenantId"); readonly order?: SortOrderEnum };

export type DeleteDecisionInstanceRequest = { readonly operationReference?: OperationReference } | null;

export type DeleteProcessInstanceRequest = { readonly operationReference?: OperationReference } | null;

export type DeleteResourceRequest = { readonly operationReference?: OperationReference; readonly deleteHistory?: boolean } | null;

export type DeleteResourceResponse = { readonly resourceKey: ResourceKey; readonly batchOperation: BatchOperationCreatedResult | null };

export type DeploymentConfigurationResponse = { readonly isMultiTenancyEnabled: boolean; readonly maxRequestSize: number };

export type DeploymentDecisionRequirementsResult = { readonly decisionRequirementsId: string; readonly decisionRequirementsName: string; readonly version: number; readonly resourceName: string; readonly tenantId: TenantId; readonly decisionRequirementsKey: DecisionRequirementsKey };

export type DeploymentDecisionResult = { readonly decisionDefinitionId: DecisionDefinitionId; readonly version: number; readonly name: string; readonly tenantId: TenantId; readonly decisionRequirementsId: string; readonly decisionDefinitionKey: DecisionDefinitionKey; readonly decisionRequirementsKey: DecisionRequirementsKey };

export type DeploymentFormResult = { readonly formId: FormId; readonly version: number; readonly resourceName: string; readonly tenantId: TenantId; readonly formKey: FormKey };

export type DeploymentKey = LongKey;

export type DeploymentKeyFilterProperty = (string | { readonly $eq?: string; readonly $neq?: string; readonly $exists?: boolean; readonly $in?: readonly (string)[]; readonly $notIn?: readonly (string)[] });

export type DeploymentMetadataResult = { readonly processDefinition: DeploymentProcessResult | null; readonly decisionDefinition: DeploymentDecisionResult | null; readonly decisionRequirements: DeploymentDecisionRequirementsResult | null; readonly form: DeploymentFormResult | null; readonly resource: DeploymentResourceResult | null };

export type DeploymentProcessResult = { readonly processDefinitionId: ProcessDefinitionId; readonly processDefinitionVersion: number; readonly resourceName: string; readonly tenantId: TenantId; readonly processDefinitionKey: ProcessDefinitionKey };

export type DeploymentResourceResult = { readonly resourceId: string; readonly resourceName: string; readonly version: number; readonly tenantId: TenantId; readonly resourceKey: ResourceKey };

export type DeploymentResult = { readonly deploymentKey: DeploymentKey; readonly tenantId: TenantId; readonly deployments: readonly (DeploymentMetadataResult)[] };

export type DirectAncestorKeyInstruction = { readonly ancestorScopeType: string; readonly ancestorElementInstanceKey: ElementInstanceKey };

export type DocumentCreationBatchResponse = { readonly failedDocuments: readonly (DocumentCreationFailureDetail)[]; readonly createdDocuments: readonly (DocumentReference)[] };

export type DocumentCreationFailureDetail = { readonly fileName: string; readonly status: number; readonly title: string; readonly detail: string };

export type DocumentId = string;

export type DocumentLink = { readonly url: string; readonly expiresAt: string };

export type DocumentLinkRequest = { readonly timeToLive?: number };

export type DocumentMetadata = { readonly contentType?: string; readonly fileName?: string; readonly expiresAt?: string; readonly size?: number; readonly processDefinitionId?: ProcessDefinitionId; readonly processInstanceKey?: ProcessInstanceKey; readonly customProperties?: { readonly [name: string]: unknown } };

export type DocumentMetadataResponse = { readonly contentType: string; readonly fileName: string; readonly expiresAt: string | null; readonly size: number; readonly processDefinitionId: ProcessDefinitionId | null; readonly processInstanceKey: ProcessInstanceKey | null; readonly customProperties: { readonly [name: string]: unknown } };

export type DocumentReference = { readonly "camunda.document.type": ("camunda"); readonly storeId: string; readonly documentId: DocumentId; readonly contentHash: string | null; readonly metadata: DocumentMetadataResponse };

export type ElementId = string;

export type ElementInstanceFilter = { readonly elementInstanceKey?: string; readonly processInstanceKey?: string; readonly processDefinitionKey?: string; readonly processDefinitionId?: string; readonly startDate?: DateTimeFilterProperty; readonly endDate?: DateTimeFilterProperty; readonly elementId?: StringFilterProperty; readonly elementName?: StringFilterProperty; readonly type?: ("UNSPECIFIED" | "PROCESS" | "SUB_PROCESS" | "EVENT_SUB_PROCESS" | "AD_HOC_SUB_PROCESS" | "AD_HOC_SUB_PROCESS_INNER_INSTANCE" | "START_EVENT" | "INTERMEDIATE_CATCH_EVENT" | "INTERMEDIATE_THROW_EVENT" | "BOUNDARY_EVENT" | "END_EVENT" | "SERVICE_TASK" | "RECEIVE_TASK" | "USER_TASK" | "MANUAL_TASK" | "TASK" | "EXCLUSIVE_GATEWAY" | "PARALLEL_GATEWAY" | "EVENT_BASED_GATEWAY" | "INCLUSIVE_GATEWAY" | "SEQUENCE_FLOW" | "MULTI_INSTANCE_BODY" | "CALL_ACTIVITY" | "BUSINESS_RULE_TASK" | "SCRIPT_TASK" | "SEND_TASK" | "UNKNOWN"); readonly state?: ElementInstanceStateFilterProperty; readonly hasIncident?: boolean; readonly tenantId?: string; readonly incidentKey?: string; readonly elementInstanceScopeKey?: LongKey; readonly $or?: readonly (ElementInstanceFilterFields)[] };

export type ElementInstanceFilterFields = { readonly elementInstanceKey?: string; readonly processInstanceKey?: string; readonly processDefinitionKey?: string; readonly processDefinitionId?: string; readonly startDate?: DateTimeFilterProperty; readonly endDate?: DateTimeFilterProperty; readonly elementId?: StringFilterProperty; readonly elementName?: StringFilterProperty; readonly type?: ("UNSPECIFIED" | "PROCESS" | "SUB_PROCESS" | "EVENT_SUB_PROCESS" | "AD_HOC_SUB_PROCESS" | "AD_HOC_SUB_PROCESS_INNER_INSTANCE" | "START_EVENT" | "INTERMEDIATE_CATCH_EVENT" | "INTERMEDIATE_THROW_EVENT" | "BOUNDARY_EVENT" | "END_EVENT" | "SERVICE_TASK" | "RECEIVE_TASK" | "USER_TASK" | "MANUAL_TASK" | "TASK" | "EXCLUSIVE_GATEWAY" | "PARALLEL_GATEWAY" | "EVENT_BASED_GATEWAY" | "INCLUSIVE_GATEWAY" | "SEQUENCE_FLOW" | "MULTI_INSTANCE_BODY" | "CALL_ACTIVITY" | "BUSINESS_RULE_TASK" | "SCRIPT_TASK" | "SEND_TASK" | "UNKNOWN"); readonly state?: ElementInstanceStateFilterProperty; readonly hasIncident?: boolean; readonly tenantId?: string; readonly incidentKey?: string; readonly elementInstanceScopeKey?: LongKey };

export type ElementInstanceKey = LongKey;

export type ElementInstanceKeyFilterProperty = (string | { readonly $eq?: string; readonly $neq?: string; readonly $exists?: boolean; readonly $in?: readonly (string)[]; readonly $notIn?: readonly (string)[] });

export type ElementInstanceResult = { readonly elementInstanceKey: ElementInstanceKey; readonly processInstanceKey: ProcessInstanceKey; readonly rootProcessInstanceKey: ProcessInstanceKey | null; readonly processDefinitionKey: ProcessDefinitionKey; readonly processDefinitionId: string; readonly startDate: string; readonly endDate: string | null; readonly elementId: string; readonly elementName: string; readonly type: ("UNSPECIFIED" | "PROCESS" | "SUB_PROCESS" | "EVENT_SUB_PROCESS" | "AD_HOC_SUB_PROCESS" | "AD_HOC_SUB_PROCESS_INNER_INSTANCE" | "START_EVENT" | "INTERMEDIATE_CATCH_EVENT" | "INTERMEDIATE_THROW_EVENT" | "BOUNDARY_EVENT" | "END_EVENT" | "SERVICE_TASK" | "RECEIVE_TASK" | "USER_TASK" | "MANUAL_TASK" | "TASK" | "EXCLUSIVE_GATEWAY" | "PARALLEL_GATEWAY" | "EVENT_BASED_GATEWAY" | "INCLUSIVE_GATEWAY" | "SEQUENCE_FLOW" | "MULTI_INSTANCE_BODY" | "CALL_ACTIVITY" | "BUSINESS_RULE_TASK" | "SCRIPT_TASK" | "SEND_TASK" | "UNKNOWN"); readonly state: ("ACTIVE" | "COMPLETED" | "TERMINATED"); readonly hasIncident: boolean; readonly tenantId: string; readonly incidentKey: IncidentKey | null };

export type ElementInstanceSearchQuery = { readonly filter?: ElementInstanceFilter; readonly sort?: readonly (ElementInstanceSearchQuerySortRequest)[]; readonly page?: SearchQueryPageRequest };

export type ElementInstanceSearchQueryResult = { readonly items: readonly (ElementInstanceResult)[]; readonly page: SearchQueryPageResponse };

export type ElementInstanceSearchQuerySortRequest = { readonly field: ("elementInstanceKey" | "processInstanceKey" | "processDefinitionKey" | "processDefinitionId" | "startDate" | "endDate" | "elementId" | "elementName" | "type" | "state" | "tenantId" | "incidentKey"); readonly order?: SortOrderEnum };

export type ElementInstanceStateFilterProperty = (("ACTIVE" | "COMPLETED" | "TERMINATED") | { readonly $eq?: ("ACTIVE" | "COMPLETED" | "TERMINATED"); readonly $neq?: ("ACTIVE" | "COMPLETED" | "TERMINATED"); readonly $exists?: boolean; readonly $in?: readonly (("ACTIVE" | "COMPLETED" | "TERMINATED"))[]; readonly $like?: string });

export type ElementInstanceWaitStateFilter = { readonly rootProcessInstanceKey?: ProcessInstanceKeyFilterProperty; readonly processInstanceKey?: ProcessInstanceKeyFilterProperty; readonly elementInstanceKey?: ElementInstanceKeyFilterProperty; readonly elementId?: StringFilterProperty; readonly elementType?: WaitStateElementTypeFilterProperty; readonly waitStateType?: WaitStateTypeFilterProperty };

export type ElementInstanceWaitStateResult = { readonly rootProcessInstanceKey: ProcessInstanceKey | null; readonly processInstanceKey: ProcessInstanceKey; readonly elementInstanceKey: ElementInstanceKey; readonly elementId: string; readonly elementType: ("UNSPECIFIED" | "PROCESS" | "SUB_PROCESS" | "EVENT_SUB_PROCESS" | "AD_HOC_SUB_PROCESS" | "AD_HOC_SUB_PROCESS_INNER_INSTANCE" | "START_EVENT" | "INTERMEDIATE_CATCH_EVENT" | "INTERMEDIATE_THROW_EVENT" | "BOUNDARY_EVENT" | "END_EVENT" | "SERVICE_TASK" | "RECEIVE_TASK" | "USER_TASK" | "MANUAL_TASK" | "TASK" | "EXCLUSIVE_GATEWAY" | "PARALLEL_GATEWAY" | "EVENT_BASED_GATEWAY" | "INCLUSIVE_GATEWAY" | "SEQUENCE_FLOW" | "MULTI_INSTANCE_BODY" | "CALL_ACTIVITY" | "BUSINESS_RULE_TASK" | "SCRIPT_TASK" | "SEND_TASK" | "UNKNOWN"); readonly tenantId: string; readonly bpmnProcessId: string; readonly details: unknown };

export type ElementInstanceWaitStateSearchQuery = { readonly filter?: ElementInstanceWaitStateFilter; readonly sort?: readonly (ElementInstanceWaitStateSearchQuerySortRequest)[]; readonly page?: SearchQueryPageRequest };

export type ElementInstanceWaitStateSearchQueryResult = { readonly items: readonly (ElementInstanceWaitStateResult)[]; readonly page: SearchQueryPageResponse };

export type ElementInstanceWaitStateSearchQuerySortRequest = { readonly field: ("rootProcessInstanceKey" | "processInstanceKey" | "elementInstanceKey" | "elementId"); readonly order?: SortOrderEnum };

export type EntityTypeFilterProperty = (("AUTHORIZATION" | "BATCH" | "DECISION" | "GROUP" | "INCIDENT" | "JOB" | "MAPPING_RULE" | "PROCESS_INSTANCE" | "RESOURCE" | "ROLE" | "TENANT" | "USER" | "USER_TASK" | "VARIABLE" | "CLIENT") | { readonly $eq?: ("AUTHORIZATION" | "BATCH" | "DECISION" | "GROUP" | "INCIDENT" | "JOB" | "MAPPING_RULE" | "PROCESS_INSTANCE" | "RESOURCE" | "ROLE" | "TENANT" | "USER" | "USER_TASK" | "VARIABLE" | "CLIENT"); readonly $neq?: ("AUTHORIZATION" | "BATCH" | "DECISION" | "GROUP" | "INCIDENT" | "JOB" | "MAPPING_RULE" | "PROCESS_INSTANCE" | "RESOURCE" | "ROLE" | "TENANT" | "USER" | "USER_TASK" | "VARIABLE" | "CLIENT"); readonly $exists?: boolean; readonly $in?: readonly (("AUTHORIZATION" | "BATCH" | "DECISION" | "GROUP" | "INCIDENT" | "JOB" | "MAPPING_RULE" | "PROCESS_INSTANCE" | "RESOURCE" | "ROLE" | "TENANT" | "USER" | "USER_TASK" | "VARIABLE" | "CLIENT"))[]; readonly $like?: string });

export type EvaluateConditionalResult = { readonly conditionalEvaluationKey: ConditionalEvaluationKey; readonly tenantId: TenantId; readonly processInstances: readonly (ProcessInstanceReference)[] };

export type EvaluateDecisionResult = { readonly decisionDefinitionId: DecisionDefinitionId; readonly decisionDefinitionKey: DecisionDefinitionKey; readonly decisionDefinitionName: string; readonly decisionDefinitionVersion: number; readonly decisionEvaluationKey: DecisionEvaluationKey; readonly decisionInstanceKey: DecisionInstanceKey; readonly decisionRequirementsId: string; readonly decisionRequirementsKey: DecisionRequirementsKey; readonly evaluatedDecisions: readonly (EvaluatedDecisionResult)[]; readonly failedDecisionDefinitionId: DecisionDefinitionId | null; readonly failureMessage: string | null; readonly output: string; readonly tenantId: TenantId };

export type EvaluatedDecisionInputItem = { readonly inputId: string; readonly inputName: string; readonly inputValue: string };

export type EvaluatedDecisionOutputItem = { readonly outputId: string; readonly outputName: string; readonly outputValue: string; readonly ruleId: string | null; readonly ruleIndex: number | null };

export type EvaluatedDecisionResult = { readonly decisionDefinitionId: DecisionDefinitionId; readonly decisionDefinitionName: string; readonly decisionDefinitionVersion: number; readonly decisionDefinitionType: string; readonly output: string; readonly tenantId: TenantId; readonly matchedRules: readonly (MatchedDecisionRuleItem)[]; readonly evaluatedInputs: readonly (EvaluatedDecisionInputItem)[]; readonly decisionDefinitionKey: DecisionDefinitionKey; readonly decisionEvaluationInstanceKey: DecisionEvaluationInstanceKey };

export type ExportingStatusResponse = { readonly status: ("EXPORTING" | "PAUSED" | "SOFT_PAUSED" | "MIXED") };

export type ExpressionEvaluationRequest = { readonly expression: string; readonly tenantId?: TenantId; readonly scopeKey?: ElementInstanceKey; readonly variables?: { readonly [name: string]: unknown } | null };

export type ExpressionEvaluationResult = { readonly expression: string; readonly result: unknown; readonly warnings: readonly (ExpressionEvaluationWarningItem)[]; readonly referencedSecrets: readonly (ExpressionSecretReferenceItem)[] };

export type ExpressionEvaluationWarningItem = { readonly message: string };

export type ExpressionSecretReferenceItem = { readonly storeId: string; readonly secretName: string };

export type FormId = string;

export type FormKey = LongKey;

export type FormKeyFilterProperty = (string | { readonly $eq?: string; readonly $neq?: string; readonly $exists?: boolean; readonly $in?: readonly (string)[]; readonly $notIn?: readonly (string)[] });

export type FormResult = { readonly tenantId: string; readonly formId: string; readonly schema: string; readonly version: number; readonly formKey: FormKey };

export type GlobalJobStatisticsQueryResult = { readonly created: StatusMetric; readonly completed: StatusMetric; readonly failed: StatusMetric; readonly isIncomplete: boolean };

export type GlobalListenerId = string;

export type GlobalListenerIdFilterProperty = (string | { readonly $eq?: string; readonly $neq?: string; readonly $exists?: boolean; readonly $in?: readonly (string)[]; readonly $notIn?: readonly (string)[]; readonly $like?: string });

export type GlobalListenerSourceFilterProperty = (("CONFIGURATION" | "API") | { readonly $eq?: ("CONFIGURATION" | "API"); readonly $neq?: ("CONFIGURATION" | "API"); readonly $exists?: boolean; readonly $in?: readonly (("CONFIGURATION" | "API"))[]; readonly $like?: string });

export type GlobalTaskListenerEventTypeEnum = ("all" | "creating" | "assigning" | "updating" | "completing" | "canceling");

export type GlobalTaskListenerEventTypeFilterProperty = (("all" | "creating" | "assigning" | "updating" | "completing" | "canceling") | { readonly $eq?: ("all" | "creating" | "assigning" | "updating" | "completing" | "canceling"); readonly $neq?: ("all" | "creating" | "assigning" | "updating" | "completing" | "canceling"); readonly $exists?: boolean; readonly $in?: readonly (("all" | "creating" | "assigning" | "updating" | "completing" | "canceling"))[]; readonly $like?: string });

export type GlobalTaskListenerFilter = { readonly id?: GlobalListenerIdFilterProperty; readonly type?: StringFilterProperty; readonly retries?: IntegerFilterProperty; readonly afterNonGlobal?: boolean; readonly priority?: IntegerFilterProperty; readonly source?: GlobalListenerSourceFilterProperty; readonly eventTypes?: readonly (GlobalTaskListenerEventTypeFilterProperty)[] };

export type GlobalTaskListenerResult = { readonly id: string; readonly type: string; readonly eventTypes: readonly (string)[]; readonly retries: number; readonly afterNonGlobal: boolean; readonly priority: number; readonly source: ("CONFIGURATION" | "API") };

export type GlobalTaskListenerSearchQuery = { readonly filter?: GlobalTaskListenerFilter; readonly sort?: readonly (GlobalTaskListenerSearchQuerySortRequest)[]; readonly page?: SearchQueryPageRequest };

export type GlobalTaskListenerSearchQueryResult = { readonly items: readonly (GlobalTaskListenerResult)[]; readonly page: SearchQueryPageResponse };

export type GlobalTaskListenerSearchQuerySortRequest = { readonly field: ("id" | "type" | "afterNonGlobal" | "priority" | "source"); readonly order?: SortOrderEnum };

export type IncidentErrorTypeFilterProperty = (("UNSPECIFIED" | "UNKNOWN" | "IO_MAPPING_ERROR" | "JOB_NO_RETRIES" | "EXECUTION_LISTENER_NO_RETRIES" | "TASK_LISTENER_NO_RETRIES" | "AD_HOC_SUB_PROCESS_NO_RETRIES" | "CONDITION_ERROR" | "EXTRACT_VALUE_ERROR" | "CALLED_ELEMENT_ERROR" | "UNHANDLED_ERROR_EVENT" | "MESSAGE_SIZE_EXCEEDED" | "CALLED_DECISION_ERROR" | "DECISION_EVALUATION_ERROR" | "FORM_NOT_FOUND" | "RESOURCE_NOT_FOUND" | "SECRET_RESOLUTION_ERROR") | { readonly $eq?: ("UNSPECIFIED" | "UNKNOWN" | "IO_MAPPING_ERROR" | "JOB_NO_RETRIES" | "EXECUTION_LISTENER_NO_RETRIES" | "TASK_LISTENER_NO_RETRIES" | "AD_HOC_SUB_PROCESS_NO_RETRIES" | "CONDITION_ERROR" | "EXTRACT_VALUE_ERROR" | "CALLED_ELEMENT_ERROR" | "UNHANDLED_ERROR_EVENT" | "MESSAGE_SIZE_EXCEEDED" | "CALLED_DECISION_ERROR" | "DECISION_EVALUATION_ERROR" | "FORM_NOT_FOUND" | "RESOURCE_NOT_FOUND" | "SECRET_RESOLUTION_ERROR"); readonly $neq?: ("UNSPECIFIED" | "UNKNOWN" | "IO_MAPPING_ERROR" | "JOB_NO_RETRIES" | "EXECUTION_LISTENER_NO_RETRIES" | "TASK_LISTENER_NO_RETRIES" | "AD_HOC_SUB_PROCESS_NO_RETRIES" | "CONDITION_ERROR" | "EXTRACT_VALUE_ERROR" | "CALLED_ELEMENT_ERROR" | "UNHANDLED_ERROR_EVENT" | "MESSAGE_SIZE_EXCEEDED" | "CALLED_DECISION_ERROR" | "DECISION_EVALUATION_ERROR" | "FORM_NOT_FOUND" | "RESOURCE_NOT_FOUND" | "SECRET_RESOLUTION_ERROR"); readonly $exists?: boolean; readonly $in?: readonly (("UNSPECIFIED" | "UNKNOWN" | "IO_MAPPING_ERROR" | "JOB_NO_RETRIES" | "EXECUTION_LISTENER_NO_RETRIES" | "TASK_LISTENER_NO_RETRIES" | "AD_HOC_SUB_PROCESS_NO_RETRIES" | "CONDITION_ERROR" | "EXTRACT_VALUE_ERROR" | "CALLED_ELEMENT_ERROR" | "UNHANDLED_ERROR_EVENT" | "MESSAGE_SIZE_EXCEEDED" | "CALLED_DECISION_ERROR" | "DECISION_EVALUATION_ERROR" | "FORM_NOT_FOUND" | "RESOURCE_NOT_FOUND" | "SECRET_RESOLUTION_ERROR"))[]; readonly $notIn?: readonly (("UNSPECIFIED" | "UNKNOWN" | "IO_MAPPING_ERROR" | "JOB_NO_RETRIES" | "EXECUTION_LISTENER_NO_RETRIES" | "TASK_LISTENER_NO_RETRIES" | "AD_HOC_SUB_PROCESS_NO_RETRIES" | "CONDITION_ERROR" | "EXTRACT_VALUE_ERROR" | "CALLED_ELEMENT_ERROR" | "UNHANDLED_ERROR_EVENT" | "MESSAGE_SIZE_EXCEEDED" | "CALLED_DECISION_ERROR" | "DECISION_EVALUATION_ERROR" | "FORM_NOT_FOUND" | "RESOURCE_NOT_FOUND" | "SECRET_RESOLUTION_ERROR"))[]; readonly $like?: string });

export type IncidentFilter = { readonly incidentKey?: IncidentKeyFilterProperty; readonly processDefinitionKey?: ProcessDefinitionKeyFilterProperty; readonly processDefinitionId?: StringFilterProperty; readonly processInstanceKey?: ProcessInstanceKeyFilterProperty; readonly errorType?: IncidentErrorTypeFilterProperty; readonly errorMessage?: StringFilterProperty; readonly elementId?: StringFilterProperty; readonly elementInstanceKey?: ElementInstanceKeyFilterProperty; readonly creationTime?: DateTimeFilterProperty; readonly state?: IncidentStateFilterProperty; readonly jobKey?: JobKeyFilterProperty; readonly tenantId?: StringFilterProperty };

export type IncidentKey = LongKey;

export type IncidentKeyFilterProperty = (string | { readonly $eq?: string; readonly $neq?: string; readonly $exists?: boolean; readonly $in?: readonly (string)[]; readonly $notIn?: readonly (string)[] });

export type IncidentProcessInstanceStatisticsByDefinitionFilter = { readonly errorHashCode: number };

export type IncidentProcessInstanceStatisticsByDefinitionQuery = { readonly filter: IncidentProcessInstanceStatisticsByDefinitionFilter; readonly sort?: readonly (IncidentProcessInstanceStatisticsByDefinitionSearchQuerySortRequest)[]; readonly page?: OffsetPagination };

export type IncidentProcessInstanceStatisticsByDefinitionResult = { readonly processDefinitionId: string; readonly processDefinitionKey: ProcessDefinitionKey; readonly processDefinitionName: string; readonly processDefinitionVersion: number; readonly tenantId: string; readonly activeInstancesWithErrorCount: number };

export type IncidentProcessInstanceStatisticsByDefinitionSearchQueryResult = { readonly items: readonly (IncidentProcessInstanceStatisticsByDefinitionResult)[]; readonly page: SearchQueryPageResponse };

export type IncidentProcessInstanceStatisticsByDefinitionSearchQuerySortRequest = { readonly field: ("processDefinitionKey" | "tenantId" | "activeInstancesWithErrorCount"); readonly order?: SortOrderEnum };

export type IncidentProcessInstanceStatisticsByErrorQuery = { readonly sort?: readonly (IncidentProcessInstanceStatisticsByErrorSearchQuerySortRequest)[]; readonly page?: OffsetPagination };

export type IncidentProcessInstanceStatisticsByErrorResult = { readonly errorHashCode: number; readonly errorMessage: string; readonly activeInstancesWithErrorCount: number };

export type IncidentProcessInstanceStatisticsByErrorSearchQueryResult = { readonly items: readonly (IncidentProcessInstanceStatisticsByErrorResult)[]; readonly page: SearchQueryPageResponse };

export type IncidentProcessInstanceStatisticsByErrorSearchQuerySortRequest = { readonly field: ("errorMessage" | "activeInstancesWithErrorCount"); readonly order?: SortOrderEnum };

export type IncidentResolutionRequest = { readonly operationReference?: OperationReference };

export type IncidentResult = { readonly incidentKey: IncidentKey; readonly processDefinitionKey: ProcessDefinitionKey; readonly processDefinitionId: string; readonly processInstanceKey: ProcessInstanceKey; readonly rootProcessInstanceKey: ProcessInstanceKey | null; readonly errorType: ("UNSPECIFIED" | "UNKNOWN" | "IO_MAPPING_ERROR" | "JOB_NO_RETRIES" | "EXECUTION_LISTENER_NO_RETRIES" | "TASK_LISTENER_NO_RETRIES" | "AD_HOC_SUB_PROCESS_NO_RETRIES" | "CONDITION_ERROR" | "EXTRACT_VALUE_ERROR" | "CALLED_ELEMENT_ERROR" | "UNHANDLED_ERROR_EVENT" | "MESSAGE_SIZE_EXCEEDED" | "CALLED_DECISION_ERROR" | "DECISION_EVALUATION_ERROR" | "FORM_NOT_FOUND" | "RESOURCE_NOT_FOUND" | "SECRET_RESOLUTION_ERROR"); readonly errorMessage: string; readonly elementId: string; readonly elementInstanceKey: ElementInstanceKey; readonly creationTime: string; readonly state: ("ACTIVE" | "MIGRATED" | "PENDING" | "RESOLVED" | "UNKNOWN"); readonly jobKey: JobKey | null; readonly tenantId: string };

export type IncidentSearchQuery = { readonly filter?: IncidentFilter; readonly sort?: readonly (IncidentSearchQuerySortRequest)[]; readonly page?: SearchQueryPageRequest };

export type IncidentSearchQueryResult = { readonly items: readonly (IncidentResult)[]; readonly page: SearchQueryPageResponse };

export type IncidentSearchQuerySortRequest = { readonly field: ("incidentKey" | "processDefinitionKey" | "processDefinitionId" | "processInstanceKey" | "errorType" | "elementId" | "elementInstanceKey" | "creationTime" | "state" | "jobKey" | "tenantId"); readonly order?: SortOrderEnum };

export type IncidentStateFilterProperty = (("ACTIVE" | "MIGRATED" | "PENDING" | "RESOLVED" | "UNKNOWN") | { readonly $eq?: ("ACTIVE" | "MIGRATED" | "PENDING" | "RESOLVED" | "UNKNOWN"); readonly $neq?: ("ACTIVE" | "MIGRATED" | "PENDING" | "RESOLVED" | "UNKNOWN"); readonly $exists?: boolean; readonly $in?: readonly (("ACTIVE" | "MIGRATED" | "PENDING" | "RESOLVED" | "UNKNOWN"))[]; readonly $notIn?: readonly (("ACTIVE" | "MIGRATED" | "PENDING" | "RESOLVED" | "UNKNOWN"))[]; readonly $like?: string });

export type InferredAncestorKeyInstruction = { readonly ancestorScopeType: string };

export type IntegerFilterProperty = (number | { readonly $eq?: number; readonly $neq?: number; readonly $exists?: boolean; readonly $gt?: number; readonly $gte?: number; readonly $lt?: number; readonly $lte?: number; readonly $in?: readonly (number)[] });

export type JobActivationRequest = { readonly type: string; readonly worker?: string; readonly timeout: number; readonly maxJobsToActivate: number; readonly fetchVariable?: readonly (string)[]; readonly requestTimeout?: number; readonly tenantIds?: readonly (TenantId)[]; readonly tenantFilter?: TenantFilterEnum; readonly withLease?: boolean | null };

export type JobActivationResult = { readonly jobs: readonly (ActivatedJobResult)[] };

export type JobBatchUpdateRequest = { readonly filter: JobFilter; readonly changeset: JobChangeset; readonly operationReference?: OperationReference };

export type JobChangeset = { readonly retries?: number | null; readonly timeout?: number | null; readonly priority?: number | null };

export type JobCompletionRequest = { readonly variables?: { readonly [name: string]: unknown } | null; readonly result?: JobResult; readonly leaseToken?: string | null };

export type JobErrorRequest = { readonly errorCode: string; readonly errorMessage?: string | null; readonly variables?: { readonly [name: string]: unknown } | null; readonly leaseToken?: string | null };

export type JobErrorStatisticsFilter = { readonly from: string; readonly to: string; readonly jobType: string; readonly errorCode?: StringFilterProperty; readonly errorMessage?: StringFilterProperty };

export type JobErrorStatisticsQuery = { readonly filter: JobErrorStatisticsFilter; readonly page?: CursorForwardPagination };

export type JobErrorStatisticsResult = { readonly errorCode: string; readonly errorMessage: string; readonly workers: number };

export type JobErrorStatisticsSearchQueryResult = { readonly items: readonly (JobErrorStatisticsResult)[]; readonly page: SearchQueryPageResponse };

export type JobFailRequest = { readonly retries?: number; readonly errorMessage?: string; readonly retryBackOff?: number; readonly variables?: { readonly [name: string]: unknown }; readonly leaseToken?: string | null };

export type JobFilter = { readonly jobKey?: JobKeyFilterProperty; readonly type?: StringFilterProperty; readonly worker?: StringFilterProperty; readonly state?: JobStateFilterProperty; readonly kind?: JobKindFilterProperty; readonly listenerEventType?: JobListenerEventTypeFilterProperty; readonly retries?: IntegerFilterProperty; readonly priority?: IntegerFilterProperty; readonly deadline?: DateTimeFilterProperty; readonly errorCode?: StringFilterProperty; readonly errorMessage?: StringFilterProperty; readonly hasFailedWithRetriesLeft?: boolean; readonly isDenied?: boolean; readonly deniedReason?: StringFilterProperty; readonly elementId?: StringFilterProperty; readonly elementInstanceKey?: ElementInstanceKeyFilterProperty; readonly processInstanceKey?: ProcessInstanceKeyFilterProperty; readonly processDefinitionKey?: ProcessDefinitionKeyFilterProperty; readonly processDefinitionId?: StringFilterProperty; readonly tenantId?: StringFilterProperty; readonly creationTime?: DateTimeFilterProperty; readonly lastUpdateTime?: DateTimeFilterProperty; readonly endTime?: DateTimeFilterProperty };

export type JobKey = LongKey;

export type JobKeyFilterProperty = (string | { readonly $eq?: string; readonly $neq?: string; readonly $exists?: boolean; readonly $in?: readonly (string)[]; readonly $notIn?: readonly (string)[] });

export type JobKindEnum = ("BPMN_ELEMENT" | "EXECUTION_LISTENER" | "TASK_LISTENER" | "AD_HOC_SUB_PROCESS");

export type JobKindFilterProperty = (("BPMN_ELEMENT" | "EXECUTION_LISTENER" | "TASK_LISTENER" | "AD_HOC_SUB_PROCESS") | { readonly $eq?: ("BPMN_ELEMENT" | "EXECUTION_LISTENER" | "TASK_LISTENER" | "AD_HOC_SUB_PROCESS"); readonly $neq?: ("BPMN_ELEMENT" | "EXECUTION_LISTENER" | "TASK_LISTENER" | "AD_HOC_SUB_PROCESS"); readonly $exists?: boolean; readonly $in?: readonly (("BPMN_ELEMENT" | "EXECUTION_LISTENER" | "TASK_LISTENER" | "AD_HOC_SUB_PROCESS"))[]; readonly $like?: string });

export type JobListenerEventTypeEnum = ("ASSIGNING" | "BEFORE_ALL" | "CANCEL" | "CANCELING" | "COMPLETING" | "CREATING" | "END" | "START" | "UNSPECIFIED" | "UPDATING");

export type JobListenerEventTypeFilterProperty = (("UNSPECIFIED" | "START" | "END" | "CREATING" | "ASSIGNING" | "UPDATING" | "COMPLETING" | "CANCELING" | "BEFORE_ALL" | "CANCEL") | { readonly $eq?: ("UNSPECIFIED" | "START" | "END" | "CREATING" | "ASSIGNING" | "UPDATING" | "COMPLETING" | "CANCELING" | "BEFORE_ALL" | "CANCEL"); readonly $neq?: ("UNSPECIFIED" | "START" | "END" | "CREATING" | "ASSIGNING" | "UPDATING" | "COMPLETING" | "CANCELING" | "BEFORE_ALL" | "CANCEL"); readonly $exists?: boolean; readonly $in?: readonly (("UNSPECIFIED" | "START" | "END" | "CREATING" | "ASSIGNING" | "UPDATING" | "COMPLETING" | "CANCELING" | "BEFORE_ALL" | "CANCEL"))[]; readonly $like?: string });

export type JobMetricsConfigurationResponse = { readonly enabled: boolean; readonly exportInterval: string; readonly maxWorkerNameLength: number; readonly maxJobTypeLength: number; readonly maxTenantIdLength: number; readonly maxUniqueKeys: number };

export type JobResult = { readonly jobKey: JobKey; readonly type: string; readonly worker: string; readonly state: ("CANCELED" | "COMPLETED" | "CREATED" | "ERROR_THROWN" | "FAILED" | "MIGRATED" | "PRIORITY_UPDATED" | "RETRIES_UPDATED" | "TIMEOUT_UPDATED" | "TIMED_OUT"); readonly kind: ("BPMN_ELEMENT" | "EXECUTION_LISTENER" | "TASK_LISTENER" | "AD_HOC_SUB_PROCESS"); readonly listenerEventType: ("UNSPECIFIED" | "START" | "END" | "CREATING" | "ASSIGNING" | "UPDATING" | "COMPLETING" | "CANCELING" | "BEFORE_ALL" | "CANCEL"); readonly retries: number; readonly priority: number; readonly deadline: string | null; readonly errorCode: string | null; readonly errorMessage: string | null; readonly hasFailedWithRetriesLeft: boolean; readonly isDenied: boolean | null; readonly deniedReason: string | null; readonly customHeaders: { readonly [name: string]: unknown }; readonly elementId: string | null; readonly elementInstanceKey: ElementInstanceKey; readonly processInstanceKey: ProcessInstanceKey; readonly rootProcessInstanceKey: ProcessInstanceKey | null; readonly processDefinitionKey: ProcessDefinitionKey; readonly processDefinitionId: string; readonly businessId: string | null; readonly tenantId: string; readonly creationTime: string | null; readonly lastUpdateTime: string | null; readonly endTime: string | null };

export type JobSearchQuery = { readonly filter?: JobFilter; readonly sort?: readonly (JobSearchQuerySortRequest)[]; readonly page?: SearchQueryPageRequest };

export type JobSearchQueryResult = { readonly items: readonly (JobResult)[]; readonly page: SearchQueryPageResponse };

export type JobSearchQuerySortRequest = { readonly field: ("jobKey" | "type" | "worker" | "state" | "kind" | "listenerEventType" | "retries" | "priority" | "deadline" | "errorCode" | "errorMessage" | "hasFailedWithRetriesLeft" | "isDenied" | "deniedReason" | "elementId" | "elementInstanceKey" | "processInstanceKey" | "processDefinitionKey" | "processDefinitionId" | "tenantId" | "creationTime" | "endTime"); readonly order?: SortOrderEnum };

export type JobStateFilterProperty = (("CANCELED" | "COMPLETED" | "CREATED" | "ERROR_THROWN" | "FAILED" | "MIGRATED" | "PRIORITY_UPDATED" | "RETRIES_UPDATED" | "TIMEOUT_UPDATED" | "TIMED_OUT") | { readonly $eq?: ("CANCELED" | "COMPLETED" | "CREATED" | "ERROR_THROWN" | "FAILED" | "MIGRATED" | "PRIORITY_UPDATED" | "RETRIES_UPDATED" | "TIMEOUT_UPDATED" | "TIMED_OUT"); readonly $neq?: ("CANCELED" | "COMPLETED" | "CREATED" | "ERROR_THROWN" | "FAILED" | "MIGRATED" | "PRIORITY_UPDATED" | "RETRIES_UPDATED" | "TIMEOUT_UPDATED" | "TIMED_OUT"); readonly $exists?: boolean; readonly $in?: readonly (("CANCELED" | "COMPLETED" | "CREATED" | "ERROR_THROWN" | "FAILED" | "MIGRATED" | "PRIORITY_UPDATED" | "RETRIES_UPDATED" | "TIMEOUT_UPDATED" | "TIMED_OUT"))[]; readonly $like?: string });

export type JobTimeSeriesStatisticsFilter = { readonly from: string; readonly to: string; readonly jobType: string; readonly resolution?: string };

export type JobTimeSeriesStatisticsQuery = { readonly filter: JobTimeSeriesStatisticsFilter; readonly page?: CursorForwardPagination };

export type JobTimeSeriesStatisticsResult = { readonly time: string; readonly created: StatusMetric; readonly completed: StatusMetric; readonly failed: StatusMetric };

export type JobTimeSeriesStatisticsSearchQueryResult = { readonly items: readonly (JobTimeSeriesStatisticsResult)[]; readonly page: SearchQueryPageResponse };

export type JobTypeStatisticsFilter = { readonly from: string; readonly to: string; readonly jobType?: StringFilterProperty };

export type JobTypeStatisticsQuery = { readonly filter?: JobTypeStatisticsFilter; readonly page?: CursorForwardPagination };

export type JobTypeStatisticsResult = { readonly jobType: string; readonly created: StatusMetric; readonly completed: StatusMetric; readonly failed: StatusMetric; readonly workers: number };

export type JobTypeStatisticsSearchQueryResult = { readonly items: readonly (JobTypeStatisticsResult)[]; readonly page: SearchQueryPageResponse };

export type JobUpdateRequest = { readonly changeset: JobChangeset; readonly leaseToken?: string | null; readonly operationReference?: OperationReference };

export type JobWorkerStatisticsFilter = { readonly from: string; readonly to: string; readonly jobType: string };

export type JobWorkerStatisticsQuery = { readonly filter: JobWorkerStatisticsFilter; readonly page?: CursorForwardPagination };

export type JobWorkerStatisticsResult = { readonly worker: string; readonly created: StatusMetric; readonly completed: StatusMetric; readonly failed: StatusMetric };

export type JobWorkerStatisticsSearchQueryResult = { readonly items: readonly (JobWorkerStatisticsResult)[]; readonly page: SearchQueryPageResponse };

export type LicenseResponse = { readonly validLicense: boolean; readonly licenseType: string; readonly isCommercial: boolean; readonly expiresAt: string | null };

export type LongKey = string;

export type MatchedDecisionRuleItem = { readonly ruleId: string; readonly ruleIndex: number; readonly evaluatedOutputs: readonly (EvaluatedDecisionOutputItem)[] };

export type MessageCorrelationRequest = { readonly name: string; readonly correlationKey?: string; readonly variables?: { readonly [name: string]: unknown }; readonly tenantId?: TenantId; readonly businessId?: BusinessId };

export type MessageCorrelationResult = { readonly tenantId: TenantId; readonly messageKey: MessageKey; readonly processInstanceKey: ProcessInstanceKey };

export type MessageKey = LongKey;

export type MessageKeyFilterProperty = (string | { readonly $eq?: string; readonly $neq?: string; readonly $exists?: boolean; readonly $in?: readonly (string)[]; readonly $notIn?: readonly (string)[] });

export type MessagePublicationRequest = { readonly name: string; readonly correlationKey?: string; readonly timeToLive?: number; readonly messageId?: string; readonly variables?: { readonly [name: string]: unknown }; readonly tenantId?: TenantId; readonly businessId?: BusinessId };

export type MessagePublicationResult = { readonly tenantId: TenantId; readonly messageKey: MessageKey };

export type MessageSubscriptionFilter = { readonly messageSubscriptionKey?: MessageSubscriptionKeyFilterProperty; readonly processDefinitionId?: StringFilterProperty; readonly processDefinitionKey?: ProcessDefinitionKeyFilterProperty; readonly processInstanceKey?: ProcessInstanceKeyFilterProperty; readonly elementId?: StringFilterProperty; readonly elementInstanceKey?: ElementInstanceKeyFilterProperty; readonly messageSubscriptionState?: MessageSubscriptionStateFilterProperty; readonly lastUpdatedDate?: DateTimeFilterProperty; readonly messageName?: StringFilterProperty; readonly correlationKey?: StringFilterProperty; readonly messageSubscriptionType?: MessageSubscriptionTypeFilterProperty; readonly processDefinitionName?: StringFilterProperty; readonly processDefinitionVersion?: IntegerFilterProperty; readonly toolName?: StringFilterProperty; readonly inboundConnectorType?: StringFilterProperty; readonly tenantId?: StringFilterProperty };

export type MessageSubscriptionKey = LongKey;

export type MessageSubscriptionKeyFilterProperty = (string | { readonly $eq?: string; readonly $neq?: string; readonly $exists?: boolean; readonly $in?: readonly (string)[]; readonly $notIn?: readonly (string)[] });

export type MessageSubscriptionResult = { readonly messageSubscriptionKey: MessageSubscriptionKey; readonly processDefinitionId: string; readonly processDefinitionKey: ProcessDefinitionKey | null; readonly processInstanceKey: ProcessInstanceKey | null; readonly rootProcessInstanceKey: ProcessInstanceKey | null; readonly elementId: string; readonly elementInstanceKey: ElementInstanceKey | null; readonly messageSubscriptionState: ("CORRELATED" | "CREATED" | "DELETED" | "MIGRATED"); readonly lastUpdatedDate: string; readonly messageName: string; readonly correlationKey: string | null; readonly messageSubscriptionType: ("START_EVENT" | "PROCESS_EVENT"); readonly toolProperties: unknown; readonly processDefinitionName: string | null; readonly processDefinitionVersion: number | null; readonly toolName: string | null; readonly inboundConnectorType: string | null; readonly tenantId: string };

export type MessageSubscriptionSearchQuery = { readonly filter?: MessageSubscriptionFilter; readonly sort?: readonly (MessageSubscriptionSearchQuerySortRequest)[]; readonly page?: SearchQueryPageRequest };

export type MessageSubscriptionSearchQueryResult = { readonly items: readonly (MessageSubscriptionResult)[]; readonly page: SearchQueryPageResponse };

export type MessageSubscriptionSearchQuerySortRequest = { readonly field: ("messageSubscriptionKey" | "processDefinitionId" | "processInstanceKey" | "elementId" | "elementInstanceKey" | "messageSubscriptionState" | "lastUpdatedDate" | "messageName" | "correlationKey" | "messageSubscriptionType" | "processDefinitionName" | "processDefinitionVersion" | "toolName" | "inboundConnectorType" | "tenantId"); readonly order?: SortOrderEnum };

export type MessageSubscriptionStateFilterProperty = (("CORRELATED" | "CREATED" | "DELETED" | "MIGRATED") | { readonly $eq?: ("CORRELATED" | "CREATED" | "DELETED" | "MIGRATED"); readonly $neq?: ("CORRELATED" | "CREATED" | "DELETED" | "MIGRATED"); readonly $exists?: boolean; readonly $in?: readonly (("CORRELATED" | "CREATED" | "DELETED" | "MIGRATED"))[]; readonly $like?: string });

export type MessageSubscriptionTypeFilterProperty = (("START_EVENT" | "PROCESS_EVENT") | { readonly $eq?: ("START_EVENT" | "PROCESS_EVENT"); readonly $neq?: ("START_EVENT" | "PROCESS_EVENT"); readonly $exists?: boolean; readonly $in?: readonly (("START_EVENT" | "PROCESS_EVENT"))[]; readonly $like?: string });

export type MigrateProcessInstanceMappingInstruction = { readonly sourceElementId: ElementId; readonly targetElementId: ElementId };

export type ModifyProcessInstanceVariableInstruction = { readonly variables: { readonly [name: string]: unknown }; readonly scopeId?: string };

export type OffsetPagination = { readonly from?: number; readonly limit?: number };

export type OperationReference = number;

export type OperationTypeFilterProperty = (("ASSIGN" | "CANCEL" | "COMPLETE" | "CREATE" | "DELETE" | "EVALUATE" | "MIGRATE" | "MODIFY" | "RESOLVE" | "RESUME" | "SUSPEND" | "UNASSIGN" | "UNKNOWN" | "UPDATE") | { readonly $eq?: ("ASSIGN" | "CANCEL" | "COMPLETE" | "CREATE" | "DELETE" | "EVALUATE" | "MIGRATE" | "MODIFY" | "RESOLVE" | "RESUME" | "SUSPEND" | "UNASSIGN" | "UNKNOWN" | "UPDATE"); readonly $neq?: ("ASSIGN" | "CANCEL" | "COMPLETE" | "CREATE" | "DELETE" | "EVALUATE" | "MIGRATE" | "MODIFY" | "RESOLVE" | "RESUME" | "SUSPEND" | "UNASSIGN" | "UNKNOWN" | "UPDATE"); readonly $exists?: boolean; readonly $in?: readonly (("ASSIGN" | "CANCEL" | "COMPLETE" | "CREATE" | "DELETE" | "EVALUATE" | "MIGRATE" | "MODIFY" | "RESOLVE" | "RESUME" | "SUSPEND" | "UNASSIGN" | "UNKNOWN" | "UPDATE"))[]; readonly $like?: string });

export type Partition = { readonly partitionId: number; readonly role: ("leader" | "follower" | "inactive"); readonly health: ("healthy" | "unhealthy" | "dead"); readonly state: ("unknown" | "joining" | "active" | "leaving" | "recovering") };

export type PhysicalTenantBrokerTopology = { readonly brokerId: string; readonly partitions: readonly (Partition)[] };

export type PhysicalTenantTopology = { readonly physicalTenantId: string; readonly partitionsCount: number; readonly replicationFactor: number; readonly lastCompletedChangeId: string; readonly brokers: readonly (PhysicalTenantBrokerTopology)[] };

export type ProblemDetail = { readonly type: string; readonly title: string; readonly status: number; readonly detail: string; readonly instance: string };

export type ProcessDefinitionElementStatisticsQuery = { readonly filter?: ProcessDefinitionStatisticsFilter };

export type ProcessDefinitionFilter = { readonly processDefinitionKey?: string; readonly name?: StringFilterProperty; readonly resourceName?: string; readonly version?: number; readonly versionTag?: string; readonly processDefinitionId?: StringFilterProperty; readonly tenantId?: string; readonly hasStartForm?: boolean; readonly state?: ("ACTIVE" | "DRAINING" | "DELETED"); readonly isLatestVersion?: boolean };

export type ProcessDefinitionId = string;

export type ProcessDefinitionInstanceStatisticsQuery = { readonly sort?: readonly (ProcessDefinitionInstanceStatisticsSearchQuerySortRequest)[]; readonly page?: OffsetPagination };

export type ProcessDefinitionInstanceStatisticsResult = { readonly processDefinitionId: string; readonly tenantId: string; readonly latestProcessDefinitionName: string | null; readonly hasMultipleVersions: boolean; readonly activeInstancesWithoutIncidentCount: number; readonly activeInstancesWithIncidentCount: number };

export type ProcessDefinitionInstanceStatisticsSearchQueryResult = { readonly items: readonly (ProcessDefinitionInstanceStatisticsResult)[]; readonly page: SearchQueryPageResponse };

export type ProcessDefinitionInstanceStatisticsSearchQuerySortRequest = { readonly field: ("processDefinitionId" | "activeInstancesWithoutIncidentCount" | "activeInstancesWithIncidentCount"); readonly order?: SortOrderEnum };

export type ProcessDefinitionInstanceVersionStatisticsFilter = { readonly processDefinitionId: string; readonly tenantId?: string };

export type ProcessDefinitionInstanceVersionStatisticsQuery = { readonly filter: ProcessDefinitionInstanceVersionStatisticsFilter; readonly sort?: readonly (ProcessDefinitionInstanceVersionStatisticsSearchQuerySortRequest)[]; readonly page?: OffsetPagination };

export type ProcessDefinitionInstanceVersionStatisticsResult = { readonly processDefinitionId: string; readonly processDefinitionKey: ProcessDefinitionKey; readonly processDefinitionName: string | null; readonly tenantId: string; readonly processDefinitionVersion: number; readonly activeInstancesWithIncidentCount: number; readonly activeInstancesWithoutIncidentCount: number };

export type ProcessDefinitionInstanceVersionStatisticsSearchQueryResult = { readonly items: readonly (ProcessDefinitionInstanceVersionStatisticsResult)[]; readonly page: SearchQueryPageResponse };

export type ProcessDefinitionInstanceVersionStatisticsSearchQuerySortRequest = { readonly field: ("processDefinitionId" | "processDefinitionKey" | "processDefinitionName" | "processDefinitionVersion" | "activeInstancesWithIncidentCount" | "activeInstancesWithoutIncidentCount"); readonly order?: SortOrderEnum };

export type ProcessDefinitionKey = LongKey;

export type ProcessDefinitionKeyFilterProperty = (string | { readonly $eq?: string; readonly $neq?: string; readonly $exists?: boolean; readonly $in?: readonly (string)[]; readonly $notIn?: readonly (string)[] });

export type ProcessDefinitionMessageSubscriptionStatisticsQuery = { readonly filter?: MessageSubscriptionFilter; readonly page?: CursorForwardPagination };

export type ProcessDefinitionMessageSubscriptionStatisticsResult = { readonly processDefinitionId: string; readonly tenantId: string; readonly processDefinitionKey: ProcessDefinitionKey; readonly processInstancesWithActiveSubscriptions: number; readonly activeSubscriptions: number };

export type ProcessDefinitionMessageSubscriptionStatisticsSearchQueryResult = { readonly items: readonly (ProcessDefinitionMessageSubscriptionStatisticsResult)[]; readonly page: SearchQueryPageResponse };

export type ProcessDefinitionResult = { readonly processDefinitionKey: ProcessDefinitionKey; readonly name: string | null; readonly resourceName: string; readonly version: number; readonly versionTag: string | null; readonly processDefinitionId: string; readonly tenantId: string; readonly hasStartForm: boolean; readonly state: ("ACTIVE" | "DRAINING" | "DELETED") };

export type ProcessDefinitionSearchQuery = { readonly filter?: ProcessDefinitionFilter; readonly sort?: readonly (ProcessDefinitionSearchQuerySortRequest)[]; readonly page?: SearchQueryPageRequest };

export type ProcessDefinitionSearchQueryResult = { readonly items: readonly (ProcessDefinitionResult)[]; readonly page: SearchQueryPageResponse };

export type ProcessDefinitionSearchQuerySortRequest = { readonly field: ("processDefinitionKey" | "name" | "resourceName" | "version" | "versionTag" | "processDefinitionId" | "tenantId"); readonly order?: SortOrderEnum };

export type ProcessDefinitionStatisticsFilter = { readonly processInstanceKey?: ProcessInstanceKeyFilterProperty; readonly startDate?: DateTimeFilterProperty; readonly endDate?: DateTimeFilterProperty; readonly suspendedDate?: DateTimeFilterProperty; readonly state?: ProcessInstanceStateFilterProperty; readonly hasIncident?: boolean; readonly tenantId?: StringFilterProperty; readonly parentProcessInstanceKey?: ProcessInstanceKeyFilterProperty; readonly parentElementInstanceKey?: ElementInstanceKeyFilterProperty; readonly businessId?: StringFilterProperty; readonly variables?: readonly (VariableValueFilterProperty)[]; readonly tags?: readonly (string)[]; readonly errorMessage?: StringFilterProperty; readonly hasRetriesLeft?: boolean; readonly elementInstanceState?: ElementInstanceStateFilterProperty; readonly elementId?: StringFilterProperty; readonly hasElementInstanceIncident?: boolean; readonly incidentErrorHashCode?: IntegerFilterProperty; readonly batchOperationKey?: StringFilterProperty; readonly batchOperationId?: StringFilterProperty; readonly $or?: readonly (ProcessDefinitionStatisticsFilterFields)[] };

export type ProcessDefinitionStatisticsFilterFields = { readonly processInstanceKey?: ProcessInstanceKeyFilterProperty; readonly startDate?: DateTimeFilterProperty; readonly endDate?: DateTimeFilterProperty; readonly suspendedDate?: DateTimeFilterProperty; readonly state?: ProcessInstanceStateFilterProperty; readonly hasIncident?: boolean; readonly tenantId?: StringFilterProperty; readonly parentProcessInstanceKey?: ProcessInstanceKeyFilterProperty; readonly parentElementInstanceKey?: ElementInstanceKeyFilterProperty; readonly businessId?: StringFilterProperty; readonly variables?: readonly (VariableValueFilterProperty)[]; readonly tags?: readonly (string)[]; readonly errorMessage?: StringFilterProperty; readonly hasRetriesLeft?: boolean; readonly elementInstanceState?: ElementInstanceStateFilterProperty; readonly elementId?: StringFilterProperty; readonly hasElementInstanceIncident?: boolean; readonly incidentErrorHashCode?: IntegerFilterProperty; readonly batchOperationKey?: StringFilterProperty; readonly batchOperationId?: StringFilterProperty };

export type ProcessDefinitionVariableNameFilter = { readonly name?: StringFilterProperty };

export type ProcessDefinitionVariableNameResult = { readonly name: string };

export type ProcessDefinitionVariableNameSearchQuery = { readonly filter?: ProcessDefinitionVariableNameFilter; readonly page?: SearchQueryPageRequest };

export type ProcessDefinitionVariableNameSearchQueryResult = { readonly items: readonly (ProcessDefinitionVariableNameResult)[]; readonly page: SearchQueryPageResponse };

export type ProcessElementStatisticsQueryResult = { readonly items: readonly (ProcessElementStatisticsResult)[] };

export type ProcessElementStatisticsResult = { readonly elementId: string; readonly active: number; readonly canceled: number; readonly incidents: number; readonly completed: number };

export type ProcessInstanceBusinessIdAssignmentInstruction = { readonly businessId: BusinessId };

export type ProcessInstanceCallHierarchyEntry = { readonly processInstanceKey: ProcessInstanceKey; readonly processDefinitionKey: ProcessDefinitionKey; readonly processDefinitionName: string };

export type ProcessInstanceCancellationBatchOperationRequest = { readonly filter: ProcessInstanceFilter; readonly operationReference?: OperationReference };

export type ProcessInstanceCreationInstruction = (ProcessInstanceCreationInstructionByKey | ProcessInstanceCreationInstructionById);

export type ProcessInstanceCreationInstructionById = { readonly processDefinitionId: ProcessDefinitionId; readonly processDefinitionVersion?: number; readonly variables?: { readonly [name: string]: unknown }; readonly tenantId?: TenantId; readonly operationReference?: OperationReference; readonly startInstructions?: readonly (ProcessInstanceCreationStartInstruction)[]; readonly runtimeInstructions?: readonly (ProcessInstanceCreationRuntimeInstruction)[]; readonly awaitCompletion?: boolean; readonly fetchVariables?: readonly (string)[]; readonly requestTimeout?: number; readonly tags?: TagSet; readonly businessId?: BusinessId };

export type ProcessInstanceCreationInstructionByKey = { readonly processDefinitionKey: ProcessDefinitionKey; readonly processDefinitionVersion?: number; readonly variables?: { readonly [name: string]: unknown }; readonly tenantId?: TenantId; readonly operationReference?: OperationReference; readonly startInstructions?: readonly (ProcessInstanceCreationStartInstruction)[]; readonly runtimeInstructions?: readonly (ProcessInstanceCreationRuntimeInstruction)[]; readonly awaitCompletion?: boolean; readonly fetchVariables?: readonly (string)[]; readonly requestTimeout?: number; readonly tags?: TagSet; readonly businessId?: BusinessId };

export type ProcessInstanceCreationRuntimeInstruction = (ProcessInstanceCreationTerminateInstruction);

export type ProcessInstanceCreationStartInstruction = { readonly elementId: ElementId };

export type ProcessInstanceCreationTerminateInstruction = { readonly type?: string; readonly afterElementId: ElementId };

export type ProcessInstanceDeletionBatchOperationRequest = { readonly filter: ProcessInstanceFilter; readonly operationReference?: OperationReference };

export type ProcessInstanceFilter = { readonly processInstanceKey?: ProcessInstanceKeyFilterProperty; readonly processDefinitionId?: StringFilterProperty; readonly processDefinitionName?: StringFilterProperty; readonly processDefinitionVersion?: IntegerFilterProperty; readonly processDefinitionVersionTag?: StringFilterProperty; readonly processDefinitionKey?: ProcessDefinitionKeyFilterProperty; readonly startDate?: DateTimeFilterProperty; readonly endDate?: DateTimeFilterProperty; readonly suspendedDate?: DateTimeFilterProperty; readonly state?: ProcessInstanceStateFilterProperty; readonly hasIncident?: boolean; readonly tenantId?: StringFilterProperty; readonly parentProcessInstanceKey?: ProcessInstanceKeyFilterProperty; readonly parentElementInstanceKey?: ElementInstanceKeyFilterProperty; readonly businessId?: StringFilterProperty; readonly variables?: readonly (VariableValueFilterProperty)[]; readonly tags?: readonly (string)[]; readonly errorMessage?: StringFilterProperty; readonly hasRetriesLeft?: boolean; readonly elementInstanceState?: ElementInstanceStateFilterProperty; readonly elementId?: StringFilterProperty; readonly hasElementInstanceIncident?: boolean; readonly incidentErrorHashCode?: IntegerFilterProperty; readonly batchOperationKey?: StringFilterProperty; readonly batchOperationId?: StringFilterProperty; readonly $or?: readonly (ProcessInstanceFilterFields)[] };

export type ProcessInstanceFilterFields = { readonly processInstanceKey?: ProcessInstanceKeyFilterProperty; readonly processDefinitionId?: StringFilterProperty; readonly processDefinitionName?: StringFilterProperty; readonly processDefinitionVersion?: IntegerFilterProperty; readonly processDefinitionVersionTag?: StringFilterProperty; readonly processDefinitionKey?: ProcessDefinitionKeyFilterProperty; readonly startDate?: DateTimeFilterProperty; readonly endDate?: DateTimeFilterProperty; readonly suspendedDate?: DateTimeFilterProperty; readonly state?: ProcessInstanceStateFilterProperty; readonly hasIncident?: boolean; readonly tenantId?: StringFilterProperty; readonly parentProcessInstanceKey?: ProcessInstanceKeyFilterProperty; readonly parentElementInstanceKey?: ElementInstanceKeyFilterProperty; readonly businessId?: StringFilterProperty; readonly variables?: readonly (VariableValueFilterProperty)[]; readonly tags?: readonly (string)[]; readonly errorMessage?: StringFilterProperty; readonly hasRetriesLeft?: boolean; readonly elementInstanceState?: ElementInstanceStateFilterProperty; readonly elementId?: StringFilterProperty; readonly hasElementInstanceIncident?: boolean; readonly incidentErrorHashCode?: IntegerFilterProperty; readonly batchOperationKey?: StringFilterProperty; readonly batchOperationId?: StringFilterProperty };

export type ProcessInstanceIncidentResolutionBatchOperationRequest = { readonly filter: ProcessInstanceFilter; readonly operationReference?: OperationReference };

export type ProcessInstanceKey = LongKey;

export type ProcessInstanceKeyFilterProperty = (string | { readonly $eq?: string; readonly $neq?: string; readonly $exists?: boolean; readonly $in?: readonly (string)[]; readonly $notIn?: readonly (string)[] });

export type ProcessInstanceMigrationBatchOperationPlan = { readonly targetProcessDefinitionKey: ProcessDefinitionKey; readonly mappingInstructions: readonly (MigrateProcessInstanceMappingInstruction)[] };

export type ProcessInstanceMigrationBatchOperationRequest = { readonly filter: ProcessInstanceFilter; readonly migrationPlan: ProcessInstanceMigrationBatchOperationPlan; readonly operationReference?: OperationReference };

export type ProcessInstanceMigrationInstruction = { readonly targetProcessDefinitionKey: ProcessDefinitionKey; readonly mappingInstructions: readonly (MigrateProcessInstanceMappingInstruction)[]; readonly operationReference?: OperationReference };

export type ProcessInstanceModificationActivateInstruction = { readonly elementId: ElementId; readonly variableInstructions?: readonly (ModifyProcessInstanceVariableInstruction)[]; readonly ancestorElementInstanceKey?: ElementInstanceKey };

export type ProcessInstanceModificationBatchOperationRequest = { readonly filter: ProcessInstanceFilter; readonly moveInstructions: readonly (ProcessInstanceModificationMoveBatchOperationInstruction)[]; readonly operationReference?: OperationReference };

export type ProcessInstanceModificationInstruction = { readonly operationReference?: OperationReference; readonly activateInstructions?: readonly (ProcessInstanceModificationActivateInstruction)[]; readonly moveInstructions?: readonly (ProcessInstanceModificationMoveInstruction)[]; readonly terminateInstructions?: readonly (ProcessInstanceModificationTerminateInstruction)[] };

export type ProcessInstanceModificationMoveBatchOperationInstruction = { readonly sourceElementId: ElementId; readonly targetElementId: ElementId };

export type ProcessInstanceModificationMoveInstruction = { readonly sourceElementInstruction: SourceElementInstruction; readonly targetElementId: ElementId; readonly ancestorScopeInstruction?: AncestorScopeInstruction; readonly variableInstructions?: readonly (ModifyProcessInstanceVariableInstruction)[] };

export type ProcessInstanceModificationTerminateByIdInstruction = { readonly elementId: ElementId };

export type ProcessInstanceModificationTerminateByKeyInstruction = { readonly elementInstanceKey: ElementInstanceKey };

export type ProcessInstanceModificationTerminateInstruction = (ProcessInstanceModificationTerminateByIdInstruction | ProcessInstanceModificationTerminateByKeyInstruction);

export type ProcessInstanceReference = { readonly processDefinitionKey: ProcessDefinitionKey; readonly processInstanceKey: ProcessInstanceKey };

export type ProcessInstanceResult = { readonly processInstanceKey: ProcessInstanceKey; readonly processDefinitionId: string; readonly processDefinitionName: string | null; readonly processDefinitionVersion: number; readonly processDefinitionVersionTag: string | null; readonly processDefinitionKey: ProcessDefinitionKey; readonly startDate: string; readonly endDate: string | null; readonly suspendedDate: string | null; readonly state: ("ACTIVE" | "COMPLETED" | "SUSPENDED" | "TERMINATED"); readonly hasIncident: boolean; readonly tenantId: string; readonly parentProcessInstanceKey: ProcessInstanceKey | null; readonly parentElementInstanceKey: ElementInstanceKey | null; readonly rootProcessInstanceKey: ProcessInstanceKey | null; readonly tags: readonly (string)[]; readonly businessId: string | null };

export type ProcessInstanceResumptionBatchOperationRequest = { readonly filter: ProcessInstanceFilter; readonly operationReference?: OperationReference };

export type ProcessInstanceSearchQuery = { readonly filter?: ProcessInstanceFilter; readonly sort?: readonly (ProcessInstanceSearchQuerySortRequest)[]; readonly page?: SearchQueryPageRequest };

export type ProcessInstanceSearchQueryResult = { readonly items: readonly (ProcessInstanceResult)[]; readonly page: SearchQueryPageResponse };

export type ProcessInstanceSearchQuerySortRequest = { readonly field: ("processInstanceKey" | "processDefinitionId" | "processDefinitionName" | "processDefinitionVersion" | "processDefinitionVersionTag" | "processDefinitionKey" | "startDate" | "endDate" | "suspendedDate" | "state" | "hasIncident" | "tenantId" | "parentProcessInstanceKey" | "parentElementInstanceKey" | "businessId"); readonly order?: SortOrderEnum };

export type ProcessInstanceSequenceFlowResult = { readonly sequenceFlowId: string; readonly processInstanceKey: ProcessInstanceKey; readonly rootProcessInstanceKey: ProcessInstanceKey | null; readonly processDefinitionKey: ProcessDefinitionKey; readonly processDefinitionId: string; readonly elementId: string; readonly tenantId: string };

export type ProcessInstanceSequenceFlowsQueryResult = { readonly items: readonly (ProcessInstanceSequenceFlowResult)[] };

export type ProcessInstanceStateFilterProperty = (("ACTIVE" | "COMPLETED" | "SUSPENDED" | "TERMINATED") | { readonly $eq?: ("ACTIVE" | "COMPLETED" | "SUSPENDED" | "TERMINATED"); readonly $neq?: ("ACTIVE" | "COMPLETED" | "SUSPENDED" | "TERMINATED"); readonly $exists?: boolean; readonly $in?: readonly (("ACTIVE" | "COMPLETED" | "SUSPENDED" | "TERMINATED"))[]; readonly $like?: string });

export type ProcessInstanceSuspensionBatchOperationRequest = { readonly filter: ProcessInstanceFilter; readonly operationReference?: OperationReference };

export type ProcessInstanceWaitStateStatisticsQueryResult = { readonly items: readonly (ProcessInstanceWaitStateStatisticsResult)[] };

export type ProcessInstanceWaitStateStatisticsResult = { readonly elementId: string; readonly waitingCount: number };

export type ResolvedSecret = { readonly reference: string; readonly value: string };

export type ResourceFilter = { readonly resourceName?: StringFilterProperty; readonly version?: IntegerFilterProperty; readonly versionTag?: StringFilterProperty; readonly resourceId?: StringFilterProperty; readonly tenantId?: string; readonly resourceKey?: ResourceKeyFilterProperty; readonly deploymentKey?: DeploymentKeyFilterProperty };

export type ResourceKey = LongKey;

export type ResourceKeyFilterProperty = (string | { readonly $eq?: string; readonly $neq?: string; readonly $exists?: boolean; readonly $in?: readonly (string)[]; readonly $notIn?: readonly (string)[] });

export type ResourceResult = { readonly resourceName: string; readonly version: number; readonly versionTag: string | null; readonly resourceId: string; readonly tenantId: string; readonly resourceKey: ResourceKey };

export type ResourceSearchQuery = { readonly filter?: ResourceFilter; readonly sort?: readonly (ResourceSearchQuerySortRequest)[]; readonly page?: SearchQueryPageRequest };

export type ResourceSearchQueryResult = { readonly items: readonly (ResourceResult)[]; readonly page: SearchQueryPageResponse };

export type ResourceSearchQuerySortRequest = { readonly field: ("resourceName" | "version" | "versionTag" | "resourceId" | "tenantId" | "resourceKey" | "deploymentKey"); readonly order?: SortOrderEnum };

export type ResumeProcessInstanceRequest = { readonly operationReference?: OperationReference } | null;

export type SavedFilterAppEnum = ("operate" | "tasklist");

export type SavedFilterAppFilterProperty = (("operate" | "tasklist") | { readonly $eq?: ("operate" | "tasklist"); readonly $neq?: ("operate" | "tasklist"); readonly $exists?: boolean; readonly $in?: readonly (("operate" | "tasklist"))[]; readonly $like?: string });

export type SavedFilterFilter = { readonly savedFilterKey?: SavedFilterKeyFilterProperty; readonly app?: SavedFilterAppFilterProperty; readonly owner?: StringFilterProperty; readonly name?: StringFilterProperty; readonly isShared?: boolean; readonly creationDate?: DateTimeFilterProperty; readonly $or?: readonly (SavedFilterFilterFields)[] };

export type SavedFilterFilterFields = { readonly savedFilterKey?: SavedFilterKeyFilterProperty; readonly app?: SavedFilterAppFilterProperty; readonly owner?: StringFilterProperty; readonly name?: StringFilterProperty; readonly isShared?: boolean; readonly creationDate?: DateTimeFilterProperty };

export type SavedFilterKey = LongKey;

export type SavedFilterKeyFilterProperty = (string | { readonly $eq?: string; readonly $neq?: string; readonly $exists?: boolean; readonly $in?: readonly (string)[]; readonly $notIn?: readonly (string)[] });

export type SavedFilterResult = { readonly savedFilterKey: SavedFilterKey; readonly app: ("operate" | "tasklist"); readonly owner: string; readonly name: string; readonly isShared: boolean; readonly content: { readonly [name: string]: unknown }; readonly creationDate: string };

export type SavedFilterSearchQuery = { readonly filter?: SavedFilterFilter; readonly sort?: readonly (SavedFilterSearchQuerySortRequest)[]; readonly page?: SearchQueryPageRequest };

export type SavedFilterSearchQueryResult = { readonly items: readonly (SavedFilterResult)[]; readonly page: SearchQueryPageResponse };

export type SavedFilterSearchQuerySortRequest = { readonly field: ("name" | "creationDate"); readonly order?: SortOrderEnum };

export type ScopeKey = LongKey;

export type ScopeKeyFilterProperty = (string | { readonly $eq?: string; readonly $neq?: string; readonly $exists?: boolean; readonly $in?: readonly (string)[]; readonly $notIn?: readonly (string)[] });

export type SearchQueryPageRequest = { readonly limit?: number; readonly from?: number; readonly after?: string; readonly before?: string };

export type SearchQueryPageResponse = { readonly totalItems: number; readonly hasMoreTotalItems: boolean; readonly startCursor: string | null; readonly endCursor: string | null };

export type SearchUserTaskEffectiveVariablesQuery = { readonly filter?: UserTaskVariableFilter; readonly sort?: readonly (UserTaskVariableSearchQuerySortRequest)[]; readonly page?: OffsetPagination };

export type SecretListRequest = Record<never, never>;

export type SecretListResult = { readonly references: readonly (string)[] };

export type SecretResolutionError = { readonly reference: string; readonly code: ("NOT_FOUND" | "ACCESS_DENIED" | "INVALID_REFERENCE" | "UNREADABLE"); readonly message: string };

export type SecretResolveRequest = { readonly references: readonly (string)[] };

export type SecretResolveResult = { readonly resolved: readonly (ResolvedSecret)[]; readonly errors: readonly (SecretResolutionError)[] };

export type SetVariableRequest = { readonly variables: { readonly [name: string]: unknown }; readonly local?: boolean; readonly operationReference?: OperationReference };

export type SignalBroadcastRequest = { readonly signalName: string; readonly variables?: { readonly [name: string]: unknown }; readonly tenantId?: TenantId };

export type SignalBroadcastResult = { readonly tenantId: TenantId; readonly signalKey: SignalKey };

export type SignalKey = LongKey;

export type SortOrderEnum = ("ASC" | "DESC");

export type SourceElementIdInstruction = { readonly sourceType: string; readonly sourceElementId: ElementId };

export type SourceElementInstanceKeyInstruction = { readonly sourceType: string; readonly sourceElementInstanceKey: ElementInstanceKey };

export type SourceElementInstruction = (SourceElementIdInstruction | SourceElementInstanceKeyInstruction);

export type StatusMetric = { readonly count: number; readonly lastUpdatedAt: string | null };

export type StringFilterProperty = (string | { readonly $eq?: string; readonly $neq?: string; readonly $exists?: boolean; readonly $in?: readonly (string)[]; readonly $notIn?: readonly (string)[]; readonly $like?: string });

export type SuspendProcessInstanceRequest = { readonly operationReference?: OperationReference } | null;

export type SystemConfigurationResponse = { readonly jobMetrics: JobMetricsConfigurationResponse; readonly components: ComponentsConfigurationResponse; readonly deployment: DeploymentConfigurationResponse; readonly authentication: AuthenticationConfigurationResponse; readonly cloud: CloudConfigurationResponse };

export type Tag = string;

export type TagSet = readonly (Tag)[];

export type TenantFilterEnum = ("PROVIDED" | "ASSIGNED");

export type TenantId = string;

export type TopologyResponse = { readonly brokers: readonly (BrokerInfo)[]; readonly clusterId: string | null; readonly clusterSize: number; readonly partitionsCount: number; readonly replicationFactor: number; readonly gatewayVersion: string; readonly lastCompletedChangeId: string };

export type UpdateClusterVariableRequest = { readonly value: unknown };

export type UpdateGlobalTaskListenerRequest = { readonly type: string; readonly eventTypes: readonly (GlobalTaskListenerEventTypeEnum)[]; readonly retries?: number; readonly afterNonGlobal?: boolean; readonly priority?: number };

export type UpdateSavedFilterRequest = { readonly name: string; readonly isShared: boolean; readonly content: { readonly [name: string]: unknown } };

export type UsageMetricsResponse = { readonly processInstances: number; readonly decisionInstances: number; readonly assignees: number; readonly activeTenants: number; readonly tenants: { readonly [name: string]: unknown } };

export type UseSourceParentKeyInstruction = { readonly ancestorScopeType: string };

export type UserTaskAssignmentRequest = { readonly assignee: string; readonly allowOverride?: boolean | null; readonly action?: string | null };

export type UserTaskAuditLogFilter = { readonly operationType?: OperationTypeFilterProperty; readonly timestamp?: DateTimeFilterProperty; readonly actorId?: StringFilterProperty; readonly actorType?: AuditLogActorTypeFilterProperty; readonly result?: AuditLogResultFilterProperty };

export type UserTaskAuditLogResult = { readonly auditLogKey: AuditLogKey; readonly entityKey: string; readonly entityType: ("AUTHORIZATION" | "BATCH" | "DECISION" | "GROUP" | "INCIDENT" | "JOB" | "MAPPING_RULE" | "PROCESS_INSTANCE" | "RESOURCE" | "ROLE" | "TENANT" | "USER" | "USER_TASK" | "VARIABLE" | "CLIENT"); readonly operationType: ("ASSIGN" | "CANCEL" | "COMPLETE" | "CREATE" | "DELETE" | "EVALUATE" | "MIGRATE" | "MODIFY" | "RESOLVE" | "RESUME" | "SUSPEND" | "UNASSIGN" | "UNKNOWN" | "UPDATE"); readonly batchOperationKey: BatchOperationKey | null; readonly batchOperationType: ("ADD_VARIABLE" | "CANCEL_PROCESS_INSTANCE" | "DELETE_DECISION_DEFINITION" | "DELETE_DECISION_INSTANCE" | "DELETE_PROCESS_DEFINITION" | "DELETE_PROCESS_INSTANCE" | "MIGRATE_PROCESS_INSTANCE" | "MODIFY_PROCESS_INSTANCE" | "RESOLVE_INCIDENT" | "RESUME_PROCESS_INSTANCE" | "SUSPEND_PROCESS_INSTANCE" | "UPDATE_JOB" | "UPDATE_VARIABLE") | null; readonly timestamp: string; readonly actorId: string | null; readonly actorType: ("ANONYMOUS" | "CLIENT" | "UNKNOWN" | "USER") | null; readonly agentElementId: string | null; readonly tenantId: string | null; readonly result: ("FAIL" | "SUCCESS"); readonly category: ("ADMIN" | "DEPLOYED_RESOURCES" | "USER_TASKS"); readonly processDefinitionId: string | null; readonly processDefinitionKey: ProcessDefinitionKey | null; readonly processInstanceKey: ProcessInstanceKey | null; readonly rootProcessInstanceKey: ProcessInstanceKey | null; readonly elementInstanceKey: ElementInstanceKey | null; readonly jobKey: JobKey | null; readonly userTaskKey: UserTaskKey | null; readonly decisionRequirementsId: string | null; readonly decisionRequirementsKey: DecisionRequirementsKey | null; readonly decisionDefinitionId: string | null; readonly decisionDefinitionKey: DecisionDefinitionKey | null; readonly decisionEvaluationKey: DecisionEvaluationKey | null; readonly deploymentKey: DeploymentKey | null; readonly formKey: FormKey | null; readonly resourceKey: ResourceKey | null; readonly relatedEntityKey: string | null; readonly relatedEntityType: ("AUTHORIZATION" | "BATCH" | "DECISION" | "GROUP" | "INCIDENT" | "JOB" | "MAPPING_RULE" | "PROCESS_INSTANCE" | "RESOURCE" | "ROLE" | "TENANT" | "USER" | "USER_TASK" | "VARIABLE" | "CLIENT") | null; readonly entityDescription: string | null; readonly inboundChannelType: string | null; readonly inboundChannelToolName: string | null };

export type UserTaskAuditLogSearchQuery = { readonly filter?: UserTaskAuditLogFilter; readonly sort?: readonly (UserTaskAuditLogSearchQuerySortRequest)[]; readonly page?: SearchQueryPageRequest };

export type UserTaskAuditLogSearchQueryResult = { readonly items: readonly (UserTaskAuditLogResult)[]; readonly page: SearchQueryPageResponse };

export type UserTaskAuditLogSearchQuerySortRequest = { readonly field: ("auditLogKey" | "entityKey" | "entityType" | "operationType" | "batchOperationKey" | "batchOperationType" | "timestamp" | "actorId" | "actorType" | "tenantId" | "result" | "category" | "processDefinitionId" | "processDefinitionKey" | "processInstanceKey" | "elementInstanceKey" | "jobKey" | "userTaskKey" | "decisionRequirementsId" | "decisionRequirementsKey" | "decisionDefinitionId" | "decisionDefinitionKey" | "decisionEvaluationKey" | "inboundChannelType" | "inboundChannelToolName"); readonly order?: SortOrderEnum };

export type UserTaskCommentFilter = { readonly author?: StringFilterProperty; readonly text?: StringFilterProperty; readonly creationDate?: DateTimeFilterProperty };

export type UserTaskCommentKey = LongKey;

export type UserTaskCommentResult = { readonly commentKey: UserTaskCommentKey; readonly userTaskKey: UserTaskKey; readonly processInstanceKey: ProcessInstanceKey; readonly elementInstanceKey: ElementInstanceKey; readonly author: string; readonly text: string; readonly creationDate: string; readonly tenantId: string };

export type UserTaskCommentSearchQuery = { readonly filter?: UserTaskCommentFilter; readonly sort?: readonly (UserTaskCommentSearchQuerySortRequest)[]; readonly page?: SearchQueryPageRequest };

export type UserTaskCommentSearchQueryResult = { readonly items: readonly (UserTaskCommentResult)[]; readonly page: SearchQueryPageResponse };

export type UserTaskCommentSearchQuerySortRequest = { readonly field: ("author" | "creationDate"); readonly order?: SortOrderEnum };

export type UserTaskCompletionRequest = { readonly variables?: { readonly [name: string]: unknown } | null; readonly action?: string | null };

export type UserTaskFilter = { readonly userTaskKey?: string; readonly name?: StringFilterProperty; readonly assignee?: StringFilterProperty; readonly elementId?: string; readonly processDefinitionId?: StringFilterProperty; readonly creationDate?: DateTimeFilterProperty; readonly completionDate?: DateTimeFilterProperty; readonly followUpDate?: DateTimeFilterProperty; readonly dueDate?: DateTimeFilterProperty; readonly tenantId?: StringFilterProperty; readonly priority?: IntegerFilterProperty; readonly elementInstanceKey?: string; readonly processDefinitionKey?: ProcessDefinitionKeyFilterProperty; readonly processInstanceKey?: ProcessInstanceKeyFilterProperty; readonly businessId?: StringFilterProperty; readonly state?: UserTaskStateFilterProperty; readonly candidateGroup?: StringFilterProperty; readonly candidateUser?: StringFilterProperty; readonly processInstanceVariables?: readonly (VariableValueFilterProperty)[]; readonly localVariables?: readonly (VariableValueFilterProperty)[]; readonly tags?: readonly (string)[] };

export type UserTaskKey = LongKey;

export type UserTaskProperties = { readonly action: string; readonly assignee: string | null; readonly candidateGroups: readonly (string)[]; readonly candidateUsers: readonly (string)[]; readonly changedAttributes: readonly (string)[]; readonly dueDate: string | null; readonly followUpDate: string | null; readonly formKey: FormKey | null; readonly priority: number | null; readonly userTaskKey: UserTaskKey | null };

export type UserTaskResult = { readonly userTaskKey: UserTaskKey; readonly name: string | null; readonly state: ("CREATING" | "CREATED" | "ASSIGNING" | "UPDATING" | "COMPLETING" | "COMPLETED" | "CANCELING" | "CANCELED" | "FAILED"); readonly assignee: string | null; readonly elementId: string; readonly candidateGroups: readonly (string)[]; readonly candidateUsers: readonly (string)[]; readonly processDefinitionId: string; readonly creationDate: string; readonly completionDate: string | null; readonly followUpDate: string | null; readonly dueDate: string | null; readonly tenantId: string; readonly externalFormReference: string | null; readonly processDefinitionVersion: number; readonly customHeaders: { readonly [name: string]: unknown }; readonly priority: number; readonly elementInstanceKey: ElementInstanceKey; readonly processName: string | null; readonly processDefinitionKey: ProcessDefinitionKey; readonly processInstanceKey: ProcessInstanceKey; readonly rootProcessInstanceKey: ProcessInstanceKey | null; readonly businessId: string | null; readonly formKey: FormKey | null; readonly tags: readonly (string)[] };

export type UserTaskSearchQuery = { readonly filter?: UserTaskFilter; readonly sort?: readonly (UserTaskSearchQuerySortRequest)[]; readonly page?: SearchQueryPageRequest };

export type UserTaskSearchQueryResult = { readonly items: readonly (UserTaskResult)[]; readonly page: SearchQueryPageResponse };

export type UserTaskSearchQuerySortRequest = { readonly field: ("name" | "creationDate" | "completionDate" | "followUpDate" | "dueDate" | "priority" | "businessId"); readonly order?: SortOrderEnum };

export type UserTaskStateFilterProperty = (("CREATING" | "CREATED" | "ASSIGNING" | "UPDATING" | "COMPLETING" | "COMPLETED" | "CANCELING" | "CANCELED" | "FAILED") | { readonly $eq?: ("CREATING" | "CREATED" | "ASSIGNING" | "UPDATING" | "COMPLETING" | "COMPLETED" | "CANCELING" | "CANCELED" | "FAILED"); readonly $neq?: ("CREATING" | "CREATED" | "ASSIGNING" | "UPDATING" | "COMPLETING" | "COMPLETED" | "CANCELING" | "CANCELED" | "FAILED"); readonly $exists?: boolean; readonly $in?: readonly (("CREATING" | "CREATED" | "ASSIGNING" | "UPDATING" | "COMPLETING" | "COMPLETED" | "CANCELING" | "CANCELED" | "FAILED"))[]; readonly $like?: string });

export type UserTaskUpdateRequest = { readonly changeset?: Changeset; readonly action?: string | null };

export type UserTaskVariableFilter = { readonly name?: StringFilterProperty; readonly isTruncated?: boolean };

export type UserTaskVariableSearchQuery = { readonly filter?: UserTaskVariableFilter; readonly sort?: readonly (UserTaskVariableSearchQuerySortRequest)[]; readonly page?: SearchQueryPageRequest };

export type UserTaskVariableSearchQueryResult = { readonly items: readonly (VariableSearchResult)[]; readonly page: SearchQueryPageResponse };

export type UserTaskVariableSearchQuerySortRequest = { readonly field: ("variableKey" | "name" | "value" | "tenantId" | "scopeKey" | "processInstanceKey"); readonly order?: SortOrderEnum };

export type VariableFilter = { readonly variableKey?: VariableKeyFilterProperty; readonly name?: StringFilterProperty; readonly value?: StringFilterProperty; readonly isTruncated?: boolean; readonly tenantId?: string; readonly scopeKey?: ScopeKeyFilterProperty; readonly processInstanceKey?: ProcessInstanceKeyFilterProperty };

export type VariableKey = LongKey;

export type VariableKeyFilterProperty = (string | { readonly $eq?: string; readonly $neq?: string; readonly $exists?: boolean; readonly $in?: readonly (string)[]; readonly $notIn?: readonly (string)[] });

export type VariableResult = { readonly variableKey: VariableKey; readonly name: string; readonly value: string; readonly tenantId: string; readonly scopeKey: ScopeKey; readonly processInstanceKey: ProcessInstanceKey; readonly rootProcessInstanceKey: ProcessInstanceKey | null };

export type VariableSearchQuery = { readonly filter?: VariableFilter; readonly sort?: readonly (VariableSearchQuerySortRequest)[]; readonly page?: SearchQueryPageRequest };

export type VariableSearchQueryResult = { readonly items: readonly (VariableSearchResult)[]; readonly page: SearchQueryPageResponse };

export type VariableSearchQuerySortRequest = { readonly field: ("variableKey" | "name" | "value" | "tenantId" | "scopeKey" | "processInstanceKey"); readonly order?: SortOrderEnum };

export type VariableSearchResult = { readonly variableKey: VariableKey; readonly name: string; readonly value: string; readonly isTruncated: boolean; readonly tenantId: string; readonly scopeKey: ScopeKey; readonly processInstanceKey: ProcessInstanceKey; readonly rootProcessInstanceKey: ProcessInstanceKey | null };

export type VariableValueFilterProperty = { readonly name: string; readonly value: VariableValueProperty };

export type VariableValueProperty = (string | { readonly $eq?: string; readonly $neq?: string; readonly $exists?: boolean; readonly $in?: readonly (string)[]; readonly $notIn?: readonly (string)[]; readonly $like?: string; readonly $gt?: number; readonly $gte?: number; readonly $lt?: number; readonly $lte?: number });

export type WaitStateElementTypeFilterProperty = (("UNSPECIFIED" | "PROCESS" | "SUB_PROCESS" | "EVENT_SUB_PROCESS" | "AD_HOC_SUB_PROCESS" | "AD_HOC_SUB_PROCESS_INNER_INSTANCE" | "START_EVENT" | "INTERMEDIATE_CATCH_EVENT" | "INTERMEDIATE_THROW_EVENT" | "BOUNDARY_EVENT" | "END_EVENT" | "SERVICE_TASK" | "RECEIVE_TASK" | "USER_TASK" | "MANUAL_TASK" | "TASK" | "EXCLUSIVE_GATEWAY" | "PARALLEL_GATEWAY" | "EVENT_BASED_GATEWAY" | "INCLUSIVE_GATEWAY" | "SEQUENCE_FLOW" | "MULTI_INSTANCE_BODY" | "CALL_ACTIVITY" | "BUSINESS_RULE_TASK" | "SCRIPT_TASK" | "SEND_TASK" | "UNKNOWN") | { readonly $eq?: ("UNSPECIFIED" | "PROCESS" | "SUB_PROCESS" | "EVENT_SUB_PROCESS" | "AD_HOC_SUB_PROCESS" | "AD_HOC_SUB_PROCESS_INNER_INSTANCE" | "START_EVENT" | "INTERMEDIATE_CATCH_EVENT" | "INTERMEDIATE_THROW_EVENT" | "BOUNDARY_EVENT" | "END_EVENT" | "SERVICE_TASK" | "RECEIVE_TASK" | "USER_TASK" | "MANUAL_TASK" | "TASK" | "EXCLUSIVE_GATEWAY" | "PARALLEL_GATEWAY" | "EVENT_BASED_GATEWAY" | "INCLUSIVE_GATEWAY" | "SEQUENCE_FLOW" | "MULTI_INSTANCE_BODY" | "CALL_ACTIVITY" | "BUSINESS_RULE_TASK" | "SCRIPT_TASK" | "SEND_TASK" | "UNKNOWN"); readonly $neq?: ("UNSPECIFIED" | "PROCESS" | "SUB_PROCESS" | "EVENT_SUB_PROCESS" | "AD_HOC_SUB_PROCESS" | "AD_HOC_SUB_PROCESS_INNER_INSTANCE" | "START_EVENT" | "INTERMEDIATE_CATCH_EVENT" | "INTERMEDIATE_THROW_EVENT" | "BOUNDARY_EVENT" | "END_EVENT" | "SERVICE_TASK" | "RECEIVE_TASK" | "USER_TASK" | "MANUAL_TASK" | "TASK" | "EXCLUSIVE_GATEWAY" | "PARALLEL_GATEWAY" | "EVENT_BASED_GATEWAY" | "INCLUSIVE_GATEWAY" | "SEQUENCE_FLOW" | "MULTI_INSTANCE_BODY" | "CALL_ACTIVITY" | "BUSINESS_RULE_TASK" | "SCRIPT_TASK" | "SEND_TASK" | "UNKNOWN"); readonly $exists?: boolean; readonly $in?: readonly (("UNSPECIFIED" | "PROCESS" | "SUB_PROCESS" | "EVENT_SUB_PROCESS" | "AD_HOC_SUB_PROCESS" | "AD_HOC_SUB_PROCESS_INNER_INSTANCE" | "START_EVENT" | "INTERMEDIATE_CATCH_EVENT" | "INTERMEDIATE_THROW_EVENT" | "BOUNDARY_EVENT" | "END_EVENT" | "SERVICE_TASK" | "RECEIVE_TASK" | "USER_TASK" | "MANUAL_TASK" | "TASK" | "EXCLUSIVE_GATEWAY" | "PARALLEL_GATEWAY" | "EVENT_BASED_GATEWAY" | "INCLUSIVE_GATEWAY" | "SEQUENCE_FLOW" | "MULTI_INSTANCE_BODY" | "CALL_ACTIVITY" | "BUSINESS_RULE_TASK" | "SCRIPT_TASK" | "SEND_TASK" | "UNKNOWN"))[]; readonly $like?: string });

export type WaitStateTypeFilterProperty = (("JOB" | "MESSAGE" | "USER_TASK" | "TIMER" | "SIGNAL" | "CONDITION") | { readonly $eq?: ("JOB" | "MESSAGE" | "USER_TASK" | "TIMER" | "SIGNAL" | "CONDITION"); readonly $neq?: ("JOB" | "MESSAGE" | "USER_TASK" | "TIMER" | "SIGNAL" | "CONDITION"); readonly $exists?: boolean; readonly $in?: readonly (("JOB" | "MESSAGE" | "USER_TASK" | "TIMER" | "SIGNAL" | "CONDITION"))[]; readonly $like?: string });

/** Searches for process instances. */
export const searchProcessInstances: Operation<{ body?: ProcessInstanceSearchQuery }, ProcessInstanceSearchQueryResult> = { method: 'POST', path: '/v2/process-instances/search', answer: 'json' };

/** Tells what is known of a process instance. */
export const getProcessInstance: Operation<{ path: { readonly processInstanceKey: ProcessInstanceKey } }, ProcessInstanceResult> = { method: 'GET', path: '/v2/process-instances/{processInstanceKey}', answer: 'json' };

/** Gives the records of a process instance in order, also after it ended, as long as they are kept. */
export const getProcessInstanceRecords: Operation<{ path: { readonly processInstanceKey: ProcessInstanceKey }; query?: { readonly after?: number; readonly limit?: number; readonly form?: ("json" | "encoded") } }, string> = { method: 'GET', path: '/waggle/v1/process-instances/{processInstanceKey}/records', answer: 'text' };

/** Tells what changes, as soon as searches see it, for as long as the connection is open. */
export const watchChanges: Operation<{ query?: { readonly processInstanceKey?: ProcessInstanceKey } }, string> = { method: 'GET', path: '/waggle/v1/changes', answer: 'text' };

/** Searches for process definitions. */
export const searchProcessDefinitions: Operation<{ body?: ProcessDefinitionSearchQuery }, ProcessDefinitionSearchQueryResult> = { method: 'POST', path: '/v2/process-definitions/search', answer: 'json' };

/** Tells what is known of a process definition. */
export const getProcessDefinition: Operation<{ path: { readonly processDefinitionKey: ProcessDefinitionKey } }, ProcessDefinitionResult> = { method: 'GET', path: '/v2/process-definitions/{processDefinitionKey}', answer: 'json' };

/** Tells the form that starts a process. */
export const getStartProcessForm: Operation<{ path: { readonly processDefinitionKey: ProcessDefinitionKey } }, FormResult> = { method: 'GET', path: '/v2/process-definitions/{processDefinitionKey}/form', answer: 'json' };

/** Searches for variables. */
export const searchVariables: Operation<{ query?: { readonly truncateValues?: boolean }; body?: VariableSearchQuery }, VariableSearchQueryResult> = { method: 'POST', path: '/v2/variables/search', answer: 'json' };

/** Searches for user tasks. */
export const searchUserTasks: Operation<{ body?: UserTaskSearchQuery }, UserTaskSearchQueryResult> = { method: 'POST', path: '/v2/user-tasks/search', answer: 'json' };

/** Tells what is known of a user task. */
export const getUserTask: Operation<{ path: { readonly userTaskKey: UserTaskKey } }, UserTaskResult> = { method: 'GET', path: '/v2/user-tasks/{userTaskKey}', answer: 'json' };

/** Changes attributes of a user task. */
export const updateUserTask: Operation<{ path: { readonly userTaskKey: UserTaskKey }; body?: UserTaskUpdateRequest }, undefined> = { method: 'PATCH', path: '/v2/user-tasks/{userTaskKey}', answer: 'none' };

/** Searches for message subscriptions. */
export const searchMessageSubscriptions: Operation<{ body?: MessageSubscriptionSearchQuery }, MessageSubscriptionSearchQueryResult> = { method: 'POST', path: '/v2/message-subscriptions/search', answer: 'json' };

/** Searches for correlated message subscriptions. */
export const searchCorrelatedMessageSubscriptions: Operation<{ body?: CorrelatedMessageSubscriptionSearchQuery }, CorrelatedMessageSubscriptionSearchQueryResult> = { method: 'POST', path: '/v2/correlated-message-subscriptions/search', answer: 'json' };

/** Searches for agent definitions. */
export const searchAgentDefinitions: Operation<{ body?: AgentDefinitionSearchQuery }, AgentDefinitionSearchQueryResult> = { method: 'POST', path: '/v2/agent-definitions/search', answer: 'json' };

/** Tells what is known of an agent definition. */
export const getAgentDefinition: Operation<{ path: { readonly agentDefinitionKey: AgentDefinitionKey } }, AgentDefinitionResult> = { method: 'GET', path: '/v2/agent-definitions/{agentDefinitionKey}', answer: 'json' };

/** Tells what is known of a form. */
export const getFormByKey: Operation<{ path: { readonly formKey: FormKey } }, FormResult> = { method: 'GET', path: '/v2/forms/{formKey}', answer: 'json' };

/** Searches for resources. */
export const searchResources: Operation<{ body?: ResourceSearchQuery }, ResourceSearchQueryResult> = { method: 'POST', path: '/v2/resources/search', answer: 'json' };

/** Tells what is known of a resource. */
export const getResource: Operation<{ path: { readonly resourceKey: ResourceKey } }, ResourceResult> = { method: 'GET', path: '/v2/resources/{resourceKey}', answer: 'json' };

/** Gives the JSON of a deployed RPA script. */
export const getResourceContent: Operation<{ path: { readonly resourceKey: ResourceKey } }, string> = { method: 'GET', path: '/v2/resources/{resourceKey}/content', answer: 'text' };

/** Gives the bytes of a deployed resource. */
export const getResourceContentBinary: Operation<{ path: { readonly resourceKey: ResourceKey } }, Blob> = { method: 'GET', path: '/v2/resources/{resourceKey}/content/binary', answer: 'binary' };

/** Searches for element instances. */
export const searchElementInstances: Operation<{ body?: ElementInstanceSearchQuery }, ElementInstanceSearchQueryResult> = { method: 'POST', path: '/v2/element-instances/search', answer: 'json' };

/** Tells what is known of an element instance. */
export const getElementInstance: Operation<{ path: { readonly elementInstanceKey: ElementInstanceKey } }, ElementInstanceResult> = { method: 'GET', path: '/v2/element-instances/{elementInstanceKey}', answer: 'json' };

/** Searches for incidents of an element instance and of all within it. */
export const searchElementInstanceIncidents: Operation<{ path: { readonly elementInstanceKey: ElementInstanceKey }; body?: IncidentSearchQuery }, IncidentSearchQueryResult> = { method: 'POST', path: '/v2/element-instances/{elementInstanceKey}/incidents/search', answer: 'json' };

/** Searches for incidents of a process instance and of those it called. */
export const searchProcessInstanceIncidents: Operation<{ path: { readonly processInstanceKey: ProcessInstanceKey }; body?: IncidentSearchQuery }, IncidentSearchQueryResult> = { method: 'POST', path: '/v2/process-instances/{processInstanceKey}/incidents/search', answer: 'json' };

/** Searches for incidents. */
export const searchIncidents: Operation<{ body?: IncidentSearchQuery }, IncidentSearchQueryResult> = { method: 'POST', path: '/v2/incidents/search', answer: 'json' };

/** Tells what is known of an incident. */
export const getIncident: Operation<{ path: { readonly incidentKey: IncidentKey } }, IncidentResult> = { method: 'GET', path: '/v2/incidents/{incidentKey}', answer: 'json' };

/** Counts the element instances of a process instance by their elements. */
export const getProcessInstanceStatistics: Operation<{ path: { readonly processInstanceKey: ProcessInstanceKey } }, ProcessElementStatisticsQueryResult> = { method: 'GET', path: '/v2/process-instances/{processInstanceKey}/statistics/element-instances', answer: 'json' };

/** Tells which sequence flows a process instance took. */
export const getProcessInstanceSequenceFlows: Operation<{ path: { readonly processInstanceKey: ProcessInstanceKey } }, ProcessInstanceSequenceFlowsQueryResult> = { method: 'GET', path: '/v2/process-instances/{processInstanceKey}/sequence-flows', answer: 'json' };

/** Counts the process instances of a definition by the elements they reached. */
export const getProcessDefinitionStatistics: Operation<{ path: { readonly processDefinitionKey: ProcessDefinitionKey }; body?: ProcessDefinitionElementStatisticsQuery }, ProcessElementStatisticsQueryResult> = { method: 'POST', path: '/v2/process-definitions/{processDefinitionKey}/statistics/element-instances', answer: 'json' };

/** Searches for decision definitions. */
export const searchDecisionDefinitions: Operation<{ body?: DecisionDefinitionSearchQuery }, DecisionDefinitionSearchQueryResult> = { method: 'POST', path: '/v2/decision-definitions/search', answer: 'json' };

/** Tells what is known of a decision definition. */
export const getDecisionDefinition: Operation<{ path: { readonly decisionDefinitionKey: DecisionDefinitionKey } }, DecisionDefinitionResult> = { method: 'GET', path: '/v2/decision-definitions/{decisionDefinitionKey}', answer: 'json' };

/** Gives the XML of a decision definition. */
export const getDecisionDefinitionXML: Operation<{ path: { readonly decisionDefinitionKey: DecisionDefinitionKey } }, string> = { method: 'GET', path: '/v2/decision-definitions/{decisionDefinitionKey}/xml', answer: 'text' };

/** Searches for decision requirements graphs. */
export const searchDecisionRequirements: Operation<{ body?: DecisionRequirementsSearchQuery }, DecisionRequirementsSearchQueryResult> = { method: 'POST', path: '/v2/decision-requirements/search', answer: 'json' };

/** Tells what is known of a decision requirements graph. */
export const getDecisionRequirements: Operation<{ path: { readonly decisionRequirementsKey: DecisionRequirementsKey } }, DecisionRequirementsResult> = { method: 'GET', path: '/v2/decision-requirements/{decisionRequirementsKey}', answer: 'json' };

/** Gives the XML of a decision requirements graph. */
export const getDecisionRequirementsXML: Operation<{ path: { readonly decisionRequirementsKey: DecisionRequirementsKey } }, string> = { method: 'GET', path: '/v2/decision-requirements/{decisionRequirementsKey}/xml', answer: 'text' };

/** Searches for decision instances. */
export const searchDecisionInstances: Operation<{ body?: DecisionInstanceSearchQuery }, DecisionInstanceSearchQueryResult> = { method: 'POST', path: '/v2/decision-instances/search', answer: 'json' };

/** Tells what is known of a decision instance. */
export const getDecisionInstance: Operation<{ path: { readonly decisionEvaluationInstanceKey: DecisionEvaluationInstanceKey } }, DecisionInstanceGetQueryResult> = { method: 'GET', path: '/v2/decision-instances/{decisionEvaluationInstanceKey}', answer: 'json' };

/** Tells the form of a user task. */
export const getUserTaskForm: Operation<{ path: { readonly userTaskKey: UserTaskKey } }, FormResult> = { method: 'GET', path: '/v2/user-tasks/{userTaskKey}/form', answer: 'json' };

/** Searches for variables of a user task and of the scopes around it. */
export const searchUserTaskVariables: Operation<{ path: { readonly userTaskKey: UserTaskKey }; query?: { readonly truncateValues?: boolean }; body?: UserTaskVariableSearchQuery }, UserTaskVariableSearchQueryResult> = { method: 'POST', path: '/v2/user-tasks/{userTaskKey}/variables/search', answer: 'json' };

/** Searches for the variables a user task works with: of those with one name the innermost. */
export const searchUserTaskEffectiveVariables: Operation<{ path: { readonly userTaskKey: UserTaskKey }; query?: { readonly truncateValues?: boolean }; body?: SearchUserTaskEffectiveVariablesQuery }, UserTaskVariableSearchQueryResult> = { method: 'POST', path: '/v2/user-tasks/{userTaskKey}/effective-variables/search', answer: 'json' };

/** Tells what is known of a variable. */
export const getVariable: Operation<{ path: { readonly variableKey: VariableKey } }, VariableResult> = { method: 'GET', path: '/v2/variables/{variableKey}', answer: 'json' };

/** Counts process instances by the messages of their incidents. */
export const getProcessInstanceStatisticsByError: Operation<{ body?: IncidentProcessInstanceStatisticsByErrorQuery }, IncidentProcessInstanceStatisticsByErrorSearchQueryResult> = { method: 'POST', path: '/v2/incidents/statistics/process-instances-by-error', answer: 'json' };

/** Counts process instances with one error message by definition. */
export const getProcessInstanceStatisticsByDefinition: Operation<{ body: IncidentProcessInstanceStatisticsByDefinitionQuery }, IncidentProcessInstanceStatisticsByDefinitionSearchQueryResult> = { method: 'POST', path: '/v2/incidents/statistics/process-instances-by-definition', answer: 'json' };

/** Counts active process instances by process. */
export const getProcessDefinitionInstanceStatistics: Operation<{ body?: ProcessDefinitionInstanceStatisticsQuery }, ProcessDefinitionInstanceStatisticsSearchQueryResult> = { method: 'POST', path: '/v2/process-definitions/statistics/process-instances', answer: 'json' };

/** Counts what waits for messages by process definition. */
export const getProcessDefinitionMessageSubscriptionStatistics: Operation<{ body?: ProcessDefinitionMessageSubscriptionStatisticsQuery }, ProcessDefinitionMessageSubscriptionStatisticsSearchQueryResult> = { method: 'POST', path: '/v2/process-definitions/statistics/message-subscriptions', answer: 'json' };

/** Counts active process instances of a process by version. */
export const getProcessDefinitionInstanceVersionStatistics: Operation<{ body: ProcessDefinitionInstanceVersionStatisticsQuery }, ProcessDefinitionInstanceVersionStatisticsSearchQueryResult> = { method: 'POST', path: '/v2/process-definitions/statistics/process-instances-by-version', answer: 'json' };

/** Gives the XML of a process definition. */
export const getProcessDefinitionXML: Operation<{ path: { readonly processDefinitionKey: ProcessDefinitionKey } }, string> = { method: 'GET', path: '/v2/process-definitions/{processDefinitionKey}/xml', answer: 'text' };

/** Tells which instances called a process instance. */
export const getProcessInstanceCallHierarchy: Operation<{ path: { readonly processInstanceKey: ProcessInstanceKey } }, readonly (ProcessInstanceCallHierarchyEntry)[]> = { method: 'GET', path: '/v2/process-instances/{processInstanceKey}/call-hierarchy', answer: 'json' };

/** Searches for batch operations. */
export const searchBatchOperations: Operation<{ body?: BatchOperationSearchQuery }, BatchOperationSearchQueryResult> = { method: 'POST', path: '/v2/batch-operations/search', answer: 'json' };

/** Searches for batch operation items. */
export const searchBatchOperationItems: Operation<{ body?: BatchOperationItemSearchQuery }, BatchOperationItemSearchQueryResult> = { method: 'POST', path: '/v2/batch-operation-items/search', answer: 'json' };

/** Tells what is known of a batch operation. */
export const getBatchOperation: Operation<{ path: { readonly batchOperationKey: BatchOperationKey } }, BatchOperationResult> = { method: 'GET', path: '/v2/batch-operations/{batchOperationKey}', answer: 'json' };

/** Counts what happened to jobs, by their types. */
export const getJobTypeStatistics: Operation<{ body?: JobTypeStatisticsQuery }, JobTypeStatisticsSearchQueryResult> = { method: 'POST', path: '/v2/jobs/statistics/by-types', answer: 'json' };

/** Counts what happened to jobs of a type, by workers. */
export const getJobWorkerStatistics: Operation<{ body: JobWorkerStatisticsQuery }, JobWorkerStatisticsSearchQueryResult> = { method: 'POST', path: '/v2/jobs/statistics/by-workers', answer: 'json' };

/** Counts what happened to jobs of a type, step by step. */
export const getJobTimeSeriesStatistics: Operation<{ body: JobTimeSeriesStatisticsQuery }, JobTimeSeriesStatisticsSearchQueryResult> = { method: 'POST', path: '/v2/jobs/statistics/time-series', answer: 'json' };

/** Tells the errors of jobs of a type. */
export const getJobErrorStatistics: Operation<{ body: JobErrorStatisticsQuery }, JobErrorStatisticsSearchQueryResult> = { method: 'POST', path: '/v2/jobs/statistics/errors', answer: 'json' };

/** Searches for jobs. */
export const searchJobs: Operation<{ body?: JobSearchQuery }, JobSearchQueryResult> = { method: 'POST', path: '/v2/jobs/search', answer: 'json' };

/** Counts what happened to jobs in a time. */
export const getGlobalJobStatistics: Operation<{ query: { readonly from: string; readonly to: string; readonly jobType?: string } }, GlobalJobStatisticsQueryResult> = { method: 'GET', path: '/v2/jobs/statistics/global', answer: 'json' };

/** Searches for cluster variables. */
export const searchClusterVariables: Operation<{ query?: { readonly truncateValues?: boolean }; body?: ClusterVariableSearchQuery }, ClusterVariableSearchQueryResult> = { method: 'POST', path: '/v2/cluster-variables/search', answer: 'json' };

/** Tells the value of a variable of the whole cluster. */
export const getGlobalClusterVariable: Operation<{ path: { readonly name: ClusterVariableName } }, ClusterVariableResult> = { method: 'GET', path: '/v2/cluster-variables/global/{name}', answer: 'json' };

/** Changes the value of a variable of the whole cluster. */
export const updateGlobalClusterVariable: Operation<{ path: { readonly name: ClusterVariableName }; body: UpdateClusterVariableRequest }, ClusterVariableResult> = { method: 'PUT', path: '/v2/cluster-variables/global/{name}', answer: 'json' };

/** Deletes a variable of the whole cluster. */
export const deleteGlobalClusterVariable: Operation<{ path: { readonly name: ClusterVariableName } }, undefined> = { method: 'DELETE', path: '/v2/cluster-variables/global/{name}', answer: 'none' };

/** Tells the value of a variable of a tenant. */
export const getTenantClusterVariable: Operation<{ path: { readonly tenantId: TenantId; readonly name: ClusterVariableName } }, ClusterVariableResult> = { method: 'GET', path: '/v2/cluster-variables/tenants/{tenantId}/{name}', answer: 'json' };

/** Changes the value of a variable of a tenant. */
export const updateTenantClusterVariable: Operation<{ path: { readonly tenantId: TenantId; readonly name: ClusterVariableName }; body: UpdateClusterVariableRequest }, ClusterVariableResult> = { method: 'PUT', path: '/v2/cluster-variables/tenants/{tenantId}/{name}', answer: 'json' };

/** Deletes a variable of a tenant. */
export const deleteTenantClusterVariable: Operation<{ path: { readonly tenantId: TenantId; readonly name: ClusterVariableName } }, undefined> = { method: 'DELETE', path: '/v2/cluster-variables/tenants/{tenantId}/{name}', answer: 'none' };

/** Searches for global task listeners. */
export const searchGlobalTaskListeners: Operation<{ body?: GlobalTaskListenerSearchQuery }, GlobalTaskListenerSearchQueryResult> = { method: 'POST', path: '/v2/global-task-listeners/search', answer: 'json' };

/** Tells what is known of a global task listener. */
export const getGlobalTaskListener: Operation<{ path: { readonly id: GlobalListenerId } }, GlobalTaskListenerResult> = { method: 'GET', path: '/v2/global-task-listeners/{id}', answer: 'json' };

/** Replaces a listener for the user tasks of every process. */
export const updateGlobalTaskListener: Operation<{ path: { readonly id: GlobalListenerId }; body: UpdateGlobalTaskListenerRequest }, GlobalTaskListenerResult> = { method: 'PUT', path: '/v2/global-task-listeners/{id}', answer: 'json' };

/** Removes a listener for the user tasks of every process. */
export const deleteGlobalTaskListener: Operation<{ path: { readonly id: GlobalListenerId } }, undefined> = { method: 'DELETE', path: '/v2/global-task-listeners/{id}', answer: 'none' };

/** Searches for what active elements wait for. */
export const searchElementInstanceWaitStates: Operation<{ body?: ElementInstanceWaitStateSearchQuery }, ElementInstanceWaitStateSearchQueryResult> = { method: 'POST', path: '/v2/element-instances/wait-states/search', answer: 'json' };

/** Counts the element instances of a process instance that wait, by their elements. */
export const getProcessInstanceWaitStateStatistics: Operation<{ path: { readonly processInstanceKey: ProcessInstanceKey } }, ProcessInstanceWaitStateStatisticsQueryResult> = { method: 'GET', path: '/v2/process-instances/{processInstanceKey}/statistics/wait-states', answer: 'json' };

/** Searches for names that variables of a definition's instances have had. */
export const searchProcessDefinitionVariableNames: Operation<{ path: { readonly processDefinitionKey: ProcessDefinitionKey }; body?: ProcessDefinitionVariableNameSearchQuery }, ProcessDefinitionVariableNameSearchQueryResult> = { method: 'POST', path: '/v2/process-definitions/{processDefinitionKey}/variable-names/search', answer: 'json' };

/** Searches for what was done. */
export const searchAuditLogs: Operation<{ body?: AuditLogSearchQuery }, AuditLogSearchQueryResult> = { method: 'POST', path: '/v2/audit-logs/search', answer: 'json' };

/** Tells what is known of an audit log entry. */
export const getAuditLog: Operation<{ path: { readonly auditLogKey: AuditLogKey } }, AuditLogResult> = { method: 'GET', path: '/v2/audit-logs/{auditLogKey}', answer: 'json' };

/** Searches for what was done to a user task. */
export const searchUserTaskAuditLogs: Operation<{ path: { readonly userTaskKey: UserTaskKey }; body?: UserTaskAuditLogSearchQuery }, UserTaskAuditLogSearchQueryResult> = { method: 'POST', path: '/v2/user-tasks/{userTaskKey}/audit-logs/search', answer: 'json' };

/** Forgets all evaluations of decisions a filter chooses. */
export const deleteDecisionInstancesBatchOperation: Operation<{ body: DecisionInstanceDeletionBatchOperationRequest }, BatchOperationCreatedResult> = { method: 'POST', path: '/v2/decision-instances/deletion', answer: 'json' };

/** Tells whether at least one partition processes commands. */
export const getStatus: Operation<Record<never, never>, undefined> = { method: 'GET', path: '/v2/status', answer: 'none' };

/** Tells which brokers there are and which partitions they lead or follow. */
export const getTopology: Operation<Record<never, never>, TopologyResponse> = { method: 'GET', path: '/v2/topology', answer: 'json' };

/** Tells whether all partitions process commands, or only some. */
export const getClusterStatus: Operation<Record<never, never>, ClusterStatusResponse> = { method: 'GET', path: '/cluster/v2/status', answer: 'json' };

/** Tells which brokers there are and which partitions of which physical tenant they lead or follow. */
export const getClusterTopology: Operation<Record<never, never>, ClusterTopologyResponse> = { method: 'GET', path: '/cluster/v2/topology', answer: 'json' };

/** Tells under which licence the server runs. */
export const getLicense: Operation<Record<never, never>, LicenseResponse> = { method: 'GET', path: '/v2/license', answer: 'json' };

/** Tells how the server is configured, as far as clients need it. */
export const getSystemConfiguration: Operation<Record<never, never>, SystemConfigurationResponse> = { method: 'GET', path: '/v2/system/configuration', answer: 'json' };

/** Counts what was used in a time, in steps of five minutes. */
export const getUsageMetrics: Operation<{ query: { readonly startTime: string; readonly endTime: string; readonly tenantId?: string; readonly withTenants?: boolean } }, UsageMetricsResponse> = { method: 'GET', path: '/v2/system/usage-metrics', answer: 'json' };

/** Lists the references of the secrets that there are, without their values. */
export const listSecrets: Operation<{ body?: SecretListRequest }, SecretListResult> = { method: 'POST', path: '/v2/secrets/list', answer: 'json' };

/** Gives the values of secrets; what cannot be given is told for each. */
export const resolveSecrets: Operation<{ body: SecretResolveRequest }, SecretResolveResult> = { method: 'POST', path: '/v2/secrets/resolve', answer: 'json' };

/** Deploys all files or none. */
export const createDeployment: Operation<{ body: FormData }, DeploymentResult> = { method: 'POST', path: '/v2/deployments', answer: 'json' };

/** Deletes a deployed process, decision model, form or other resource. */
export const deleteResource: Operation<{ path: { readonly resourceKey: ResourceKey }; body?: DeleteResourceRequest }, DeleteResourceResponse> = { method: 'POST', path: '/v2/resources/{resourceKey}/deletion', answer: 'json' };

/** Starts a process instance, and waits for its end if asked to. */
export const createProcessInstance: Operation<{ body: ProcessInstanceCreationInstruction }, CreateProcessInstanceResult> = { method: 'POST', path: '/v2/process-instances', answer: 'json' };

/** Terminates a running process instance. */
export const cancelProcessInstance: Operation<{ path: { readonly processInstanceKey: ProcessInstanceKey }; body?: CancelProcessInstanceRequest }, undefined> = { method: 'POST', path: '/v2/process-instances/{processInstanceKey}/cancellation', answer: 'none' };

/** Starts and ends elements of a running process instance by hand. */
export const modifyProcessInstance: Operation<{ path: { readonly processInstanceKey: ProcessInstanceKey }; body: ProcessInstanceModificationInstruction }, undefined> = { method: 'POST', path: '/v2/process-instances/{processInstanceKey}/modification', answer: 'none' };

/** Moves a running process instance to another process definition. */
export const migrateProcessInstance: Operation<{ path: { readonly processInstanceKey: ProcessInstanceKey }; body: ProcessInstanceMigrationInstruction }, undefined> = { method: 'POST', path: '/v2/process-instances/{processInstanceKey}/migration', answer: 'none' };

/** Holds a process instance: it gets no jobs and no timers until it is resumed. */
export const suspendProcessInstance: Operation<{ path: { readonly processInstanceKey: ProcessInstanceKey }; body?: SuspendProcessInstanceRequest }, undefined> = { method: 'POST', path: '/v2/process-instances/{processInstanceKey}/suspension', answer: 'none' };

/** Lets a suspended process instance go on. */
export const resumeProcessInstance: Operation<{ path: { readonly processInstanceKey: ProcessInstanceKey }; body?: ResumeProcessInstanceRequest }, undefined> = { method: 'POST', path: '/v2/process-instances/{processInstanceKey}/resumption', answer: 'none' };

/** Gives a running process instance that has none its business id. */
export const assignProcessInstanceBusinessId: Operation<{ path: { readonly processInstanceKey: ProcessInstanceKey }; body: ProcessInstanceBusinessIdAssignmentInstruction }, undefined> = { method: 'POST', path: '/v2/process-instances/{processInstanceKey}/business-id-assignment', answer: 'none' };

/** Forgets a process instance that has ended. */
export const deleteProcessInstance: Operation<{ path: { readonly processInstanceKey: ProcessInstanceKey }; body?: DeleteProcessInstanceRequest }, undefined> = { method: 'POST', path: '/v2/process-instances/{processInstanceKey}/deletion', answer: 'none' };

/** Forgets an evaluation with all decisions that it took. */
export const deleteDecisionInstance: Operation<{ path: { readonly decisionEvaluationKey: DecisionEvaluationKey }; body?: DeleteDecisionInstanceRequest }, undefined> = { method: 'POST', path: '/v2/decision-instances/{decisionEvaluationKey}/deletion', answer: 'none' };

/** Resolves all incidents of a process instance. */
export const resolveProcessInstanceIncidents: Operation<{ path: { readonly processInstanceKey: ProcessInstanceKey } }, BatchOperationCreatedResult> = { method: 'POST', path: '/v2/process-instances/{processInstanceKey}/incident-resolution', answer: 'json' };

/** Terminates all process instances a filter chooses. */
export const cancelProcessInstancesBatchOperation: Operation<{ body: ProcessInstanceCancellationBatchOperationRequest }, BatchOperationCreatedResult> = { method: 'POST', path: '/v2/process-instances/cancellation', answer: 'json' };

/** Forgets all ended process instances a filter chooses. */
export const deleteProcessInstancesBatchOperation: Operation<{ body: ProcessInstanceDeletionBatchOperationRequest }, BatchOperationCreatedResult> = { method: 'POST', path: '/v2/process-instances/deletion', answer: 'json' };

/** Migrates all process instances a filter chooses. */
export const migrateProcessInstancesBatchOperation: Operation<{ body: ProcessInstanceMigrationBatchOperationRequest }, BatchOperationCreatedResult> = { method: 'POST', path: '/v2/process-instances/migration', answer: 'json' };

/** Moves elements of all process instances a filter chooses. */
export const modifyProcessInstancesBatchOperation: Operation<{ body: ProcessInstanceModificationBatchOperationRequest }, BatchOperationCreatedResult> = { method: 'POST', path: '/v2/process-instances/modification', answer: 'json' };

/** Resolves the incidents of all process instances a filter chooses. */
export const resolveIncidentsBatchOperation: Operation<{ body: ProcessInstanceIncidentResolutionBatchOperationRequest }, BatchOperationCreatedResult> = { method: 'POST', path: '/v2/process-instances/incident-resolution', answer: 'json' };

/** Resumes all suspended process instances a filter chooses. */
export const resumeProcessInstancesBatchOperation: Operation<{ body: ProcessInstanceResumptionBatchOperationRequest }, BatchOperationCreatedResult> = { method: 'POST', path: '/v2/process-instances/resumption', answer: 'json' };

/** Suspends all process instances a filter chooses. */
export const suspendProcessInstancesBatchOperation: Operation<{ body: ProcessInstanceSuspensionBatchOperationRequest }, BatchOperationCreatedResult> = { method: 'POST', path: '/v2/process-instances/suspension', answer: 'json' };

/** Ends a batch operation; what it did stays done. */
export const cancelBatchOperation: Operation<{ path: { readonly batchOperationKey: BatchOperationKey } }, undefined> = { method: 'POST', path: '/v2/batch-operations/{batchOperationKey}/cancellation', answer: 'none' };

/** Lets a suspended batch operation go on. */
export const resumeBatchOperation: Operation<{ path: { readonly batchOperationKey: BatchOperationKey } }, undefined> = { method: 'POST', path: '/v2/batch-operations/{batchOperationKey}/resumption', answer: 'none' };

/** Holds a batch operation before its next item. */
export const suspendBatchOperation: Operation<{ path: { readonly batchOperationKey: BatchOperationKey } }, undefined> = { method: 'POST', path: '/v2/batch-operations/{batchOperationKey}/suspension', answer: 'none' };

/** Hands out jobs of a type, waiting for a first one if there is none. */
export const activateJobs: Operation<{ body: JobActivationRequest }, JobActivationResult> = { method: 'POST', path: '/v2/jobs/activation', answer: 'json' };

/** Completes a job, and its element goes on. */
export const completeJob: Operation<{ path: { readonly jobKey: JobKey }; body?: JobCompletionRequest }, undefined> = { method: 'POST', path: '/v2/jobs/{jobKey}/completion', answer: 'none' };

/** Reports that an attempt failed; without attempts left, an incident is raised. */
export const failJob: Operation<{ path: { readonly jobKey: JobKey }; body?: JobFailRequest }, undefined> = { method: 'POST', path: '/v2/jobs/{jobKey}/failure', answer: 'none' };

/** Throws a BPMN error from the element of a job. */
export const throwJobError: Operation<{ path: { readonly jobKey: JobKey }; body: JobErrorRequest }, undefined> = { method: 'POST', path: '/v2/jobs/{jobKey}/error', answer: 'none' };

/** Changes attributes of a job. */
export const updateJob: Operation<{ path: { readonly jobKey: JobKey }; body: JobUpdateRequest }, undefined> = { method: 'PATCH', path: '/v2/jobs/{jobKey}', answer: 'none' };

/** Changes attributes of all jobs a filter chooses. */
export const updateJobsBatchOperation: Operation<{ body: JobBatchUpdateRequest }, BatchOperationCreatedResult> = { method: 'POST', path: '/v2/jobs/batch-update', answer: 'json' };

/** Gives a user task to somebody, or lets somebody claim it. */
export const assignUserTask: Operation<{ path: { readonly userTaskKey: UserTaskKey }; body: UserTaskAssignmentRequest }, undefined> = { method: 'POST', path: '/v2/user-tasks/{userTaskKey}/assignment', answer: 'none' };

/** Takes a user task from whoever has it. */
export const unassignUserTask: Operation<{ path: { readonly userTaskKey: UserTaskKey } }, undefined> = { method: 'DELETE', path: '/v2/user-tasks/{userTaskKey}/assignee', answer: 'none' };

/** Completes a user task, and its process goes on. */
export const completeUserTask: Operation<{ path: { readonly userTaskKey: UserTaskKey }; body?: UserTaskCompletionRequest }, undefined> = { method: 'POST', path: '/v2/user-tasks/{userTaskKey}/completion', answer: 'none' };

/** Keeps a file. */
export const createDocument: Operation<{ query?: { readonly storeId?: string; readonly documentId?: string }; body: FormData }, DocumentReference> = { method: 'POST', path: '/v2/documents', answer: 'json' };

/** Keeps several files, each for itself. */
export const createDocuments: Operation<{ query?: { readonly storeId?: string }; body: FormData }, DocumentCreationBatchResponse> = { method: 'POST', path: '/v2/documents/batch', answer: 'json' };

/** Gives the content of a document, or a range of it. */
export const getDocument: Operation<{ path: { readonly documentId: DocumentId }; query?: { readonly storeId?: string; readonly contentHash?: string } }, Blob> = { method: 'GET', path: '/v2/documents/{documentId}', answer: 'binary' };

/** Deletes a document. */
export const deleteDocument: Operation<{ path: { readonly documentId: DocumentId }; query?: { readonly storeId?: string } }, undefined> = { method: 'DELETE', path: '/v2/documents/{documentId}', answer: 'none' };

/** Makes a URL by which anyone can read a document for a while. */
export const createDocumentLink: Operation<{ path: { readonly documentId: DocumentId }; query?: { readonly storeId?: string; readonly contentHash?: string }; body?: DocumentLinkRequest }, DocumentLink> = { method: 'POST', path: '/v2/documents/{documentId}/links', answer: 'json' };

/** Sets variables of an element instance or process instance. */
export const createElementInstanceVariables: Operation<{ path: { readonly elementInstanceKey: ElementInstanceKey }; body: SetVariableRequest }, undefined> = { method: 'PUT', path: '/v2/element-instances/{elementInstanceKey}/variables', answer: 'none' };

/** Starts elements inside a running ad-hoc sub-process. */
export const activateAdHocSubProcessActivities: Operation<{ path: { readonly adHocSubProcessInstanceKey: ElementInstanceKey }; body: AdHocSubProcessActivateActivitiesInstruction }, undefined> = { method: 'POST', path: '/v2/element-instances/ad-hoc-activities/{adHocSubProcessInstanceKey}/activation', answer: 'none' };

/** Lets the stuck element or job of an incident try again. */
export const resolveIncident: Operation<{ path: { readonly incidentKey: IncidentKey }; body?: IncidentResolutionRequest }, undefined> = { method: 'POST', path: '/v2/incidents/{incidentKey}/resolution', answer: 'none' };

/** Publishes a message, which may wait for its receivers. */
export const publishMessage: Operation<{ body: MessagePublicationRequest }, MessagePublicationResult> = { method: 'POST', path: '/v2/messages/publication', answer: 'json' };

/** Hands a message to a process instance that waits for it now. */
export const correlateMessage: Operation<{ body: MessageCorrelationRequest }, MessageCorrelationResult> = { method: 'POST', path: '/v2/messages/correlation', answer: 'json' };

/** Sends a signal to everybody who waits for it now. */
export const broadcastSignal: Operation<{ body: SignalBroadcastRequest }, SignalBroadcastResult> = { method: 'POST', path: '/v2/signals/broadcast', answer: 'json' };

/** Starts a process instance for every conditional start event that holds. */
export const evaluateConditionals: Operation<{ body: ConditionalEvaluationInstruction }, EvaluateConditionalResult> = { method: 'POST', path: '/v2/conditionals/evaluation', answer: 'json' };

/** Evaluates a decision. */
export const evaluateDecision: Operation<{ body: DecisionEvaluationInstruction }, EvaluateDecisionResult> = { method: 'POST', path: '/v2/decision-definitions/evaluation', answer: 'json' };

/** Evaluates an expression as the engine would. */
export const evaluateExpression: Operation<{ body: ExpressionEvaluationRequest }, ExpressionEvaluationResult> = { method: 'POST', path: '/v2/expression/evaluation', answer: 'json' };

/** Creates a variable of the whole cluster. */
export const createGlobalClusterVariable: Operation<{ body: CreateClusterVariableRequest }, ClusterVariableResult> = { method: 'POST', path: '/v2/cluster-variables/global', answer: 'json' };

/** Creates a variable of a tenant. */
export const createTenantClusterVariable: Operation<{ path: { readonly tenantId: TenantId }; body: CreateClusterVariableRequest }, ClusterVariableResult> = { method: 'POST', path: '/v2/cluster-variables/tenants/{tenantId}', answer: 'json' };

/** Adds a listener for the user tasks of every process. */
export const createGlobalTaskListener: Operation<{ body: CreateGlobalTaskListenerRequest }, GlobalTaskListenerResult> = { method: 'POST', path: '/v2/global-task-listeners', answer: 'json' };

/** Stops the clock of the engine at a moment. */
export const pinClock: Operation<{ body: ClockPinRequest }, undefined> = { method: 'PUT', path: '/v2/clock', answer: 'none' };

/** Lets the clock of the engine tell the real time again. */
export const resetClock: Operation<Record<never, never>, undefined> = { method: 'POST', path: '/v2/clock/reset', answer: 'none' };

/** Tells whether records are exported. */
export const getExportingStatus: Operation<Record<never, never>, ExportingStatusResponse> = { method: 'GET', path: '/v2/exporting', answer: 'json' };

/** Stops exporting, or with `soft` only keeps the log from forgetting what is exported. */
export const pauseExporting: Operation<{ query?: { readonly soft?: boolean } }, undefined> = { method: 'POST', path: '/v2/exporting/pause', answer: 'none' };

/** Exports again, beginning with what came during the pause. */
export const resumeExporting: Operation<Record<never, never>, undefined> = { method: 'POST', path: '/v2/exporting/resume', answer: 'none' };

/** Tells whether records are exported. */
export const getClusterExportingStatus: Operation<Record<never, never>, ExportingStatusResponse> = { method: 'GET', path: '/cluster/v2/exporting', answer: 'json' };

/** Stops exporting, or with `soft` only keeps the log from forgetting what is exported. */
export const pauseClusterExporting: Operation<{ query?: { readonly soft?: boolean } }, undefined> = { method: 'POST', path: '/cluster/v2/exporting/pause', answer: 'none' };

/** Exports again, beginning with what came during the pause. */
export const resumeClusterExporting: Operation<Record<never, never>, undefined> = { method: 'POST', path: '/cluster/v2/exporting/resume', answer: 'none' };

/** Keeps a filter that somebody named, for the lists of an app. */
export const createSavedFilter: Operation<{ body: CreateSavedFilterRequest }, SavedFilterResult> = { method: 'POST', path: '/waggle/v1/saved-filters', answer: 'json' };

/** Replaces name and content of a saved filter, and whether it is shared. */
export const updateSavedFilter: Operation<{ path: { readonly savedFilterKey: SavedFilterKey }; body: UpdateSavedFilterRequest }, SavedFilterResult> = { method: 'PUT', path: '/waggle/v1/saved-filters/{savedFilterKey}', answer: 'json' };

/** Forgets a saved filter. */
export const deleteSavedFilter: Operation<{ path: { readonly savedFilterKey: SavedFilterKey } }, undefined> = { method: 'DELETE', path: '/waggle/v1/saved-filters/{savedFilterKey}', answer: 'none' };

/** Searches for saved filters. */
export const searchSavedFilters: Operation<{ body?: SavedFilterSearchQuery }, SavedFilterSearchQueryResult> = { method: 'POST', path: '/waggle/v1/saved-filters/search', answer: 'json' };

/** Says something about a user task that has not ended. */
export const createUserTaskComment: Operation<{ path: { readonly userTaskKey: UserTaskKey }; body: CreateUserTaskCommentRequest }, UserTaskCommentResult> = { method: 'POST', path: '/waggle/v1/user-tasks/{userTaskKey}/comments', answer: 'json' };

/** Takes back what was said about a user task that has not ended. */
export const deleteUserTaskComment: Operation<{ path: { readonly userTaskKey: UserTaskKey; readonly commentKey: UserTaskCommentKey } }, undefined> = { method: 'DELETE', path: '/waggle/v1/user-tasks/{userTaskKey}/comments/{commentKey}', answer: 'none' };

/** Searches for what was said about a user task, also after it ended; the oldest comes first. */
export const searchUserTaskComments: Operation<{ path: { readonly userTaskKey: UserTaskKey }; body?: UserTaskCommentSearchQuery }, UserTaskCommentSearchQueryResult> = { method: 'POST', path: '/waggle/v1/user-tasks/{userTaskKey}/comments/search', answer: 'json' };

