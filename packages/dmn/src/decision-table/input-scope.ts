import type { FeelValue, Variables } from '@waggle/feel';

/** What the entries of one input column see: the value of the column as `?`, and all that the table sees. */
export class InputScope implements Variables {
  readonly value: FeelValue;
  readonly #outer: Variables;

  constructor(value: FeelValue, outer: Variables) {
    this.value = value;
    this.#outer = outer;
  }

  variable(name: string): FeelValue | undefined {
    return name === '?' ? this.value : this.#outer.variable(name);
  }
}
