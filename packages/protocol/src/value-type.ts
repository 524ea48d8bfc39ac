/** What a record is about. The numbers are Camunda's wire codes. */
export const ValueType = {
  JOB: 0,
  DEPLOYMENT: 4,
  PROCESS_INSTANCE: 5,
  INCIDENT: 6,
  MESSAGE: 10,
  MESSAGE_SUBSCRIPTION: 11,
  PROCESS_MESSAGE_SUBSCRIPTION: 12,
  JOB_BATCH: 14,
  TIMER: 15,
  MESSAGE_START_EVENT_SUBSCRIPTION: 16,
  VARIABLE: 17,
  VARIABLE_DOCUMENT: 18,
  PROCESS_INSTANCE_CREATION: 19,
  ERROR: 20,
  PROCESS_INSTANCE_RESULT: 21,
  PROCESS: 22,
  PROCESS_EVENT: 24,
  COMMAND_DISTRIBUTION: 33,
  PROCESS_INSTANCE_BATCH: 34,
  MESSAGE_CORRELATION: 40,
} as const;

export type ValueTypeName = keyof typeof ValueType;
export type ValueType = (typeof ValueType)[ValueTypeName];
