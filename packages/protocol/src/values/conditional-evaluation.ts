import type { MessagePackReader } from '../encoding/message-pack-reader.ts';
import type { MessagePackWriter } from '../encoding/message-pack-writer.ts';
import type { ValueCodec } from '../encoding/value-codec.ts';
import type { Key } from '../key.ts';

export interface StartedProcessInstance {
  readonly processDefinitionKey: Key;
  readonly processInstanceKey: Key;
}

/** Asks conditional start events whether they hold. */
export interface ConditionalEvaluationValue {
  /** NO_KEY = the latest version of every process. */
  readonly processDefinitionKey: Key;
  /** JSON object text. */
  readonly variables: string;
  readonly startedProcessInstances: readonly StartedProcessInstance[];
  readonly tenantId: string;
}

export const conditionalEvaluationCodec: ValueCodec<ConditionalEvaluationValue> = {
  write(writer, value) {
    writer.arrayHeader(4);
    writer.key(value.processDefinitionKey);
    writer.text(value.variables);
    writer.arrayHeader(value.startedProcessInstances.length);
    for (const item of value.startedProcessInstances) writeStartedProcessInstance(writer, item);
    writer.text(value.tenantId);
  },
  read(reader) {
    return {
      processDefinitionKey: reader.key(),
      variables: reader.text(),
      startedProcessInstances: Array.from({ length: reader.arrayHeader() }, () => readStartedProcessInstance(reader)),
      tenantId: reader.text(),
    };
  },
};

function writeStartedProcessInstance(writer: MessagePackWriter, value: StartedProcessInstance): void {
  writer.arrayHeader(2);
  writer.key(value.processDefinitionKey);
  writer.key(value.processInstanceKey);
}

function readStartedProcessInstance(reader: MessagePackReader): StartedProcessInstance {
  reader.arrayHeader();
  return {
    processDefinitionKey: reader.key(),
    processInstanceKey: reader.key(),
  };
}
