import { BpmnElementType } from '../bpmn-element-type.ts';
import { BpmnEventType } from '../bpmn-event-type.ts';
import type { ValueCodec } from '../encoding/value-codec.ts';
import { type Key, NO_KEY } from '../key.ts';
import { DEFAULT_TENANT_ID } from '../limits.ts';

/** An element instance; the one of the process itself has `elementId === bpmnProcessId` and its own key as instance key. */
export interface ProcessInstanceValue {
  readonly bpmnProcessId: string;
  readonly version: number;
  readonly processDefinitionKey: Key;
  readonly processInstanceKey: Key;
  readonly elementId: string;
  /** The enclosing element instance; NO_KEY for the process itself. */
  readonly flowScopeKey: Key;
  readonly bpmnElementType: BpmnElementType;
  readonly bpmnEventType: BpmnEventType;
  /** The call activity's instance and its process instance; NO_KEY unless called. */
  readonly parentProcessInstanceKey: Key;
  readonly parentElementInstanceKey: Key;
  readonly rootProcessInstanceKey: Key;
  readonly tenantId: string;
  /** Sequence flows whose tokens this activation consumes; empty everywhere but in activations. */
  readonly consumedFlowIds: readonly string[];
  /** Place of an inner instance in its multi-instance loop, from 1; 0 everywhere else. */
  readonly loopCounter: number;
}

export const processInstanceCodec: ValueCodec<ProcessInstanceValue> = {
  write(writer, value) {
    writer.arrayHeader(14);
    writer.text(value.bpmnProcessId);
    writer.integer(value.version);
    writer.key(value.processDefinitionKey);
    writer.key(value.processInstanceKey);
    writer.text(value.elementId);
    writer.key(value.flowScopeKey);
    writer.integer(value.bpmnElementType);
    writer.integer(value.bpmnEventType);
    writer.key(value.parentProcessInstanceKey);
    writer.key(value.parentElementInstanceKey);
    // A root instance names itself: one byte says so.
    writer.key(value.rootProcessInstanceKey === value.processInstanceKey ? NO_KEY : value.rootProcessInstanceKey);
    writer.text(value.tenantId);
    writer.texts(value.consumedFlowIds);
    writer.integer(value.loopCounter);
  },
  read(reader, fields) {
    const bpmnProcessId = reader.text();
    const version = reader.integer();
    const processDefinitionKey = reader.key();
    const processInstanceKey = reader.key();
    const elementId = reader.text();
    const flowScopeKey = reader.key();
    const bpmnElementType = reader.integer() as BpmnElementType;
    const bpmnEventType = reader.integer() as BpmnEventType;
    const parentProcessInstanceKey = reader.key();
    const parentElementInstanceKey = reader.key();
    const root = reader.key();
    return {
      bpmnProcessId,
      version,
      processDefinitionKey,
      processInstanceKey,
      elementId,
      flowScopeKey,
      bpmnElementType,
      bpmnEventType,
      parentProcessInstanceKey,
      parentElementInstanceKey,
      rootProcessInstanceKey: root === NO_KEY ? processInstanceKey : root,
      tenantId: reader.text(),
      consumedFlowIds: reader.texts(),
      loopCounter: fields > 13 ? reader.integer() : 0,
    };
  },
};

/** A command of a client names an instance by key and the engine knows the rest. */
export function processInstanceCommandValue(changes: Partial<ProcessInstanceValue> = {}): ProcessInstanceValue {
  return { ...NAMED_BY_KEY, ...changes };
}

const NAMED_BY_KEY: ProcessInstanceValue = {
  bpmnProcessId: '',
  version: -1,
  processDefinitionKey: NO_KEY,
  processInstanceKey: NO_KEY,
  elementId: '',
  flowScopeKey: NO_KEY,
  bpmnElementType: BpmnElementType.UNSPECIFIED,
  bpmnEventType: BpmnEventType.UNSPECIFIED,
  parentProcessInstanceKey: NO_KEY,
  parentElementInstanceKey: NO_KEY,
  rootProcessInstanceKey: NO_KEY,
  tenantId: DEFAULT_TENANT_ID,
  consumedFlowIds: [],
  loopCounter: 0,
};
