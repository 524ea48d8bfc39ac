import type {
  DecisionMetadata,
  DecisionRequirementsMetadata,
  ProcessMetadata,
  ResourceMetadata,
} from '@waggle/protocol';
import { checkTenantId, deployResources } from '../../dispatch/index.ts';
import { ok } from '../answer.ts';
import { defineUploadEndpoint, multipartBody } from '../endpoint.ts';
import { jsonArray, jsonKey, jsonObject, jsonText } from '../json-text.ts';
import { readDeployment } from '../read-deployment.ts';
import { deploymentResult } from '../schemas/deployment-result.ts';
import { deploymentUpload } from '../schemas/deployment-upload.ts';

export const createDeployment = defineUploadEndpoint({
  method: 'POST',
  path: '/deployments',
  operationId: 'createDeployment',
  tag: 'Resource',
  summary: 'Deploys all files or none',
  since: '8.6',
  body: multipartBody(deploymentUpload, readDeployment),
  success: { status: 200, description: 'All files are deployed.', schema: deploymentResult },
  errors: [400, 503],

  async handle({ dispatch, body }) {
    const tenantId = checkTenantId('request Deploy Resources', body.tenantId ?? '');
    const { value } = await deployResources(dispatch.router, { resources: body.resources, tenantId });
    return ok(
      jsonObject({
        deploymentKey: jsonKey(value.deploymentKey),
        tenantId: jsonText(value.tenantId),
        deployments: jsonArray([
          ...value.processesMetadata.map(deployedProcess),
          ...value.decisionsMetadata.map(deployedDecision),
          ...value.decisionRequirementsMetadata.map(deployedRequirements),
          ...value.formsMetadata.map(deployedForm),
          ...value.resourcesMetadata.map(deployedResource),
        ]),
      }),
    );
  },
});

const NOTHING = {
  processDefinition: 'null',
  decisionDefinition: 'null',
  decisionRequirements: 'null',
  form: 'null',
  resource: 'null',
};

function deployedProcess(metadata: ProcessMetadata): string {
  return jsonObject({
    ...NOTHING,
    processDefinition: jsonObject({
      processDefinitionId: jsonText(metadata.bpmnProcessId),
      processDefinitionVersion: String(metadata.version),
      resourceName: jsonText(metadata.resourceName),
      tenantId: jsonText(metadata.tenantId),
      processDefinitionKey: jsonKey(metadata.processDefinitionKey),
    }),
  });
}

function deployedDecision(metadata: DecisionMetadata): string {
  return jsonObject({
    ...NOTHING,
    decisionDefinition: jsonObject({
      decisionDefinitionId: jsonText(metadata.decisionId),
      version: String(metadata.version),
      name: jsonText(metadata.decisionName),
      tenantId: jsonText(metadata.tenantId),
      decisionRequirementsId: jsonText(metadata.decisionRequirementsId),
      decisionDefinitionKey: jsonKey(metadata.decisionKey),
      decisionRequirementsKey: jsonKey(metadata.decisionRequirementsKey),
    }),
  });
}

function deployedRequirements(metadata: DecisionRequirementsMetadata): string {
  return jsonObject({
    ...NOTHING,
    decisionRequirements: jsonObject({
      decisionRequirementsId: jsonText(metadata.decisionRequirementsId),
      decisionRequirementsName: jsonText(metadata.decisionRequirementsName),
      version: String(metadata.decisionRequirementsVersion),
      resourceName: jsonText(metadata.resourceName),
      tenantId: jsonText(metadata.tenantId),
      decisionRequirementsKey: jsonKey(metadata.decisionRequirementsKey),
    }),
  });
}

function deployedForm(metadata: ResourceMetadata): string {
  return jsonObject({
    ...NOTHING,
    form: jsonObject({
      formId: jsonText(metadata.resourceId),
      version: String(metadata.version),
      resourceName: jsonText(metadata.resourceName),
      tenantId: jsonText(metadata.tenantId),
      formKey: jsonKey(metadata.resourceKey),
    }),
  });
}

function deployedResource(metadata: ResourceMetadata): string {
  return jsonObject({
    ...NOTHING,
    resource: jsonObject({
      resourceId: jsonText(metadata.resourceId),
      resourceName: jsonText(metadata.resourceName),
      version: String(metadata.version),
      tenantId: jsonText(metadata.tenantId),
      resourceKey: jsonKey(metadata.resourceKey),
    }),
  });
}
