import { migrateProcessInstance as migrate } from '../../dispatch/index.ts';
import { noContent } from '../answer.ts';
import { defineEndpoint, jsonBody } from '../endpoint.ts';
import { keyMember } from '../key-member.ts';
import { processInstanceKey } from '../schemas/keys.ts';
import { processInstanceMigrationInstruction } from '../schemas/process-instance-migration-instruction.ts';

export const migrateProcessInstance = defineEndpoint({
  method: 'POST',
  path: '/process-instances/{processInstanceKey}/migration',
  operationId: 'migrateProcessInstance',
  tag: 'Process instance',
  summary: 'Moves a running process instance to another process definition',
  since: '8.6',
  parameters: { processInstanceKey },
  body: jsonBody(processInstanceMigrationInstruction),
  success: { status: 204, description: 'The instance is migrated.' },
  errors: [400, 404, 409, 500, 503],

  async handle(call) {
    await migrate(call.dispatch.router, {
      processInstanceKey: call.key('processInstanceKey'),
      targetProcessDefinitionKey: keyMember('targetProcessDefinitionKey', call.body.targetProcessDefinitionKey),
      mappingInstructions: call.body.mappingInstructions,
      operationReference: call.operationReference(),
    });
    return noContent;
  },
});
