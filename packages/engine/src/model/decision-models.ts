import { type DecisionRequirements, parseDmn } from '@waggle/dmn';
import type { Key } from '@waggle/protocol';
import type { EngineView } from '../state/engine-state.ts';

/** Compiled models kept. Compiling a usual one costs milliseconds, a large table's some megabytes. */
const MODELS_MAX = 500;

const textDecoder = new TextDecoder();

/** Compiled decision requirements, read from the deployed document when first needed; the least recently used go first. */
export class DecisionModels {
  readonly #state: EngineView;
  readonly #models = new Map<Key, DecisionRequirements>();

  constructor(state: EngineView) {
    this.#state = state;
  }

  /** @throws when no such requirements exist: decisions always have theirs. */
  get(decisionRequirementsKey: Key): DecisionRequirements {
    const known = this.#models.get(decisionRequirementsKey);
    if (known === undefined) return this.#load(decisionRequirementsKey);
    this.#models.delete(decisionRequirementsKey);
    this.#models.set(decisionRequirementsKey, known);
    return known;
  }

  /** Forgets everything: the definitions of a discarded batch may be gone. */
  clear(): void {
    this.#models.clear();
  }

  #load(decisionRequirementsKey: Key): DecisionRequirements {
    const deployed = this.#state.decisionRequirements.get(decisionRequirementsKey);
    if (deployed === undefined) {
      throw new Error(`Expected decision requirements with key ${decisionRequirementsKey}, but there are none`);
    }
    const parsed = parseDmn(textDecoder.decode(deployed.resource), { isAccepted: true });
    if (!parsed.ok) {
      throw new Error(
        `Expected the deployed decision model '${deployed.resourceName}' to be readable, but it is not: ${parsed.findings[0]?.message}`,
      );
    }
    if (this.#models.size >= MODELS_MAX) this.#models.delete(this.#models.keys().next().value!);
    this.#models.set(decisionRequirementsKey, parsed.requirements);
    return parsed.requirements;
  }
}
