import { type Key, ProcessIntent, type ProcessValue, type ValueType } from '@waggle/protocol';
import { insertAgentDefinition } from '../agent-definitions.ts';
import type { Fold, FoldContext } from '../fold.ts';
import { retentionOf } from '../process-definitions.ts';
import { readProcessDocument } from '../process-document.ts';

const decoder = new TextDecoder();

export const foldProcess: Fold<typeof ValueType.PROCESS> = ({ intent, value, timestamp }, context) => {
  const { processDefinitionKey } = value;
  switch (intent) {
    case ProcessIntent.DELETING:
    case ProcessIntent.DRAINING:
      countDeletion(context, processDefinitionKey, 1);
      return;
    case ProcessIntent.DELETED:
      countDeletion(context, processDefinitionKey, -1);
      return;
    case ProcessIntent.CREATED:
      create(value, timestamp, context);
  }
};

/** A definition is deleted on each partition; it is gone when the last one has let its instances end. */
function countDeletion({ changes }: FoldContext, processDefinitionKey: Key, change: 1 | -1): void {
  changes.execute(
    `UPDATE process_definition SET deleting_partitions = deleting_partitions + ?,
       state = CASE WHEN deleting_partitions + ? > 0 THEN 'DRAINING' ELSE 'DELETED' END
     WHERE process_definition_key = ?`,
    [change, change, processDefinitionKey],
  );
}

function create(value: ProcessValue, timestamp: number, context: FoldContext): void {
  const { processDefinitionKey } = value;
  const xml = decoder.decode(value.resource);
  const document = readProcessDocument(xml, value.bpmnProcessId);
  const { name, elementNames, elementTools, startForm, historyTimeToLive } = document;
  const versionTag = value.versionTag === '' ? null : value.versionTag;
  context.definitions.set(processDefinitionKey, {
    name,
    version: value.version,
    versionTag,
    elementNames,
    elementTools,
    historyMs: retentionOf(historyTimeToLive),
  });
  if (!context.isFirstPartition) return;
  for (const agent of document.agents) insertAgentDefinition(context.changes, value, agent);
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
    deleting_partitions: 0,
    element_names: JSON.stringify(elementNames),
    element_tools: JSON.stringify(elementTools),
    history_time_to_live: historyTimeToLive,
    deployed_date: timestamp,
  });
}
