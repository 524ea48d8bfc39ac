/** Reads which element of the running definition becomes which of the target definition. */
import type { ExecutableElement, ExecutableProcess } from '@waggle/bpmn';
import { BpmnElementType, type MappingInstruction, type ProcessInstanceValue, RejectionType } from '@waggle/protocol';
import { RejectCommand, Rejection } from '../../rejection.ts';

/** Refuses a migration. `problem` is the end of a sentence that names the instance. */
export class MigrationRefusal {
  readonly #opening: string;

  constructor(processInstanceKey: bigint) {
    this.#opening = `Expected to migrate process instance '${processInstanceKey}' but`;
  }

  invalidArgument(problem: string): RejectCommand {
    return new RejectCommand(new Rejection(RejectionType.INVALID_ARGUMENT, `${this.#opening} ${problem}`));
  }

  invalidState(problem: string): RejectCommand {
    return new RejectCommand(new Rejection(RejectionType.INVALID_STATE, `${this.#opening} ${problem}`));
  }
}

export class MigrationMapping {
  readonly #source: ExecutableProcess;
  readonly #target: ExecutableProcess;
  readonly #targetIds: ReadonlyMap<string, string>;

  /** @throws {RejectCommand} when an instruction names what is not there, or something twice. */
  constructor(
    source: ExecutableProcess,
    target: ExecutableProcess,
    instructions: readonly MappingInstruction[],
    refusal: MigrationRefusal,
  ) {
    this.#source = source;
    this.#target = target;
    this.#targetIds = readInstructions(source, target, instructions, refusal);
  }

  /** What an element instance becomes one of; `undefined` when nothing is said about its element. */
  targetOf(instance: ProcessInstanceValue, sourceElement: ExecutableElement): ExecutableElement | undefined {
    if (instance.bpmnElementType === BpmnElementType.PROCESS) return this.#target.root;
    if (instance.bpmnElementType === BpmnElementType.AD_HOC_SUB_PROCESS_INNER_INSTANCE) {
      return sourceElement.flowScope && this.#mapped(sourceElement.flowScope.id)?.innerInstance;
    }
    const target = this.#mapped(sourceElement.id);
    const isInner = sourceElement !== this.#source.elements.get(sourceElement.id);
    return isInner ? target?.innerActivity : target;
  }

  /** The event or gateway that one becomes; `undefined` when nothing is said about it. */
  elementFor(sourceId: string): ExecutableElement | undefined {
    return this.#mapped(sourceId);
  }

  /** The sequence flow a token moves to: the one that is named, otherwise the one of the same id. */
  flowFor(sourceId: string): string {
    return this.#targetIds.get(sourceId) ?? sourceId;
  }

  #mapped(sourceId: string): ExecutableElement | undefined {
    const targetId = this.#targetIds.get(sourceId);
    return targetId === undefined ? undefined : this.#target.elements.get(targetId);
  }
}

function readInstructions(
  source: ExecutableProcess,
  target: ExecutableProcess,
  instructions: readonly MappingInstruction[],
  refusal: MigrationRefusal,
): ReadonlyMap<string, string> {
  const targetIds = new Map<string, string>();
  const eventSources = new Map<string, string>();
  for (const { sourceElementId, targetElementId } of instructions) {
    if (targetIds.has(sourceElementId)) {
      throw refusal.invalidArgument(
        `the mapping instructions contain duplicate source element ids '[${sourceElementId}]'.`,
      );
    }
    requireElement(source, sourceElementId, 'source', refusal);
    requireElement(target, targetElementId, 'target', refusal);
    if (isAttachedEvent(source.elements.get(sourceElementId))) {
      const other = eventSources.get(targetElementId);
      if (other !== undefined) {
        throw refusal.invalidState(
          `catch events are mapped to a catch event with id '${targetElementId}'. There are multiple mapping instructions that target this catch event: '${other}', '${sourceElementId}'. Catch events cannot be merged by process instance migration. Please ensure the mapping instructions target a catch event only once.`,
        );
      }
      eventSources.set(targetElementId, sourceElementId);
    }
    targetIds.set(sourceElementId, targetElementId);
  }
  return targetIds;
}

function requireElement(process: ExecutableProcess, id: string, side: string, refusal: MigrationRefusal): void {
  if (process.elements.has(id) || process.sequenceFlows.has(id)) return;
  throw refusal.invalidArgument(
    `mapping instructions contain a non-existing ${side} element id '${id}'. Elements provided in mapping instructions must exist in the ${side} process definition.`,
  );
}

/** Whether an event waits on behalf of another element. */
function isAttachedEvent(element: ExecutableElement | undefined): boolean {
  return (
    element?.elementType === BpmnElementType.BOUNDARY_EVENT || element?.elementType === BpmnElementType.START_EVENT
  );
}
