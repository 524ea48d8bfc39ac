import type { MessagePackReader } from '../encoding/message-pack-reader.ts';
import type { MessagePackWriter } from '../encoding/message-pack-writer.ts';
import type { ValueCodec } from '../encoding/value-codec.ts';
import type { Key } from '../key.ts';

export interface AdHocActivateElement {
  readonly elementId: string;
  /** JSON object text. */
  readonly variables: string;
}

/** Starts elements inside an ad-hoc sub-process, or completes it. */
export interface AdHocSubProcessInstructionValue {
  readonly adHocSubProcessInstanceKey: Key;
  readonly activateElements: readonly AdHocActivateElement[];
  readonly isCancelRemainingInstances: boolean;
  readonly isCompletionConditionFulfilled: boolean;
  readonly tenantId: string;
}

export const adHocSubProcessInstructionCodec: ValueCodec<AdHocSubProcessInstructionValue> = {
  write(writer, value) {
    writer.arrayHeader(5);
    writer.key(value.adHocSubProcessInstanceKey);
    writer.arrayHeader(value.activateElements.length);
    for (const item of value.activateElements) writeAdHocActivateElement(writer, item);
    writer.boolean(value.isCancelRemainingInstances);
    writer.boolean(value.isCompletionConditionFulfilled);
    writer.text(value.tenantId);
  },
  read(reader) {
    return {
      adHocSubProcessInstanceKey: reader.key(),
      activateElements: Array.from({ length: reader.arrayHeader() }, () => readAdHocActivateElement(reader)),
      isCancelRemainingInstances: reader.boolean(),
      isCompletionConditionFulfilled: reader.boolean(),
      tenantId: reader.text(),
    };
  },
};

function writeAdHocActivateElement(writer: MessagePackWriter, value: AdHocActivateElement): void {
  writer.arrayHeader(2);
  writer.text(value.elementId);
  writer.text(value.variables);
}

function readAdHocActivateElement(reader: MessagePackReader): AdHocActivateElement {
  reader.arrayHeader();
  return {
    elementId: reader.text(),
    variables: reader.text(),
  };
}
