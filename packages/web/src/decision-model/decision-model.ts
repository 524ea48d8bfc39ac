/** A decision requirements graph as pages show it: what decides what, and how. */

export interface DecisionModel {
  readonly name: string;
  /** By id of the decision. */
  readonly decisions: ReadonlyMap<string, Decision>;
}

export interface Decision {
  readonly id: string;
  readonly name: string;
  readonly logic: Expression;
}

/** Decision logic, as DMN has it. `code` is FEEL. */
export type Expression =
  | { readonly kind: 'literal'; readonly code: string }
  | { readonly kind: 'table'; readonly table: DecisionTable }
  | { readonly kind: 'context'; readonly entries: readonly NamedExpression[] }
  | { readonly kind: 'invocation'; readonly called: Expression; readonly bindings: readonly NamedExpression[] }
  | { readonly kind: 'list'; readonly items: readonly Expression[] }
  | {
      readonly kind: 'relation';
      readonly columns: readonly string[];
      readonly rows: readonly (readonly Expression[])[];
    }
  | { readonly kind: 'function'; readonly parameters: readonly string[]; readonly body: Expression }
  /** `if`, `for`, `some`, `every`, filters: their parts, each with the word before it. */
  | { readonly kind: 'control'; readonly parts: readonly NamedExpression[] }
  | { readonly kind: 'none' };

/** The last entry of a context may have no name: it is the result. */
export interface NamedExpression {
  readonly name: string | undefined;
  readonly value: Expression;
}

export interface DecisionTable {
  /** `UNIQUE`, `COLLECT`, … */
  readonly hitPolicy: string;
  /** Of `COLLECT`: `SUM`, … */
  readonly aggregation: string | undefined;
  readonly inputs: readonly { readonly id: string; readonly label: string; readonly code: string }[];
  readonly outputs: readonly { readonly id: string; readonly label: string }[];
  readonly rules: readonly DecisionRule[];
}

export interface DecisionRule {
  readonly id: string;
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  /** What a person noted beside it. */
  readonly annotation: string;
}
