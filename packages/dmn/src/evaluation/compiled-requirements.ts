import type { DecisionRequirements } from '../decision-requirements.ts';
import type { DmnModel } from '../model/dmn-model.ts';
import type { CompiledDecision, CompiledGraph } from './compiled-graph.ts';
import { evaluateDecision, evaluateServiceByName, notFound } from './evaluate-requirements.ts';
import { evaluationOrder } from './evaluation-order.ts';

/** The public face of a compiled graph. */
export function compiledRequirements(model: DmnModel, graph: CompiledGraph): DecisionRequirements {
  const compiled = model.elements.flatMap((element) => graph.decisions.get(element) ?? []);
  const byId = new Map(compiled.map((decision) => [decision.element.id, decision]));
  // Filled as decisions are asked for: all orders of a long chain at once would be quadratic.
  const orders = new Map<CompiledDecision, readonly CompiledDecision[]>();
  const orderOf = (decision: CompiledDecision) => {
    const order = orders.get(decision) ?? evaluationOrder([decision.element], graph);
    orders.set(decision, order);
    return order;
  };
  const { attributes } = model.root;
  return {
    // The schema lets the id of a document be left out, but not its name.
    id: attributes.get('id') || attributes.get('name') || '',
    name: attributes.get('name') ?? '',
    namespace: model.namespace,
    decisions: compiled.map(({ decision }) => decision),
    evaluate: (decisionId, context) => {
      const decision = byId.get(decisionId);
      if (decision === undefined) return notFound(decisionId, `no decision found with id '${decisionId}'`);
      return evaluateDecision(decision, orderOf(decision), graph, context);
    },
    evaluateService: (serviceName, context) => evaluateServiceByName(serviceName, model, graph, context),
  };
}
