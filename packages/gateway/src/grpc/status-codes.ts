import { status } from '@grpc/grpc-js';
import type { PartitionErrorCode, RejectionTypeName } from '@waggle/protocol';

export const rejectionStatusCodes: Readonly<Record<RejectionTypeName, status>> = {
  INVALID_ARGUMENT: status.INVALID_ARGUMENT,
  NOT_FOUND: status.NOT_FOUND,
  ALREADY_EXISTS: status.ALREADY_EXISTS,
  INVALID_STATE: status.FAILED_PRECONDITION,
  PROCESSING_ERROR: status.INTERNAL,
  EXCEEDED_BATCH_RECORD_SIZE: status.UNKNOWN,
  UNAUTHORIZED: status.PERMISSION_DENIED,
  FORBIDDEN: status.PERMISSION_DENIED,
  NULL_VAL: status.UNKNOWN,
};

export const partitionStatusCodes: Readonly<Record<PartitionErrorCode, status>> = {
  RESOURCE_EXHAUSTED: status.RESOURCE_EXHAUSTED,
  MESSAGE_TOO_LARGE: status.RESOURCE_EXHAUSTED,
  PARTITION_UNAVAILABLE: status.UNAVAILABLE,
  PARTITION_NOT_FOUND: status.UNAVAILABLE,
  TIMEOUT: status.DEADLINE_EXCEEDED,
  ABORTED: status.ABORTED,
  INTERNAL_ERROR: status.INTERNAL,
};
