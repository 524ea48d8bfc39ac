/** Clients that are answered by a later command: their requests are state, so that a restart does not lose them. */
import {
  AsyncRequestIntent,
  type AsyncRequestValue,
  type Key,
  type LogRecord,
  type RecordValues,
  ValueType,
} from '@waggle/protocol';
import type { Processing } from '../../processing.ts';
import type { Rejection } from '../../rejection.ts';

/** Keeps the present command's client for later; without a client there is nothing to keep. */
export function keepRequest(processing: Processing, scopeKey: Key): void {
  const { write, keys } = processing;
  const { requestStreamId, requestId } = write.request;
  if (requestId === -1) return;
  const { valueType, intent, operationReference } = write.command;
  write.event(ValueType.ASYNC_REQUEST, AsyncRequestIntent.RECEIVED, keys.next(), {
    scopeKey,
    valueType,
    intent,
    requestStreamId,
    requestId,
    operationReference,
  });
}

/** The mark of the client who waits in a scope; that of the present command when nobody waits. */
export function operationReferenceOf(processing: Processing, scopeKey: Key): Key {
  const [first] = requestsOf(processing, scopeKey);
  return first?.value.operationReference ?? processing.write.command.operationReference;
}

/** Answers who waits in a scope, and the client of the present command. */
export function answerRequests(processing: Processing, scopeKey: Key, record: LogRecord): void {
  processing.write.respond(record);
  for (const request of requestsOf(processing, scopeKey)) {
    processing.write.respondTo(request.value.requestStreamId, request.value.requestId, record);
    processed(processing, request);
  }
}

/** Tells who waits in a scope that it will not happen. @param about what the refused commands were about. */
export function refuseRequests(
  processing: Processing,
  scopeKey: Key,
  rejection: Rejection,
  about: { readonly key: Key; readonly value: RecordValues[ValueType] },
): void {
  for (const request of requestsOf(processing, scopeKey)) {
    processing.write.rejectEarlier(
      request.value,
      { valueType: request.value.valueType, intent: request.value.intent, ...about },
      rejection,
    );
    processed(processing, request);
  }
}

interface KeptRequest {
  readonly key: Key;
  readonly value: AsyncRequestValue;
}

function requestsOf(processing: Processing, scopeKey: Key): readonly KeptRequest[] {
  const { asyncRequests } = processing.state;
  if (asyncRequests.isEmpty(scopeKey)) return [];
  const requests: KeptRequest[] = [];
  asyncRequests.forEach(scopeKey, (key, value) => requests.push({ key, value }));
  return requests;
}

function processed(processing: Processing, { key, value }: KeptRequest): void {
  processing.write.event(ValueType.ASYNC_REQUEST, AsyncRequestIntent.PROCESSED, key, value, value.operationReference);
}
