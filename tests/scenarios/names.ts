import type { Ref } from './scenario.ts';

/** Keys that a scenario's steps gave names to. */
export class Names {
  readonly #keys = new Map<string, string>();

  set(name: string, key: string): void {
    this.#keys.set(name, key);
  }

  /** @throws {Error} when nothing bears the name. */
  get(ref: Ref): string {
    const key = this.#keys.get(ref.slice(1));
    if (key === undefined) {
      throw new Error(`Expected something named "${ref}", but there are only ${[...this.#keys.keys()].join(', ')}`);
    }
    return key;
  }
}

export function isRef(text: unknown): text is Ref {
  return typeof text === 'string' && text.startsWith('@');
}
