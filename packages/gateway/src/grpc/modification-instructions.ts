/** The instructions of `gateway_protocol.ModifyProcessInstanceRequest`, brought into the engine's form. */
import type { ActivateInstruction, MoveInstruction, TerminateInstruction, VariableInstruction } from '@waggle/protocol';
import { argumentError } from '../dispatch/command-failure.ts';
import { checkVariables } from '../dispatch/variables-text.ts';
import { optionalKeyField } from './wire-integer.ts';

interface VariableInstructionMessage {
  readonly variables: string;
  readonly scopeId: string;
}

export interface ActivateInstructionMessage {
  readonly elementId: string;
  readonly ancestorElementInstanceKey: string;
  readonly variableInstructions: readonly VariableInstructionMessage[];
}

export interface TerminateInstructionMessage {
  readonly elementInstanceKey: string;
  readonly elementId: string;
}

export interface MoveInstructionMessage {
  readonly sourceElementInstanceKey: string;
  readonly sourceElementId: string;
  readonly targetElementId: string;
  readonly variableInstructions: readonly VariableInstructionMessage[];
  readonly ancestorElementInstanceKey: string;
  readonly inferAncestorScopeFromSourceHierarchy: boolean;
  readonly useSourceParentKeyAsAncestorScopeKey: boolean;
}

export function activateInstruction(message: ActivateInstructionMessage): ActivateInstruction {
  return {
    elementId: message.elementId,
    ancestorScopeKey: optionalKeyField(message.ancestorElementInstanceKey),
    variableInstructions: message.variableInstructions.map(variableInstruction),
  };
}

/** @throws {CommandFailedError} kind `argument`: both a key and an id, or neither. */
export function terminateInstruction(message: TerminateInstructionMessage): TerminateInstruction {
  const elementInstanceKey = optionalKeyField(message.elementInstanceKey);
  checkOneOf('elementInstanceKey', elementInstanceKey >= 0n, 'elementId', message.elementId !== '');
  return { elementInstanceKey, elementId: message.elementId };
}

/** @throws {CommandFailedError} kind `argument`: both a source key and a source id, or neither. */
export function moveInstruction(message: MoveInstructionMessage): MoveInstruction {
  const sourceElementInstanceKey = optionalKeyField(message.sourceElementInstanceKey);
  checkOneOf(
    'sourceElementInstanceKey',
    sourceElementInstanceKey >= 0n,
    'sourceElementId',
    message.sourceElementId !== '',
  );
  return {
    sourceElementId: message.sourceElementId,
    sourceElementInstanceKey,
    targetElementId: message.targetElementId,
    ancestorScopeKey: optionalKeyField(message.ancestorElementInstanceKey),
    infersAncestorScope: message.inferAncestorScopeFromSourceHierarchy,
    usesSourceParentAsScope: message.useSourceParentKeyAsAncestorScopeKey,
    variableInstructions: message.variableInstructions.map(variableInstruction),
  };
}

function variableInstruction({ variables, scopeId }: VariableInstructionMessage): VariableInstruction {
  return { elementId: scopeId, variables: checkVariables(variables) };
}

function checkOneOf(first: string, hasFirst: boolean, second: string, hasSecond: boolean): void {
  if (hasFirst === hasSecond) {
    throw argumentError(
      `Expected each instruction to have either '${first}' or '${second}', but one has ${hasFirst ? 'both' : 'neither'}`,
    );
  }
}
