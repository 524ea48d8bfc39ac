import type { ValueCodec } from '../encoding/value-codec.ts';
import type { Key } from '../key.ts';

/** A completed activity that can be compensated. */
export interface CompensationSubscriptionValue {
  readonly processInstanceKey: Key;
  readonly processDefinitionKey: Key;
  readonly compensableActivityId: string;
  /** The flow scope the activity ran in. */
  readonly compensableActivityScopeKey: Key;
  readonly compensableActivityInstanceKey: Key;
  /** Empty for a scope that only holds compensable activities. */
  readonly compensationHandlerId: string;
  /** NO_KEY until the handler runs. */
  readonly compensationHandlerInstanceKey: Key;
  readonly throwEventId: string;
  /** The throw event that waits for the handler; NO_KEY before. */
  readonly throwEventInstanceKey: Key;
  /** JSON object text: the local variables of a completed scope. */
  readonly variables: string;
  readonly tenantId: string;
}

export const compensationSubscriptionCodec: ValueCodec<CompensationSubscriptionValue> = {
  write(writer, value) {
    writer.arrayHeader(11);
    writer.key(value.processInstanceKey);
    writer.key(value.processDefinitionKey);
    writer.text(value.compensableActivityId);
    writer.key(value.compensableActivityScopeKey);
    writer.key(value.compensableActivityInstanceKey);
    writer.text(value.compensationHandlerId);
    writer.key(value.compensationHandlerInstanceKey);
    writer.text(value.throwEventId);
    writer.key(value.throwEventInstanceKey);
    writer.text(value.variables);
    writer.text(value.tenantId);
  },
  read(reader) {
    return {
      processInstanceKey: reader.key(),
      processDefinitionKey: reader.key(),
      compensableActivityId: reader.text(),
      compensableActivityScopeKey: reader.key(),
      compensableActivityInstanceKey: reader.key(),
      compensationHandlerId: reader.text(),
      compensationHandlerInstanceKey: reader.key(),
      throwEventId: reader.text(),
      throwEventInstanceKey: reader.key(),
      variables: reader.text(),
      tenantId: reader.text(),
    };
  },
};
