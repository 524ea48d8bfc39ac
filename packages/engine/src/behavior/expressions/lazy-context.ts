import type { FeelValue } from '@waggle/feel';

/** Where a context's entries come from. */
export interface ContextSource {
  get(name: string): FeelValue | undefined;
  names(): Iterable<string>;
}

/** A FEEL context that reads an entry when it is asked for, so that one among thousands costs as much as one alone. */
export class LazyContext extends Map<string, FeelValue> {
  readonly #source: ContextSource;

  constructor(source: ContextSource) {
    super();
    this.#source = source;
  }

  override get(name: string): FeelValue | undefined {
    return this.#source.get(name);
  }

  override has(name: string): boolean {
    return this.#source.get(name) !== undefined;
  }

  override get size(): number {
    return this.#all().size;
  }

  override entries(): MapIterator<[string, FeelValue]> {
    return this.#all().entries();
  }

  override keys(): MapIterator<string> {
    return this.#all().keys();
  }

  override values(): MapIterator<FeelValue> {
    return this.#all().values();
  }

  override forEach(visitor: (value: FeelValue, name: string, context: Map<string, FeelValue>) => void): void {
    for (const [name, value] of this.#all()) visitor(value, name, this);
  }

  override [Symbol.iterator](): MapIterator<[string, FeelValue]> {
    return this.entries();
  }

  #all(): Map<string, FeelValue> {
    const all = new Map<string, FeelValue>();
    for (const name of this.#source.names()) {
      const value = this.#source.get(name);
      if (value !== undefined) all.set(name, value);
    }
    return all;
  }
}
