import type { MessagePackReader } from '../encoding/message-pack-reader.ts';
import type { MessagePackWriter } from '../encoding/message-pack-writer.ts';
import type { ValueCodec } from '../encoding/value-codec.ts';
import type { Key } from '../key.ts';

export interface VariableInstruction {
  readonly elementId: string;
  readonly variables: string;
}

export interface ActivateInstruction {
  readonly elementId: string;
  /** NO_KEY when there is only one scope it can be. */
  readonly ancestorScopeKey: Key;
  readonly variableInstructions: readonly VariableInstruction[];
}

export interface TerminateInstruction {
  /** NO_KEY when chosen by element id. */
  readonly elementInstanceKey: Key;
  /** All instances of this element; empty when chosen by key. */
  readonly elementId: string;
}

export interface MoveInstruction {
  /** Empty when chosen by key. */
  readonly sourceElementId: string;
  /** NO_KEY when chosen by element id. */
  readonly sourceElementInstanceKey: Key;
  readonly targetElementId: string;
  /** NO_KEY unless the ancestor is named. */
  readonly ancestorScopeKey: Key;
  /** The target's scope is found among the source's ancestors. */
  readonly infersAncestorScope: boolean;
  /** The target starts in the source's own scope. */
  readonly usesSourceParentAsScope: boolean;
  readonly variableInstructions: readonly VariableInstruction[];
}

/** Starts and ends elements of a running instance by hand. */
export interface ProcessInstanceModificationValue {
  readonly processInstanceKey: Key;
  readonly activateInstructions: readonly ActivateInstruction[];
  readonly terminateInstructions: readonly TerminateInstruction[];
  readonly moveInstructions: readonly MoveInstruction[];
  readonly tenantId: string;
  /** In events: the scopes in which elements were started. */
  readonly ancestorScopeKeys: readonly Key[];
  /** In events: the element instances that end, whoever named them. */
  readonly terminatedElementInstanceKeys: readonly Key[];
}

export const processInstanceModificationCodec: ValueCodec<ProcessInstanceModificationValue> = {
  write(writer, value) {
    writer.arrayHeader(7);
    writer.key(value.processInstanceKey);
    writer.arrayHeader(value.activateInstructions.length);
    for (const item of value.activateInstructions) writeActivateInstruction(writer, item);
    writer.arrayHeader(value.terminateInstructions.length);
    for (const item of value.terminateInstructions) writeTerminateInstruction(writer, item);
    writer.arrayHeader(value.moveInstructions.length);
    for (const item of value.moveInstructions) writeMoveInstruction(writer, item);
    writer.text(value.tenantId);
    writer.keys(value.ancestorScopeKeys);
    writer.keys(value.terminatedElementInstanceKeys);
  },
  read(reader, fields) {
    return {
      processInstanceKey: reader.key(),
      activateInstructions: Array.from({ length: reader.arrayHeader() }, () => readActivateInstruction(reader)),
      terminateInstructions: Array.from({ length: reader.arrayHeader() }, () => readTerminateInstruction(reader)),
      moveInstructions: Array.from({ length: reader.arrayHeader() }, () => readMoveInstruction(reader)),
      tenantId: reader.text(),
      ancestorScopeKeys: reader.keys(),
      terminatedElementInstanceKeys: fields > 6 ? reader.keys() : [],
    };
  },
};

function writeVariableInstruction(writer: MessagePackWriter, value: VariableInstruction): void {
  writer.arrayHeader(2);
  writer.text(value.elementId);
  writer.text(value.variables);
}

function readVariableInstruction(reader: MessagePackReader): VariableInstruction {
  reader.arrayHeader();
  return {
    elementId: reader.text(),
    variables: reader.text(),
  };
}

function writeActivateInstruction(writer: MessagePackWriter, value: ActivateInstruction): void {
  writer.arrayHeader(3);
  writer.text(value.elementId);
  writer.key(value.ancestorScopeKey);
  writer.arrayHeader(value.variableInstructions.length);
  for (const item of value.variableInstructions) writeVariableInstruction(writer, item);
}

function readActivateInstruction(reader: MessagePackReader): ActivateInstruction {
  reader.arrayHeader();
  return {
    elementId: reader.text(),
    ancestorScopeKey: reader.key(),
    variableInstructions: Array.from({ length: reader.arrayHeader() }, () => readVariableInstruction(reader)),
  };
}

function writeTerminateInstruction(writer: MessagePackWriter, value: TerminateInstruction): void {
  writer.arrayHeader(2);
  writer.key(value.elementInstanceKey);
  writer.text(value.elementId);
}

function readTerminateInstruction(reader: MessagePackReader): TerminateInstruction {
  reader.arrayHeader();
  return {
    elementInstanceKey: reader.key(),
    elementId: reader.text(),
  };
}

function writeMoveInstruction(writer: MessagePackWriter, value: MoveInstruction): void {
  writer.arrayHeader(7);
  writer.text(value.sourceElementId);
  writer.key(value.sourceElementInstanceKey);
  writer.text(value.targetElementId);
  writer.key(value.ancestorScopeKey);
  writer.boolean(value.infersAncestorScope);
  writer.boolean(value.usesSourceParentAsScope);
  writer.arrayHeader(value.variableInstructions.length);
  for (const item of value.variableInstructions) writeVariableInstruction(writer, item);
}

function readMoveInstruction(reader: MessagePackReader): MoveInstruction {
  reader.arrayHeader();
  return {
    sourceElementId: reader.text(),
    sourceElementInstanceKey: reader.key(),
    targetElementId: reader.text(),
    ancestorScopeKey: reader.key(),
    infersAncestorScope: reader.boolean(),
    usesSourceParentAsScope: reader.boolean(),
    variableInstructions: Array.from({ length: reader.arrayHeader() }, () => readVariableInstruction(reader)),
  };
}
