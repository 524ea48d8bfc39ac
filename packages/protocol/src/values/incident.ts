import type { ValueCodec } from '../encoding/value-codec.ts';
import { IncidentErrorType } from '../incident-error-type.ts';
import { type Key, NO_KEY } from '../key.ts';
import { DEFAULT_TENANT_ID } from '../limits.ts';

export interface IncidentValue {
  readonly errorType: IncidentErrorType;
  readonly errorMessage: string;
  readonly bpmnProcessId: string;
  readonly processDefinitionKey: Key;
  readonly processInstanceKey: Key;
  readonly elementId: string;
  readonly elementInstanceKey: Key;
  /** The job that cannot go on; NO_KEY when the element itself is stuck. */
  readonly jobKey: Key;
  /** Where to change variables before resolving. */
  readonly variableScopeKey: Key;
  readonly rootProcessInstanceKey: Key;
  readonly tenantId: string;
}

export const incidentCodec: ValueCodec<IncidentValue> = {
  write(writer, value) {
    writer.arrayHeader(11);
    writer.integer(value.errorType);
    writer.text(value.errorMessage);
    writer.text(value.bpmnProcessId);
    writer.key(value.processDefinitionKey);
    writer.key(value.processInstanceKey);
    writer.text(value.elementId);
    writer.key(value.elementInstanceKey);
    writer.key(value.jobKey);
    writer.key(value.variableScopeKey);
    writer.key(value.rootProcessInstanceKey);
    writer.text(value.tenantId);
  },
  read(reader) {
    return {
      errorType: reader.integer() as IncidentErrorType,
      errorMessage: reader.text(),
      bpmnProcessId: reader.text(),
      processDefinitionKey: reader.key(),
      processInstanceKey: reader.key(),
      elementId: reader.text(),
      elementInstanceKey: reader.key(),
      jobKey: reader.key(),
      variableScopeKey: reader.key(),
      rootProcessInstanceKey: reader.key(),
      tenantId: reader.text(),
    };
  },
};

/** A command of a client names an incident by key and the engine knows the rest. */
export function incidentCommandValue(changes: Partial<IncidentValue> = {}): IncidentValue {
  return { ...NAMED_BY_KEY, ...changes };
}

const NAMED_BY_KEY: IncidentValue = {
  errorType: IncidentErrorType.UNSPECIFIED,
  errorMessage: '',
  bpmnProcessId: '',
  processDefinitionKey: NO_KEY,
  processInstanceKey: NO_KEY,
  elementId: '',
  elementInstanceKey: NO_KEY,
  jobKey: NO_KEY,
  variableScopeKey: NO_KEY,
  rootProcessInstanceKey: NO_KEY,
  tenantId: DEFAULT_TENANT_ID,
};
