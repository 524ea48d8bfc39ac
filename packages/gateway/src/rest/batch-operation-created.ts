import { type BatchOperationCreationValue, BatchOperationType, type LogRecord } from '@waggle/protocol';
import { type Answer, ok } from './answer.ts';
import { invalidArgument } from './errors.ts';
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
 * The text of a filter that chooses something: an empty one would mean every instance there is, which nobody asks for by
 * leaving something out.
 * @param filter checked, with values as they are spelled. @throws {RestProblem} it has no condition.
 */
export function batchOperationFilter(filter: object): string {
  const conditions = Object.entries(filter).filter(([, condition]) => condition !== null);
  if (conditions.length === 0) {
    throw invalidArgument(['Expected filter to have at least one condition, but it has none']);
  }
  return JSON.stringify(Object.fromEntries(conditions));
}
