/** What an operator does to a running instance at random: modify and migrate it. */
import {
  BpmnElementType,
  DEFAULT_TENANT_ID,
  type Key,
  NO_KEY,
  ProcessInstanceMigrationIntent,
  type ProcessInstanceMigrationValue,
  ProcessInstanceModificationIntent,
  type ProcessInstanceModificationValue,
  ValueType,
} from '@waggle/protocol';
import type { ElementInstance } from '../src/state/element-instance.ts';
import type { Random } from './random.ts';

/** What an operator sees and has at hand. */
export interface OperatorView {
  readonly random: Random;
  readonly living: () => readonly ElementInstance[];
  /** The document an instance runs on. */
  readonly documentOf: (processDefinitionKey: Key) => string;
  /** Key of the definition whose elements have the same ids with the suffix, deployed when first asked for. */
  readonly twinOf: (processDefinitionKey: Key) => Key;
  readonly modify: (value: ProcessInstanceModificationValue, intent: number) => void;
  readonly migrate: (value: ProcessInstanceMigrationValue, intent: number) => void;
}

/** What the ids of a twin end in. */
const TWIN_SUFFIX = '_twin';

/** Value types of what an operator does, for whoever sends it. */
export const operationTypes = {
  modify: ValueType.PROCESS_INSTANCE_MODIFICATION,
  migrate: ValueType.PROCESS_INSTANCE_MIGRATION,
} as const;

/** Starts, ends or moves random elements of a random instance. Much of it is refused. */
export function modifyAtRandom({ random, living, documentOf, modify }: OperatorView): void {
  const target = randomInstance(random, living());
  if (target === undefined) return;
  const elementIds = elementIdsOf(documentOf(target.value.processDefinitionKey));
  const inside = living().filter(({ value }) => value.processInstanceKey === target.key);
  const someElement = () => random.pick(elementIds);
  const someInstance = () => random.pick(inside);
  const times = () => random.pick([0, 1, 1, 2]);
  modify(
    {
      processInstanceKey: target.key,
      activateInstructions: Array.from({ length: times() }, () => ({
        elementId: someElement(),
        ancestorScopeKey: random.chance(0.2) ? someInstance().key : NO_KEY,
        variableInstructions: random.chance(0.2) ? [{ elementId: '', variables: '{"choice0":1}' }] : [],
      })),
      terminateInstructions: Array.from({ length: times() }, () =>
        random.chance(0.7)
          ? { elementInstanceKey: someInstance().key, elementId: '' }
          : { elementInstanceKey: NO_KEY, elementId: someInstance().value.elementId },
      ),
      moveInstructions: Array.from({ length: random.chance(0.5) ? 1 : 0 }, () => ({
        sourceElementId: someInstance().value.elementId,
        sourceElementInstanceKey: NO_KEY,
        targetElementId: someElement(),
        ancestorScopeKey: NO_KEY,
        infersAncestorScope: random.chance(0.5),
        usesSourceParentAsScope: false,
        variableInstructions: [],
      })),
      ancestorScopeKeys: [],
      terminatedElementInstanceKeys: [],
      tenantId: DEFAULT_TENANT_ID,
    },
    ProcessInstanceModificationIntent.MODIFY,
  );
}

/** Migrates a random instance to the twin of its definition, where everything has another id. */
export function migrateAtRandom({ random, living, documentOf, twinOf, migrate }: OperatorView): void {
  const target = randomInstance(random, living());
  if (target === undefined) return;
  const { processDefinitionKey, bpmnProcessId } = target.value;
  if (bpmnProcessId.endsWith(TWIN_SUFFIX)) return;
  migrate(
    {
      processInstanceKey: target.key,
      targetProcessDefinitionKey: twinOf(processDefinitionKey),
      mappingInstructions: idsOf(documentOf(processDefinitionKey)).map((id) => ({
        sourceElementId: id,
        targetElementId: `${id}${TWIN_SUFFIX}`,
      })),
      interruptions: [],
      tenantId: DEFAULT_TENANT_ID,
    },
    ProcessInstanceMigrationIntent.MIGRATE,
  );
}

/** The same process with other ids everywhere. */
export function twinDocument(xml: string): string {
  const references =
    /\b(id|sourceRef|targetRef|attachedToRef|default|messageRef|errorRef|signalRef|escalationRef|activityRef)="([^"]+)"/g;
  return xml.replace(references, (_whole, name: string, id: string) => `${name}="${id}${TWIN_SUFFIX}"`);
}

function randomInstance(random: Random, living: readonly ElementInstance[]): ElementInstance | undefined {
  const instances = living.filter(({ value }) => value.bpmnElementType === BpmnElementType.PROCESS);
  return instances.length === 0 ? undefined : random.pick(instances);
}

function elementIdsOf(xml: string): readonly string[] {
  return idsOf(xml).filter((id) => !xml.includes(`<bpmn:sequenceFlow id="${id}"`));
}

/** Ids of elements and sequence flows inside the process. */
function idsOf(xml: string): readonly string[] {
  const [, content = ''] = xml.split(/<bpmn:process [^>]*>/);
  return [...content.matchAll(/<bpmn:\w+ id="([^"]+)"/g)].map(([, id]) => id!);
}
