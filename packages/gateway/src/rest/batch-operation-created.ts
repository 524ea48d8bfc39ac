import { type BatchOperationCreationValue, BatchOperationType, type LogRecord } from '@waggle/protocol';
import { type Answer, ok } from './answer.ts';
import { invalidArgument } from './errors.ts';
import { jsonMembers } from './json-parts.ts';
import { jsonKey, jsonObject, jsonText } from './json-text.ts';

const typeNames: ReadonlyMap<BatchOperationType, string> = new Map(
  Object.entries(BatchOperationType).map(([name, type]) => [type, jsonText(name)]),
);

/** The answer with a `BatchOperationCreatedResult`. */
export function batchOperationCreated({ key, value }: LogRecord<BatchOperationCreationValue>): Answer {
  return ok(
    jsonObject({
      batchOperationKey: jsonKey(key),
      batchOperationType: typeNames.get(value.batchOperationType) ?? 'null',
    }),
  );
}

/**
 * A filter that chooses something: an empty one would mean every instance there is, which nobody asks for by leaving
 * something out.
 * @param text of the member `filter`. @throws {RestProblem} it has no condition.
 */
export function batchOperationFilter(text: string): string {
  const isEmpty = [...jsonMembers(text).values()].every((condition) => condition === 'null');
  if (isEmpty) throw invalidArgument(['Expected filter to have at least one condition, but it has none']);
  return text;
}
