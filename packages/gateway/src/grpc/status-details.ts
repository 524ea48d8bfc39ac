import { Metadata } from '@grpc/grpc-js';
import type { PartitionAttempt } from '../dispatch/command-failure.ts';
import { rpcStatusType } from './gateway-definition.ts';
import { partitionStatusCodes } from './status-codes.ts';

const DETAILS_TRAILER = 'grpc-status-details-bin';
const STATUS_TYPE_URL = 'type.googleapis.com/google.rpc.Status';

/** Partitions named in the details: trailers have to stay below the 8 KB that clients accept by default. */
const ATTEMPTS_MAX = 16;

/** Tells a client what each partition answered: a packed `google.rpc.Status` per attempt. */
export function statusDetails(code: number, message: string, attempts: readonly PartitionAttempt[]): Metadata {
  const details = attempts.slice(0, ATTEMPTS_MAX).map((attempt) => ({
    type_url: STATUS_TYPE_URL,
    value: rpcStatusType.serialize({
      code: partitionStatusCodes[attempt.code],
      message: `Partition ${attempt.partitionId}: ${attempt.message}`.slice(0, 256),
      details: [],
    }),
  }));
  const metadata = new Metadata();
  metadata.set(DETAILS_TRAILER, rpcStatusType.serialize({ code, message: message.slice(0, 256), details }));
  return metadata;
}
