import { modifyProcessInstance as sendModifyProcessInstance } from '../../dispatch/operations/modify-process-instance.ts';
import {
  type ActivateInstructionMessage,
  activateInstruction,
  type MoveInstructionMessage,
  moveInstruction,
  type TerminateInstructionMessage,
  terminateInstruction,
} from '../modification-instructions.ts';
import { unaryRpc } from '../rpc-handler.ts';
import { keyField, operationReferenceField } from '../wire-integer.ts';

interface ModifyProcessInstanceRequest {
  readonly processInstanceKey: string;
  readonly activateInstructions: readonly ActivateInstructionMessage[];
  readonly terminateInstructions: readonly TerminateInstructionMessage[];
  readonly moveInstructions: readonly MoveInstructionMessage[];
  readonly operationReference?: string;
}

export const modifyProcessInstance = unaryRpc(async (request: ModifyProcessInstanceRequest, { router }) => {
  await sendModifyProcessInstance(router, {
    processInstanceKey: keyField(request.processInstanceKey),
    activateInstructions: request.activateInstructions.map(activateInstruction),
    terminateInstructions: request.terminateInstructions.map(terminateInstruction),
    moveInstructions: request.moveInstructions.map(moveInstruction),
    operationReference: operationReferenceField(request.operationReference),
  });
  return {};
});
