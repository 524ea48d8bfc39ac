/** What stopped an element or a job. Wire codes: append only. */
export const IncidentErrorType = {
  UNSPECIFIED: 0,
  UNKNOWN: 1,
  IO_MAPPING_ERROR: 2,
  JOB_NO_RETRIES: 3,
  EXECUTION_LISTENER_NO_RETRIES: 4,
  TASK_LISTENER_NO_RETRIES: 5,
  AD_HOC_SUB_PROCESS_NO_RETRIES: 6,
  CONDITION_ERROR: 7,
  EXTRACT_VALUE_ERROR: 8,
  CALLED_ELEMENT_ERROR: 9,
  UNHANDLED_ERROR_EVENT: 10,
  MESSAGE_SIZE_EXCEEDED: 11,
  CALLED_DECISION_ERROR: 12,
  DECISION_EVALUATION_ERROR: 13,
  FORM_NOT_FOUND: 14,
  RESOURCE_NOT_FOUND: 15,
  SECRET_RESOLUTION_ERROR: 16,
} as const;

export type IncidentErrorTypeName = keyof typeof IncidentErrorType;
export type IncidentErrorType = (typeof IncidentErrorType)[IncidentErrorTypeName];
