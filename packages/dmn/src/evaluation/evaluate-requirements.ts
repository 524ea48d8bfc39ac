import { type EvaluationContext, type FeelValue, Run } from '@waggle/feel';
import type { DecisionEvaluation } from '../decision-requirements.ts';
import { limits } from '../limits.ts';
import type { DmnModel, DrgElement } from '../model/dmn-model.ts';
import type { CompiledDecision, CompiledGraph } from './compiled-graph.ts';
import { evaluationOrder } from './evaluation-order.ts';
import { EvaluationTrace } from './evaluation-trace.ts';
import { GraphEvaluation } from './graph-evaluation.ts';

/** What is asked for, and how its value is read once every decision of the order has one. */
interface Question {
  /** Id of the decision or name of the service asked for. */
  readonly asked: string;
  readonly model: DmnModel;
  readonly order: readonly CompiledDecision[];
  readonly given: (run: Run) => ReadonlyMap<DrgElement, FeelValue>;
  readonly answer: (evaluation: GraphEvaluation, last: FeelValue) => FeelValue;
}

export function evaluateDecision(
  decision: CompiledDecision,
  order: readonly CompiledDecision[],
  graph: CompiledGraph,
  context: EvaluationContext,
): DecisionEvaluation {
  const { id, model } = decision.element;
  return evaluate(
    { asked: id, model, order, given: () => new Map(), answer: (_evaluation, last) => last },
    graph,
    context,
  );
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
  const { parameters, outputs } = service;
  const given = (run: Run) =>
    new Map(
      parameters.map(({ element: input, name, convert }) => {
        const value = context.variable(name) ?? null;
        return [input, convert === undefined ? value : convert(run, value)];
      }),
    );
  const order = evaluationOrder(outputs, graph, new Set(parameters.map(({ element: input }) => input)));
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
  const trace = new EvaluationTrace();
  let failedDecisionId = asked;
  try {
    const evaluation = new GraphEvaluation(graph, run, context, given(run), trace);
    let last: FeelValue = null;
    for (const compiled of order) {
      // Decisions of imported documents are no decisions of this one: nobody knows them by an id of this document.
      const isOwn = compiled.element.model === model;
      failedDecisionId = isOwn ? compiled.element.id : asked;
      last = isOwn
        ? trace.decision(run, compiled.decision, (trace) => evaluation.evaluate(compiled, trace))
        : evaluation.evaluate(compiled);
    }
    return { ok: true, evaluatedDecisions: trace.evaluated, warnings: run.warnings, output: answer(evaluation, last) };
  } catch (error) {
    const message = failureMessage(asked, reasonOf(error));
    return { ok: false, evaluatedDecisions: trace.evaluated, warnings: run.warnings, message, failedDecisionId };
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
