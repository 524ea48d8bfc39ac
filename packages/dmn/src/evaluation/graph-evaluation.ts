import type { FeelFunction, FeelValue, Run, Variables } from '@waggle/feel';
import type { DecisionTrace } from '../expressions/expression-kind.ts';
import { withParameters } from '../expressions/parameters.ts';
import type { DrgElement } from '../model/dmn-model.ts';
import type { Binding, CompiledDecision, CompiledGraph, CompiledKnowledge, CompiledService } from './compiled-graph.ts';
import { evaluationOrder } from './evaluation-order.ts';
import type { EvaluationTrace } from './evaluation-trace.ts';
import { knowledgeFunction } from './knowledge-function.ts';
import { LocalVariables } from './local-variables.ts';

/** One pass over a graph: its values so far, and its functions, which see the same root variables. */
export class GraphEvaluation {
  readonly #graph: CompiledGraph;
  readonly #run: Run;
  readonly #root: Variables;
  readonly #values: Map<DrgElement, FeelValue>;
  readonly #trace: EvaluationTrace | undefined;
  readonly #functions = new Map<DrgElement, FeelFunction>();

  /**
   * @param given values of input data and decisions that are not to be evaluated
   * @param trace told of invocations of the document's business knowledge models
   */
  constructor(
    graph: CompiledGraph,
    run: Run,
    root: Variables,
    given: ReadonlyMap<DrgElement, FeelValue> = new Map(),
    trace?: EvaluationTrace,
  ) {
    this.#graph = graph;
    this.#run = run;
    this.#root = root;
    this.#values = new Map(given);
    this.#trace = trace;
  }

  /** Evaluates a decision; those it requires have their values already. */
  evaluate({ element, bindings, logic, convert }: CompiledDecision, trace?: DecisionTrace): FeelValue {
    this.#run.charge(1 + bindings.length);
    const value = logic(this.#run, this.#scope(bindings, this.#root), trace);
    if (trace !== undefined) trace.output = value;
    const result = convert === undefined ? value : convert(this.#run, value);
    this.#values.set(element, result);
    return result;
  }

  /** The value of each output decision by its name, or that of the only one. */
  outputs({ outputs, convert }: CompiledService): FeelValue {
    const [only] = outputs;
    const value =
      outputs.length === 1 && only !== undefined
        ? (this.#values.get(only) ?? null)
        : new Map(outputs.map((output) => [output.variableName, this.#values.get(output) ?? null]));
    return convert === undefined ? value : convert(this.#run, value);
  }

  #scope(bindings: readonly Binding[], outer: Variables): Variables {
    if (bindings.length === 0) return outer;
    const values = new Map<string, FeelValue>();
    const imported = new Map<string, Map<string, FeelValue>>();
    for (const binding of bindings) {
      const value = this.#bound(binding);
      if (value === undefined) continue;
      if (binding.importName === '') values.set(binding.name, value);
      else {
        const names = imported.get(binding.importName) ?? new Map<string, FeelValue>();
        imported.set(binding.importName, names.set(binding.name, value));
        values.set(binding.importName, names);
      }
    }
    return new LocalVariables(values, outer);
  }

  #bound({ target, name, convert }: Binding): FeelValue | undefined {
    if (target.kind === 'decision') return this.#values.get(target);
    if (target.kind !== 'inputData') return this.#function(target);
    const value = this.#values.get(target) ?? this.#root.variable(name);
    return value === undefined || convert === undefined ? value : convert(this.#run, value);
  }

  #function(element: DrgElement): FeelFunction | undefined {
    const known = this.#functions.get(element);
    if (known !== undefined) return known;
    const knowledge = this.#graph.functions.get(element);
    const service = this.#graph.services.get(element);
    const made = knowledge ? this.#knowledge(knowledge) : service ? this.#service(service) : undefined;
    if (made !== undefined) this.#functions.set(element, made);
    return made;
  }

  #knowledge({ element, decision, parameters, bindings, logic }: CompiledKnowledge): FeelFunction {
    const names = parameters.map(({ name }) => name);
    // Made when it is first called, as its own name is in it.
    let scope: Variables | undefined;
    return knowledgeFunction(element.name, names, (args, run) => {
      scope ??= this.#knowledgeScope(element, bindings);
      const variables = withParameters(run, parameters, args, scope);
      if (this.#trace === undefined) return logic(run, variables);
      return this.#trace.invocation(run, decision, (table) => logic(run, variables, table));
    });
  }

  /** What a knowledge model sees, for all its calls: what it requires, and its own name for functions that call themselves. */
  #knowledgeScope(element: CompiledKnowledge['element'], bindings: readonly Binding[]): Variables {
    this.#run.charge(1 + bindings.length);
    const own = this.#function(element) ?? null;
    const self = new Map<string, FeelValue>([element.name, element.variableName].map((called) => [called, own]));
    return this.#scope(bindings, new LocalVariables(self, this.#root));
  }

  /** Evaluates what a service encapsulates and gives what it puts out. */
  #service(service: CompiledService): FeelFunction {
    const { element, parameters, outputs } = service;
    const names = parameters.map(({ name }) => name);
    const order = evaluationOrder(outputs, this.#graph, new Set(parameters.map((parameter) => parameter.element)));
    return knowledgeFunction(element.name, names, (args, run) => {
      const values = withParameters(run, parameters, args, undefined);
      const given = new Map(
        parameters.map((parameter) => [parameter.element, values.variable(parameter.name) ?? null]),
      );
      run.charge(order.length);
      const evaluation = new GraphEvaluation(this.#graph, run, values, given);
      for (const decision of order) evaluation.evaluate(decision);
      return evaluation.outputs(service);
    });
  }
}
