/**
 * Which elements and flows of the deployed models the instances of one or several engines passed.
 *
 * One collector is shared by the engines of a test file: models that are the same text count as one.
 */
import type { Key } from '@waggle/protocol';
import { coveragePage } from './coverage-page.ts';
import { coverageTable } from './coverage-table.ts';
import { modelItems } from './model-items.ts';

/** A flow element or a sequence flow. */
export interface ElementCoverage {
  readonly id: string;
  readonly name: string;
  readonly isFlow: boolean;
  /** How many instances of it were entered; of a flow how often it was taken. */
  readonly count: number;
}

export interface ProcessReport {
  readonly processId: string;
  readonly xml: string;
  readonly items: readonly ElementCoverage[];
  /** Part of the elements and flows that were passed, 0 to 1. */
  readonly ratio: number;
}

interface Model {
  readonly processId: string;
  readonly xml: string;
  readonly counts: Map<string, number>;
}

export class ProcessCoverage {
  readonly #models = new Map<string, Model>();
  /** Models by engine and definition: engines give out the same keys. */
  readonly #byEngine = new WeakMap<object, Map<Key, Model>>();

  /** Called by engines. */
  add(engine: object, processDefinitionKey: Key, processId: string, xml: string): void {
    const name = `${processId}\n${xml}`;
    const model = this.#models.get(name) ?? { processId, xml, counts: new Map<string, number>() };
    this.#models.set(name, model);
    const models = this.#byEngine.get(engine) ?? new Map<Key, Model>();
    this.#byEngine.set(engine, models.set(processDefinitionKey, model));
  }

  /** Called by engines. */
  note(engine: object, processDefinitionKey: Key, id: string): void {
    const counts = this.#byEngine.get(engine)?.get(processDefinitionKey)?.counts;
    counts?.set(id, (counts.get(id) ?? 0) + 1);
  }

  /** A report for each model, in the order they were first deployed. */
  get reports(): readonly ProcessReport[] {
    return [...this.#models.values()].map(({ processId, xml, counts }) => {
      const items = modelItems(xml, processId).map((item) => ({ ...item, count: counts.get(item.id) ?? 0 }));
      const passed = items.filter(({ count }) => count > 0).length;
      return { processId, xml, items, ratio: items.length === 0 ? 1 : passed / items.length };
    });
  }

  /** A table for the terminal: each model with its share, and what was not passed. */
  table(): string {
    return coverageTable(this.reports);
  }

  /** A page with the diagrams, passed elements and flows coloured. */
  html(): string {
    return coveragePage(this.reports);
  }
}
