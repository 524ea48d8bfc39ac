import { type ExecutableProcess, parseBpmn, type ResourceBinding } from '@waggle/bpmn';
import { ProcessIntent, type ValueType } from '@waggle/protocol';
import type { Fold } from '../fold.ts';

const decoder = new TextDecoder();

interface StartForm extends ResourceBinding {
  readonly formId: string;
}

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
  const { name, elementNames, startForm } = describe(xml, value.bpmnProcessId, value.resourceName);
  const versionTag = value.versionTag === '' ? null : value.versionTag;
  context.definitions.set(processDefinitionKey, { name, version: value.version, versionTag, elementNames });
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
    start_form_binding: startForm?.bindingType ?? null,
    start_form_version_tag: startForm?.versionTag ?? null,
    state: 'ACTIVE',
    element_names: JSON.stringify(elementNames),
    deployed_date: timestamp,
  });
};

/** Names as the document has them. It was accepted once, so what cannot be read is another release's matter. */
function describe(
  xml: string,
  processId: string,
  resourceName: string,
): { name: string | null; elementNames: Record<string, string>; startForm: StartForm | undefined } {
  const parsed = parseBpmn(xml, { resourceName, isAccepted: true });
  const process = parsed.ok ? parsed.model.processes.find(({ id }) => id === processId) : undefined;
  const elementNames: Record<string, string> = {};
  for (const element of process?.elements.values() ?? []) {
    if (element.name !== undefined && element.name !== '') elementNames[element.id] = element.name;
  }
  return { name: process?.name ?? null, elementNames, startForm: startFormOf(process) };
}

/** A form whose id is an expression cannot be known before there is an instance. */
function startFormOf(process: ExecutableProcess | undefined): StartForm | undefined {
  const form = process?.root.noneStartEvent?.form;
  if (form?.formId === undefined || form.formId.isExpression) return undefined;
  return { formId: form.formId.text, bindingType: form.bindingType, versionTag: form.versionTag };
}
