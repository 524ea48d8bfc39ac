import { modifyProcessInstance as modify } from '../../dispatch/index.ts';
import { noContent } from '../answer.ts';
import { defineEndpoint, jsonBody } from '../endpoint.ts';
import { activateInstructions, moveInstructions, terminateInstructions } from '../modification-instructions.ts';
import { processInstanceKey } from '../schemas/keys.ts';
import { processInstanceModificationInstruction } from '../schemas/process-instance-modification-instruction.ts';

export const modifyProcessInstance = defineEndpoint({
  method: 'POST',
  path: '/process-instances/{processInstanceKey}/modification',
  operationId: 'modifyProcessInstance',
  tag: 'Process instance',
  summary: 'Starts and ends elements of a running process instance by hand',
  since: '8.6',
  parameters: { processInstanceKey },
  body: jsonBody(processInstanceModificationInstruction),
  success: { status: 204, description: 'All instructions are carried out.' },
  errors: [400, 404, 409, 500, 503],

  async handle(call) {
    const { body } = call;
    await modify(call.dispatch.router, {
      processInstanceKey: call.key('processInstanceKey'),
      activateInstructions: activateInstructions(body.activateInstructions, call.memberText('activateInstructions')),
      terminateInstructions: terminateInstructions(body.terminateInstructions),
      moveInstructions: moveInstructions(body.moveInstructions, call.memberText('moveInstructions')),
      operationReference: call.operationReference(),
    });
    return noContent;
  },
});
