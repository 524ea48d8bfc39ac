import { chargeResult, type EvaluationContext, type FeelValue, Run, type Variables } from '@waggle/feel';
import type { DecisionEvaluation, EvaluatedDecision } from '../decision-requirements.ts';
import type { TableTrace } from '../expressions/expression-kind.ts';
import { limits } from '../limits.ts';
import type { DmnModel, DrgElement } from '../model/dmn-model.ts';
import type { CompiledDecision, CompiledGraph } from './compiled-graph.ts';
import { evaluationOrder } from './evaluation-order.ts';
import { GraphEvaluation } from './graph-evaluation.ts';

/** What is asked for, and how its value is read once every decision of the order has one. */
interface Question {
  /** Id of the decision or name of the service asked for. */
  readonly asked: string;
  readonly model: DmnModel;
  readonly order: readonly CompiledDecision[];
  readonly given: ReadonlyMap<DrgElement, FeelValue>;
  readonly answer: (evaluation: GraphEvaluation, last: FeelValue) => FeelValue;
}

export function evaluateDecision(
  decision: CompiledDecision,
  order: readonly CompiledDecision[],
  graph: CompiledGraph,
  context: EvaluationContext,
): DecisionEvaluation {
  const { id, model } = decision.element;
  return evaluate({ asked: id, model, order, given: new Map(), answer: (_evaluation, last) => last }, graph, context);
}

/** Parameters come from the context by their names; what the context has not is null. */
export function evaluateServiceByName(
  name: string,
  model: DmnModel,
  graph: CompiledGraph,
  context: EvaluationContext,
): DecisionEvaluation {
  const element = model.elements.find(
    ({ kind, id, name: other }) => kind === 'decisionService' && (id === name || other === name),
  );
  const service = element && graph.services.get(element);
  if (service === undefined) return notFound(name, `no decision service found with name '${name}'`);
  const given = new Map(service.parameters.map(({ element: input, name }) => [input, context.variable(name) ?? null]));
  const order = evaluationOrder(service.outputs, graph, new Set(given.keys()));
  return evaluate(
    { asked: name, model, order, given, answer: (evaluation) => evaluation.outputs(service) },
    graph,
    context,
  );
}

export function notFound(asked: string, reason: string): DecisionEvaluation {
  return {
    ok: false,
    evaluatedDecisions: [],
    warnings: [],
    message: failureMessage(asked, reason),
    failedDecisionId: asked,
  };
}

function evaluate(question: Question, graph: CompiledGraph, context: EvaluationContext): DecisionEvaluation {
  const { asked, model, order, given, answer } = question;
  const run = new Run(context, limits.evaluationStepsMax);
  const evaluatedDecisions: EvaluatedDecision[] = [];
  let failedDecisionId = asked;
  try {
    const evaluation = new GraphEvaluation(graph, run, context satisfies Variables, given);
    let last: FeelValue = null;
    for (const compiled of order) {
      const trace: TableTrace = { inputs: [], matchedRules: [] };
      // Decisions of imported documents are no decisions of this one: nobody knows them by an id of this document.
      const isOwn = compiled.element.model === model;
      failedDecisionId = isOwn ? compiled.element.id : asked;
      const record = (output: FeelValue) => {
        if (isOwn) evaluatedDecisions.push({ decision: compiled.decision, output, ...trace });
      };
      try {
        last = evaluation.evaluate(compiled, trace);
        run.charge(chargeResult(last));
      } catch (error) {
        record(null);
        throw error;
      }
      record(last);
    }
    return { ok: true, evaluatedDecisions, warnings: run.warnings, output: answer(evaluation, last) };
  } catch (error) {
    const message = failureMessage(asked, reasonOf(error));
    return { ok: false, evaluatedDecisions, warnings: run.warnings, message, failedDecisionId };
  }
}

const failureMessage = (asked: string, reason: string): string =>
  `Expected to evaluate decision '${asked}', but ${reason}`;

function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  // Functions that call each other, each with nested logic, can exhaust the stack before the limits of their own.
  if (error instanceof Error && /stack|recursion/i.test(message)) return 'its logic is nested too deeply';
  return message.replace(/^Expected/, 'expected');
}
