/** Records that tell of batch operations and how far they are. */
export const batchOperationValueTypes = [
  'BATCH_OPERATION_CREATION',
  'BATCH_OPERATION_INITIALIZATION',
  'BATCH_OPERATION_CHUNK',
  'BATCH_OPERATION_EXECUTION',
  'BATCH_OPERATION_LIFECYCLE_MANAGEMENT',
  'BATCH_OPERATION_PARTITION_LIFECYCLE',
] as const;
