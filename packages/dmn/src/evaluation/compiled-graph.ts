import type { Decision } from '../decision-requirements.ts';
import type { Convert, EvaluateLogic } from '../expressions/expression-kind.ts';
import type { Parameter } from '../expressions/parameters.ts';
import type { DrgElement } from '../model/dmn-model.ts';

/** What is compiled of a document and those it imports, by element. */
export interface CompiledGraph {
  readonly decisions: ReadonlyMap<DrgElement, CompiledDecision>;
  readonly functions: ReadonlyMap<DrgElement, CompiledKnowledge>;
  readonly services: ReadonlyMap<DrgElement, CompiledService>;
}

export interface CompiledDecision {
  readonly element: DrgElement;
  readonly decision: Decision;
  readonly bindings: readonly Binding[];
  readonly logic: EvaluateLogic;
  /** Of the result to the type of the decision's variable. */
  readonly convert: Convert | undefined;
}

export interface CompiledKnowledge {
  readonly element: DrgElement;
  /** What records of its invocations call it. */
  readonly decision: Decision;
  readonly parameters: readonly Parameter[];
  readonly bindings: readonly Binding[];
  readonly logic: EvaluateLogic;
}

export interface CompiledService {
  readonly element: DrgElement;
  readonly parameters: readonly (Parameter & { readonly element: DrgElement })[];
  readonly outputs: readonly DrgElement[];
  readonly convert: Convert | undefined;
}

/** A name in scope for what it stands for: a value or a function. */
export interface Binding {
  /** Of the import it is reached by; empty for the document's own, and for imports without a name. */
  readonly importName: string;
  readonly name: string;
  readonly target: DrgElement;
  /** Of input data, to the type it is declared with. */
  readonly convert: Convert | undefined;
}
