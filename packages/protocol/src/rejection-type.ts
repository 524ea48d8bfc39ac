/** Why a command was refused. Wire codes: append only. */
export const RejectionType = {
  INVALID_ARGUMENT: 0,
  NOT_FOUND: 1,
  ALREADY_EXISTS: 2,
  INVALID_STATE: 3,
  PROCESSING_ERROR: 4,
  EXCEEDED_BATCH_RECORD_SIZE: 5,
  UNAUTHORIZED: 6,
  FORBIDDEN: 7,
  NULL_VAL: 255,
} as const;

export type RejectionTypeName = keyof typeof RejectionType;
export type RejectionType = (typeof RejectionType)[RejectionTypeName];
