/** BPMN files: one process definition per executable process. */
import { type ExecutableProcess, formatFindings, parseBpmn } from '@waggle/bpmn';
import { type DeploymentResource, ProcessIntent, type ProcessValue, ValueType } from '@waggle/protocol';
import {
  closeStartEventSubscriptions,
  openStartEventSubscriptions,
  planStartEvents,
} from '../behavior/triggers/start-event-subscriptions.ts';
import type { StartOpening } from '../events/awaited-event.ts';
import type { Processing } from '../processing.ts';
import { tenantName } from '../state/table-names.ts';
import { adHocFindings } from './ad-hoc-findings.ts';
import { contentChecksum } from './content-checksum.ts';
import { type CheckedDefinition, type DefinitionVersion, isSameFile, type ResourceKind } from './definition.ts';
import { elementFinding } from './element-finding.ts';
import { noText, resourceText } from './resource-text.ts';

const BPMN_NAME = /\.(bpmn|bpmn20\.xml)$/i;
const XML_NAME = /\.xml$/i;
const BPMN_NAMESPACE = 'http://www.omg.org/spec/BPMN/20100524/MODEL';

export const processResource: ResourceKind = {
  isMeant(resource) {
    if (BPMN_NAME.test(resource.resourceName)) return true;
    // XML may hold anything; what names BPMN is BPMN.
    return XML_NAME.test(resource.resourceName) && resourceText(resource)?.includes(BPMN_NAMESPACE) === true;
  },

  check(processing, deployed, { tenantId, isAccepted }) {
    const { resourceName, resource } = deployed;
    const xml = resourceText(deployed);
    if (xml === undefined) return noText(resourceName);
    const parsed = parseBpmn(xml, {
      resourceName,
      checkExpression: (text) => processing.expressions.problemOf(text),
    });
    if (!parsed.ok) return formatFindings(resourceName, parsed.findings);
    const checksum = contentChecksum(resource);
    const definitions: CheckedDefinition[] = [];
    for (const process of parsed.model.processes) {
      const { openings, problems: startProblems } = planStartEvents(processing, process, tenantId);
      const problems = [...startProblems, ...adHocFindings(process)];
      if (problems.length > 0 && !isAccepted) {
        return `'${resourceName}': ${problems.map(({ elementId, message }) => elementFinding(elementId, message)).join('\n')}`;
      }
      definitions.push(processDefinition(deployed, checksum, process, openings));
    }
    return definitions;
  },
};

function processDefinition(
  { resourceName, resource }: DeploymentResource,
  checksum: string,
  process: ExecutableProcess,
  openings: readonly StartOpening[],
): CheckedDefinition {
  const versionTag = process.versionTag ?? '';
  return {
    kind: 'process',
    id: process.id,
    versionTag,
    resourceName,
    resource,
    checksum,
    process,
    requirements: undefined,
    name: '',
    namespace: '',
    latest(state, tenantId) {
      const latest = state.latestProcesses.get(tenantName(process.id, tenantId));
      if (latest === undefined) return undefined;
      const present = state.processes.get(latest.processDefinitionKey);
      return {
        highestVersion: latest.version,
        present: present && { ...present, key: present.processDefinitionKey },
        isUnchanged: isSameFile(present, { resourceName, resource }),
      };
    },
    create(processing, version) {
      createProcess(processing, { resourceName, resource, checksum, versionTag, process, openings }, version);
    },
  };
}

function createProcess(
  processing: Processing,
  parts: Pick<ProcessValue, 'resourceName' | 'resource' | 'checksum' | 'versionTag'> & {
    readonly process: ExecutableProcess;
    readonly openings: readonly StartOpening[];
  },
  { key, version, deploymentKey, tenantId }: DefinitionVersion,
): void {
  const { process, openings, ...content } = parts;
  const previous = processing.state.latestProcesses.get(tenantName(process.id, tenantId));
  const definition: ProcessValue = {
    ...content,
    bpmnProcessId: process.id,
    version,
    processDefinitionKey: key,
    deploymentKey,
    tenantId,
  };
  processing.write.event(ValueType.PROCESS, ProcessIntent.CREATED, key, definition);
  // A newer version was here first: what this one starts on is the newer one's now.
  if (previous !== undefined && previous.version > version) return;
  if (previous !== undefined) closeStartEventSubscriptions(processing, previous.processDefinitionKey);
  openStartEventSubscriptions(processing, definition, openings);
}
