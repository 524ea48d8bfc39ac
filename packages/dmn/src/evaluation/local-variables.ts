import type { FeelValue, Variables } from '@waggle/feel';

/** Names of an inner scope, which win over those of the scope around it. */
export class LocalVariables implements Variables {
  readonly #values: ReadonlyMap<string, FeelValue>;
  readonly #outer: Variables | undefined;

  constructor(values: ReadonlyMap<string, FeelValue>, outer: Variables | undefined) {
    this.#values = values;
    this.#outer = outer;
  }

  variable(name: string): FeelValue | undefined {
    const value = this.#values.get(name);
    return value !== undefined ? value : this.#outer?.variable(name);
  }
}
