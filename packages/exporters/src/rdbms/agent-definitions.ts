/** Elements that a process declares to be AI agents. */
import { createHash } from 'node:crypto';
import type { Key, ProcessValue } from '@waggle/protocol';
import { childNamed, type XmlElement } from '@waggle/xml';
import type { RowChanges } from './row-changes.ts';

export interface AgentElement {
  readonly elementId: string;
  readonly name: string;
  /** Name of an AgentDefinitionType. */
  readonly agentType: string;
}

/** As models name them, and as the API does. */
const agentTypes: ReadonlyMap<string, string> = new Map([
  ['aiAgentSubProcess', 'AI_AGENT_SUB_PROCESS'],
  ['aiAgentTask', 'AI_AGENT_TASK'],
  ['external', 'EXTERNAL_AGENT'],
]);

/** `undefined`: the element is no agent. */
export function agentElementOf(element: XmlElement): AgentElement | undefined {
  const extensions = childNamed(element, 'bpmn:extensionElements');
  const agent = extensions && childNamed(extensions, 'zeebe:agentDefinition');
  const agentType = agentTypes.get(agent?.attributes.get('agentType') ?? '');
  const elementId = element.attributes.get('id');
  if (agentType === undefined || elementId === undefined) return undefined;
  return { elementId, name: element.attributes.get('name') || elementId, agentType };
}

export function insertAgentDefinition(
  changes: RowChanges,
  definition: ProcessValue,
  { elementId, name, agentType }: AgentElement,
): void {
  changes.insert('agent_definition', {
    agent_definition_key: agentDefinitionKey(definition.processDefinitionKey, elementId),
    agent_type: agentType,
    name,
    element_id: elementId,
    process_definition_id: definition.bpmnProcessId,
    process_definition_key: definition.processDefinitionKey,
    process_definition_version: definition.version,
    process_definition_version_tag: definition.versionTag === '' ? null : definition.versionTag,
    tenant_id: definition.tenantId,
  });
}

/** The same whenever the record is exported; positive, as keys are. */
function agentDefinitionKey(processDefinitionKey: Key, elementId: string): bigint {
  return createHash('sha256').update(`${processDefinitionKey} ${elementId}`).digest().readBigUInt64BE(0) >> 1n;
}
