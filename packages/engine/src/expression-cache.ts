import { type CompiledExpression, type CompileResult, compileExpression } from '@waggle/feel';

/** Compiled expressions kept; the whole cache is dropped beyond it, since models rarely hold as many. */
const EXPRESSIONS_MAX = 50_000;

/** Compiles each FEEL text once. Texts come from deployed models, which were checked, so failing ones are rare. */
export class ExpressionCache {
  readonly #results = new Map<string, CompileResult>();

  get(text: string): CompileResult {
    let result = this.#results.get(text);
    if (result === undefined) {
      if (this.#results.size >= EXPRESSIONS_MAX) this.#results.clear();
      result = compileExpression(text);
      this.#results.set(text, result);
    }
    return result;
  }

  /** @returns why the text is no expression; `undefined` when it is one. */
  problemOf(text: string): string | undefined {
    const result = this.get(text);
    return result.ok ? undefined : result.message;
  }
}

export type { CompiledExpression };
