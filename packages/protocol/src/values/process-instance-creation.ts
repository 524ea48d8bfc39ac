import type { ValueCodec } from '../encoding/value-codec.ts';
import type { Key } from '../key.ts';

export interface ProcessInstanceCreationValue {
  /** Empty when the definition is chosen by key. */
  readonly bpmnProcessId: string;
  /** -1 = latest. */
  readonly version: number;
  /** NO_KEY when the definition is chosen by id. */
  readonly processDefinitionKey: Key;
  readonly processInstanceKey: Key;
  /** JSON object text. */
  readonly variables: string;
  /** Ids of elements to start at instead of the none start event. */
  readonly startInstructions: readonly string[];
  /** Root variables an awaited result is limited to; empty = all. */
  readonly fetchVariables: readonly string[];
  /** Where to send an awaited result; -1 when nobody awaits it. */
  readonly awaitRequestStreamId: number;
  readonly awaitRequestId: number;
  readonly tags: readonly string[];
  readonly businessId: string;
  readonly tenantId: string;
  /** Ids of elements after whose end the instance is terminated. */
  readonly terminateAfterElementIds: readonly string[];
}

export const processInstanceCreationCodec: ValueCodec<ProcessInstanceCreationValue> = {
  write(writer, value) {
    writer.arrayHeader(13);
    writer.text(value.bpmnProcessId);
    writer.integer(value.version);
    writer.key(value.processDefinitionKey);
    writer.key(value.processInstanceKey);
    writer.text(value.variables);
    writer.texts(value.startInstructions);
    writer.texts(value.fetchVariables);
    writer.integer(value.awaitRequestStreamId);
    writer.integer(value.awaitRequestId);
    writer.texts(value.tags);
    writer.text(value.businessId);
    writer.text(value.tenantId);
    writer.texts(value.terminateAfterElementIds);
  },
  read(reader, fields) {
    return {
      bpmnProcessId: reader.text(),
      version: reader.integer(),
      processDefinitionKey: reader.key(),
      processInstanceKey: reader.key(),
      variables: reader.text(),
      startInstructions: reader.texts(),
      fetchVariables: reader.texts(),
      awaitRequestStreamId: reader.integer(),
      awaitRequestId: reader.integer(),
      tags: reader.texts(),
      businessId: reader.text(),
      tenantId: reader.text(),
      terminateAfterElementIds: fields > 12 ? reader.texts() : [],
    };
  },
};
