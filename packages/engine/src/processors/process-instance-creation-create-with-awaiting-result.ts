import { type ProcessInstanceCreationValue, RejectionType } from '@waggle/protocol';
import { createInstance } from '../behavior/process-instances/create-instance.ts';
import { Rejection } from '../rejection.ts';
import type { Processor } from './processor.ts';

/** Creates an instance and answers with its variables once it has completed. */
export const processInstanceCreationCreateWithAwaitingResult: Processor<ProcessInstanceCreationValue> = (
  processing,
  command,
) => {
  if (command.value.startInstructions.length > 0) {
    processing.write.reject(
      RejectionType.INVALID_ARGUMENT,
      'Expected no start instructions when the result is awaited, but some are given',
    );
    return;
  }
  const { requestStreamId, requestId } = processing.write.request;
  const created = createInstance(processing, command.value, { streamId: requestStreamId, requestId });
  if (created instanceof Rejection) processing.write.reject(created.type, created.reason);
};
