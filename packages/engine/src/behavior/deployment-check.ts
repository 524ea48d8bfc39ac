/** Reads and checks what is to be deployed. Every problem of every file is reported together. */
import { type ExecutableProcess, formatFindings, parseBpmn } from '@waggle/bpmn';
import { type DeploymentResource, RejectionType } from '@waggle/protocol';
import type { StartOpening } from '../events/awaited-event.ts';
import type { Processing } from '../processing.ts';
import { Rejection } from '../rejection.ts';
import { contentChecksum } from './content-checksum.ts';
import { planStartEvents } from './start-event-subscriptions.ts';

/** One process of a resource, ready to be deployed. */
export interface CheckedResource {
  readonly resourceName: string;
  readonly resource: Uint8Array;
  readonly checksum: string;
  readonly process: ExecutableProcess;
  readonly startOpenings: readonly StartOpening[];
}

/** File names that hold BPMN. */
const BPMN_NAME = /\.(bpmn|bpmn20\.xml|xml)$/i;

export function checkResources(
  processing: Processing,
  resources: readonly DeploymentResource[],
): readonly CheckedResource[] | Rejection {
  if (resources.length === 0) {
    return new Rejection(RejectionType.INVALID_ARGUMENT, 'Expected to deploy at least one resource, but none given');
  }
  const problems: string[] = [];
  const checked: CheckedResource[] = [];
  for (const resource of resources) {
    const result = checkResource(processing, resource);
    if (typeof result === 'string') problems.push(result);
    else checked.push(...result);
  }
  problems.push(...duplicateProcesses(checked), ...missingCalledProcesses(checked));
  if (problems.length === 0) return checked;
  return new Rejection(
    RejectionType.INVALID_ARGUMENT,
    `Expected to deploy new resources, but encountered the following errors:\n${problems.join('\n')}`,
  );
}

function checkResource(
  processing: Processing,
  { resourceName, resource }: DeploymentResource,
): readonly CheckedResource[] | string {
  if (resource.length === 0) return `'${resourceName}': Expected a resource with content, but it is empty`;
  if (!BPMN_NAME.test(resourceName)) {
    return `'${resourceName}': unknown resource type; expected the name of a BPMN file, ending in .bpmn or .xml`;
  }
  const xml = decode(resource);
  if (xml === undefined) return `'${resourceName}': Expected UTF-8 text, but it holds other bytes`;
  const parsed = parseBpmn(xml, {
    resourceName,
    checkExpression: (text) => processing.expressions.problemOf(text),
  });
  if (!parsed.ok) return formatFindings(resourceName, parsed.findings);
  const checksum = contentChecksum(resource);
  const checked: CheckedResource[] = [];
  for (const process of parsed.model.processes) {
    const { openings, problems } = planStartEvents(processing, process);
    if (problems.length > 0) {
      return `'${resourceName}': ${problems.map(({ elementId, message }) => findingText(elementId, message)).join('\n')}`;
    }
    checked.push({ resourceName, resource, checksum, process, startOpenings: openings });
  }
  return checked;
}

function duplicateProcesses(checked: readonly CheckedResource[]): readonly string[] {
  const resourceNames = new Map<string, string>();
  const problems: string[] = [];
  for (const { process, resourceName } of checked) {
    const other = resourceNames.get(process.id);
    if (other === undefined) resourceNames.set(process.id, resourceName);
    else
      problems.push(
        `Duplicated process id in resources '${other}' and '${resourceName}': '${process.id}'. Rename one of the processes.`,
      );
  }
  return problems;
}

/** What is called in the version of its own deployment has to be in it. Only ids that need no instance to be known. */
function missingCalledProcesses(checked: readonly CheckedResource[]): readonly string[] {
  const deployed = new Set(checked.map(({ process }) => process.id));
  const problems: string[] = [];
  for (const { process, resourceName } of checked) {
    for (const { id, calledElement } of process.elements.values()) {
      if (calledElement?.bindingType !== 'deployment' || calledElement.processId.isExpression) continue;
      const processId = calledElement.processId.text;
      if (deployed.has(processId)) continue;
      const message = `Expected to find process with id '${processId}' in current deployment, but not found.`;
      problems.push(`'${resourceName}':\n${findingText(`${id} > extensionElements > calledElement`, message)}`);
    }
  }
  return problems;
}

/** In the shape of the findings of the model. */
function findingText(path: string, message: string): string {
  return `- Element: ${path}\n    - ERROR: ${message}`;
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // The bytes are a client's; that they are no text is the answer.
    return undefined;
  }
}
