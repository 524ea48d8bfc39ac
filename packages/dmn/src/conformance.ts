/**
 * Whose semantics hold where Camunda's documented ones and the standard's disagree. A server has Camunda's; the
 * standard's are for measuring against the standard's own tests.
 */
export type Conformance = 'camunda' | 'standard';
