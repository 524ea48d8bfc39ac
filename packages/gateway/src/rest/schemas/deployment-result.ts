import { decisionDefinitionId, formId, processDefinitionId, tenantId } from './identifiers.ts';
import {
  decisionDefinitionKey,
  decisionRequirementsKey,
  deploymentKey,
  formKey,
  processDefinitionKey,
  resourceKey,
} from './keys.ts';
import { type InlineSchema, type NamedSchema, orNull } from './schema.ts';

const text: InlineSchema = { type: 'string' };
const version: InlineSchema = { type: 'integer', format: 'int32', description: 'Version of the definition.' };

function result(name: string, description: string, properties: NonNullable<InlineSchema['properties']>): NamedSchema {
  return { name, definition: { type: 'object', description, properties, required: Object.keys(properties) } };
}

const deploymentMetadataResult = result(
  'DeploymentMetadataResult',
  'One deployed definition: exactly one member is not null.',
  {
    processDefinition: orNull(
      result('DeploymentProcessResult', 'A deployed process.', {
        processDefinitionId,
        processDefinitionVersion: version,
        resourceName: text,
        tenantId,
        processDefinitionKey,
      }),
    ),
    decisionDefinition: orNull(
      result('DeploymentDecisionResult', 'A deployed decision.', {
        decisionDefinitionId,
        version,
        name: text,
        tenantId,
        decisionRequirementsId: text,
        decisionDefinitionKey,
        decisionRequirementsKey,
      }),
    ),
    decisionRequirements: orNull(
      result('DeploymentDecisionRequirementsResult', 'A deployed decision requirements graph.', {
        decisionRequirementsId: text,
        decisionRequirementsName: text,
        version,
        resourceName: text,
        tenantId,
        decisionRequirementsKey,
      }),
    ),
    form: orNull(
      result('DeploymentFormResult', 'A deployed form.', { formId, version, resourceName: text, tenantId, formKey }),
    ),
    resource: orNull(
      result('DeploymentResourceResult', 'Any other deployed file.', {
        resourceId: text,
        resourceName: text,
        version,
        tenantId,
        resourceKey,
      }),
    ),
  },
);

export const deploymentResult = result(
  'DeploymentResult',
  'What a deployment brought in, known definitions included.',
  {
    deploymentKey,
    tenantId,
    deployments: { type: 'array', items: deploymentMetadataResult },
  },
);
