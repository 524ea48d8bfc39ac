import { ProcessIntent, type ValueType } from '@waggle/protocol';
import type { Fold } from '../fold.ts';
import { readProcessDocument } from '../process-document.ts';

const decoder = new TextDecoder();

export const foldProcess: Fold<typeof ValueType.PROCESS> = ({ intent, value, timestamp }, context) => {
  const { processDefinitionKey } = value;
  if (intent === ProcessIntent.DELETED) {
    if (context.isFirstPartition) {
      context.changes.update(
        'process_definition',
        { process_definition_key: processDefinitionKey },
        { state: 'DELETED' },
      );
    }
    return;
  }
  if (intent !== ProcessIntent.CREATED) return;
  const xml = decoder.decode(value.resource);
  const { name, elementNames, elementTools, startForm } = readProcessDocument(xml, value.bpmnProcessId);
  const versionTag = value.versionTag === '' ? null : value.versionTag;
  context.definitions.set(processDefinitionKey, {
    name,
    version: value.version,
    versionTag,
    elementNames,
    elementTools,
  });
  if (!context.isFirstPartition) return;
  context.changes.insert('process_definition', {
    process_definition_key: processDefinitionKey,
    process_definition_id: value.bpmnProcessId,
    name,
    version: value.version,
    version_tag: versionTag,
    resource_name: value.resourceName,
    bpmn_xml: xml,
    deployment_key: value.deploymentKey,
    tenant_id: value.tenantId,
    has_start_form: startForm !== undefined,
    start_form_id: startForm?.formId ?? null,
    start_form_binding: startForm?.binding ?? null,
    start_form_version_tag: startForm?.versionTag ?? null,
    state: 'ACTIVE',
    element_names: JSON.stringify(elementNames),
    element_tools: JSON.stringify(elementTools),
    deployed_date: timestamp,
  });
};
