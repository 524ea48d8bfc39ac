/** The instructions of a `ProcessInstanceModificationInstruction`, brought into the engine's form. */
import {
  type ActivateInstruction,
  type MoveInstruction,
  NO_KEY,
  type TerminateInstruction,
  type VariableInstruction,
} from '@waggle/protocol';
import { invalidArgument } from './errors.ts';
import { jsonItems, jsonMembers } from './json-parts.ts';
import { keyMember } from './key-member.ts';
import { nestedVariables } from './nested-variables.ts';
import type {
  ActivateInstructionMember,
  MoveInstructionMember,
  TerminateInstructionMember,
  VariableInstructionMember,
} from './schemas/process-instance-modification-instruction.ts';

type Given<Member> = readonly Member[] | null | undefined;

/** @param text of the member, for the variables in it. */
export function activateInstructions(members: Given<ActivateInstructionMember>, text: string): ActivateInstruction[] {
  const texts = jsonItems(text);
  return (members ?? []).map((member, index) => ({
    elementId: member.elementId,
    ancestorScopeKey: keyMember(
      `activateInstructions[${index}].ancestorElementInstanceKey`,
      member.ancestorElementInstanceKey,
    ),
    variableInstructions: variableInstructions(member.variableInstructions, texts[index]),
  }));
}

export function terminateInstructions(members: Given<TerminateInstructionMember>): TerminateInstruction[] {
  return (members ?? []).map(({ elementId, elementInstanceKey }, index) => ({
    elementInstanceKey: keyMember(`terminateInstructions[${index}].elementInstanceKey`, elementInstanceKey),
    elementId: elementId ?? '',
  }));
}

/** @param text of the member, for the variables in it. */
export function moveInstructions(members: Given<MoveInstructionMember>, text: string): MoveInstruction[] {
  const texts = jsonItems(text);
  return (members ?? []).map((member, index) => {
    const path = `moveInstructions[${index}]`;
    const source = member.sourceElementInstruction;
    return {
      sourceElementId: source.sourceElementId ?? '',
      sourceElementInstanceKey: keyMember(
        `${path}.sourceElementInstruction.sourceElementInstanceKey`,
        source.sourceElementInstanceKey,
      ),
      targetElementId: member.targetElementId,
      ...ancestorScope(path, member.ancestorScopeInstruction),
      variableInstructions: variableInstructions(member.variableInstructions, texts[index]),
    };
  });
}

function ancestorScope(
  path: string,
  instruction: MoveInstructionMember['ancestorScopeInstruction'],
): Pick<MoveInstruction, 'ancestorScopeKey' | 'infersAncestorScope' | 'usesSourceParentAsScope'> {
  const type = instruction?.ancestorScopeType;
  const keyPath = `${path}.ancestorScopeInstruction.ancestorElementInstanceKey`;
  const ancestorScopeKey = keyMember(keyPath, instruction?.ancestorElementInstanceKey);
  if (type === 'direct' && ancestorScopeKey === NO_KEY) throw invalidArgument([`No ${keyPath} provided`]);
  return {
    ancestorScopeKey,
    infersAncestorScope: type === 'inferred',
    usesSourceParentAsScope: type === 'sourceParent',
  };
}

function variableInstructions(
  members: Given<VariableInstructionMember>,
  instructionText: string | undefined,
): VariableInstruction[] {
  const texts = jsonItems(jsonMembers(instructionText).get('variableInstructions'));
  return (members ?? []).map(({ scopeId }, index) => ({
    elementId: scopeId ?? '',
    variables: nestedVariables(texts[index]),
  }));
}
