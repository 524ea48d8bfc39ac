import { ERROR_MESSAGE_LENGTH_MAX, type ProcessInstanceCreationValue } from '@waggle/protocol';
import { createInstance } from '../behavior/process-instances/create-instance.ts';
import { Rejection } from '../rejection.ts';
import type { Processor } from './processor.ts';

/** Creates an instance and answers at once. */
export const processInstanceCreationCreate: Processor<ProcessInstanceCreationValue> = (processing, command) => {
  const created = createInstance(processing, command.value, { streamId: -1, requestId: -1 });
  if (created instanceof Rejection)
    processing.write.reject(created.type, created.reason.slice(0, ERROR_MESSAGE_LENGTH_MAX));
};
