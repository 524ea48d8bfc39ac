/** Kinds of element instances, as records name them. The number is the wire code: append only. */
export const BpmnElementType = {
  UNSPECIFIED: 0,
  PROCESS: 1,
  SUB_PROCESS: 2,
  EVENT_SUB_PROCESS: 3,
  AD_HOC_SUB_PROCESS: 4,
  AD_HOC_SUB_PROCESS_INNER_INSTANCE: 5,
  START_EVENT: 6,
  INTERMEDIATE_CATCH_EVENT: 7,
  INTERMEDIATE_THROW_EVENT: 8,
  BOUNDARY_EVENT: 9,
  END_EVENT: 10,
  SERVICE_TASK: 11,
  RECEIVE_TASK: 12,
  USER_TASK: 13,
  MANUAL_TASK: 14,
  TASK: 15,
  EXCLUSIVE_GATEWAY: 16,
  PARALLEL_GATEWAY: 17,
  EVENT_BASED_GATEWAY: 18,
  INCLUSIVE_GATEWAY: 19,
  SEQUENCE_FLOW: 20,
  MULTI_INSTANCE_BODY: 21,
  CALL_ACTIVITY: 22,
  BUSINESS_RULE_TASK: 23,
  SCRIPT_TASK: 24,
  SEND_TASK: 25,
} as const;

export type BpmnElementTypeName = keyof typeof BpmnElementType;
export type BpmnElementType = (typeof BpmnElementType)[BpmnElementTypeName];
