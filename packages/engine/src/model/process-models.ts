import { type ExecutableElement, type ExecutableProcess, parseBpmn } from '@waggle/bpmn';
import type { Key, ProcessInstanceValue } from '@waggle/protocol';
import type { EngineView } from '../state/engine-state.ts';

/** Parsed models kept. A parse costs milliseconds; a model some hundred kilobytes. */
const MODELS_MAX = 1000;

const textDecoder = new TextDecoder();

/** What tells the element of an instance. */
type InstanceOfElement = Pick<ProcessInstanceValue, 'processDefinitionKey' | 'elementId' | 'bpmnElementType'>;

/** Executable models of deployed processes, parsed from the deployed document when first needed. */
export class ProcessModels {
  readonly #state: EngineView;
  readonly #models = new Map<Key, ExecutableProcess>();

  constructor(state: EngineView) {
    this.#state = state;
  }

  /** @throws when no such definition exists: element instances always have theirs. */
  get(processDefinitionKey: Key): ExecutableProcess {
    return this.#models.get(processDefinitionKey) ?? this.#load(processDefinitionKey);
  }

  /** The element of a definition. @throws when the definition has none with this id. */
  element(processDefinitionKey: Key, elementId: string): ExecutableElement {
    const element = this.get(processDefinitionKey).elements.get(elementId);
    if (element === undefined) {
      throw new Error(`Expected an element '${elementId}' in the process ${processDefinitionKey}, but there is none`);
    }
    return element;
  }

  /** The element that an instance is one of: of a multi-instance activity the body, or what runs once per item. */
  elementOf(instance: InstanceOfElement): ExecutableElement {
    const element = this.element(instance.processDefinitionKey, instance.elementId);
    const { innerActivity } = element;
    return innerActivity !== undefined && instance.bpmnElementType !== element.elementType ? innerActivity : element;
  }

  /** An event an instance waits for: its own element, or another that is attached to it, behind it or inside. */
  eventOf(instance: InstanceOfElement, elementId: string): ExecutableElement {
    if (elementId === instance.elementId) return this.elementOf(instance);
    return this.element(instance.processDefinitionKey, elementId);
  }

  /** Forgets everything: the definitions of a discarded batch may be gone. */
  clear(): void {
    this.#models.clear();
  }

  #load(processDefinitionKey: Key): ExecutableProcess {
    const definition = this.#state.processes.get(processDefinitionKey);
    if (definition === undefined) {
      throw new Error(`Expected a process definition with key ${processDefinitionKey}, but there is none`);
    }
    const parsed = parseBpmn(textDecoder.decode(definition.resource), {
      resourceName: definition.resourceName,
      isAccepted: true,
    });
    const process = parsed.ok ? parsed.model.processes.find(({ id }) => id === definition.bpmnProcessId) : undefined;
    if (process === undefined) {
      throw new Error(
        `Expected the process '${definition.bpmnProcessId}' in its deployed resource, but it cannot be read`,
      );
    }
    if (this.#models.size >= MODELS_MAX) this.#models.delete(this.#models.keys().next().value!);
    this.#models.set(processDefinitionKey, process);
    return process;
  }
}
