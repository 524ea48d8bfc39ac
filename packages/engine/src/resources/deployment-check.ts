/** Reads and checks what is to be deployed. Every problem of every file is reported together. */
import type { ExecutableElement } from '@waggle/bpmn';
import { type DeploymentResource, RejectionType } from '@waggle/protocol';
import type { Processing } from '../processing.ts';
import { Rejection } from '../rejection.ts';
import type { CheckContext, CheckedDefinition, DefinitionKind } from './definition.ts';
import { elementFinding } from './element-finding.ts';
import { resourceKindOf } from './resource-kinds.ts';

export function checkResources(
  processing: Processing,
  resources: readonly DeploymentResource[],
  context: CheckContext,
): readonly CheckedDefinition[] | Rejection {
  if (resources.length === 0) {
    return new Rejection(RejectionType.INVALID_ARGUMENT, 'Expected to deploy at least one resource, but none given');
  }
  const problems: string[] = [];
  const checked: CheckedDefinition[] = [];
  for (const resource of resources) {
    const result = checkResource(processing, resource, context);
    if (typeof result === 'string') problems.push(result);
    else checked.push(...result);
  }
  problems.push(...duplicateIds(checked), ...missingFromDeployment(checked));
  if (problems.length === 0) return checked;
  return new Rejection(
    RejectionType.INVALID_ARGUMENT,
    `Expected to deploy new resources, but encountered the following errors:\n${problems.join('\n')}`,
  );
}

function checkResource(
  processing: Processing,
  resource: DeploymentResource,
  context: CheckContext,
): readonly CheckedDefinition[] | string {
  if (resource.resourceName === '') return "'': Expected a resource with a name, but it has none";
  if (resource.resource.length === 0) {
    return `'${resource.resourceName}': Expected a resource with content, but it is empty`;
  }
  return resourceKindOf(resource).check(processing, resource, context);
}

/** @returns a sentence about an id that two resources give. */
type DuplicateText = (id: string, first: string, second: string) => string;

const DUPLICATE_TEXTS: Readonly<Record<DefinitionKind, DuplicateText>> = {
  process: duplicated('process id', 'Rename one of the processes.'),
  form: duplicated('form id', 'Rename one of the forms.'),
  resource: duplicated('resource id', 'Rename one of the resources.'),
  decisionRequirements: duplicatedDecision('decision requirements ids'),
  decision: duplicatedDecision('decision ids'),
};

function duplicated(noun: string, advice: string): DuplicateText {
  return (id, first, second) => `Duplicated ${noun} in resources '${first}' and '${second}': '${id}'. ${advice}`;
}

function duplicatedDecision(nouns: string): DuplicateText {
  return (id, first, second) =>
    `Expected the ${nouns} to be unique within a deployment but found a duplicated id '${id}' in the resources '${first}' and '${second}'.`;
}

function duplicateIds(checked: readonly CheckedDefinition[]): readonly string[] {
  const resourceNames = new Map<string, string>();
  const problems: string[] = [];
  for (const { kind, id, resourceName } of checked) {
    const other = resourceNames.get(`${kind} ${id}`);
    if (other === undefined) resourceNames.set(`${kind} ${id}`, resourceName);
    else problems.push(DUPLICATE_TEXTS[kind](id, other, resourceName));
  }
  return problems;
}

/** Something else that an element names, to be found in the element's own deployment. */
interface Reference {
  readonly kind: DefinitionKind;
  readonly id: string;
  readonly path: string;
}

/** What is bound to the version of its own deployment has to be in it. Only ids that need no instance to be known. */
function missingFromDeployment(checked: readonly CheckedDefinition[]): readonly string[] {
  const deployed = new Set(checked.map(({ kind, id }) => `${kind} ${id}`));
  const problems: string[] = [];
  for (const { process, resourceName } of checked) {
    if (process === undefined) continue;
    for (const element of process.elements.values()) {
      for (const { kind, id, path } of referencesOf(element.innerActivity ?? element)) {
        if (deployed.has(`${kind} ${id}`)) continue;
        const message = `Expected to find ${kind} with id '${id}' in current deployment, but not found.`;
        problems.push(`'${resourceName}':\n${elementFinding(`${element.id} > extensionElements > ${path}`, message)}`);
      }
    }
  }
  return problems;
}

function referencesOf({ calledElement, calledDecision, userTask, form, job }: ExecutableElement): readonly Reference[] {
  const references: Reference[] = [];
  if (calledElement?.bindingType === 'deployment' && !calledElement.processId.isExpression) {
    references.push({ kind: 'process', id: calledElement.processId.text, path: 'calledElement' });
  }
  if (calledDecision?.bindingType === 'deployment' && !calledDecision.decisionId.isExpression) {
    references.push({ kind: 'decision', id: calledDecision.decisionId.text, path: 'calledDecision' });
  }
  for (const definition of [userTask?.form, form]) {
    const formId = definition?.formId;
    if (definition?.bindingType !== 'deployment' || formId === undefined || formId.isExpression) continue;
    references.push({ kind: 'form', id: formId.text, path: 'formDefinition' });
  }
  for (const { bindingType, resourceId, resourceType } of job?.linkedResources ?? []) {
    if (bindingType !== 'deployment') continue;
    const kind = resourceType.toLowerCase() === 'form' ? 'form' : 'resource';
    references.push({ kind, id: resourceId, path: 'linkedResources > linkedResource' });
  }
  return references;
}
