/** A decision table, evaluated alone and by an engine on memory. */
import { type DecisionRequirements, parseDmn } from '@waggle/dmn';
import { createEngine } from '@waggle/engine';
import {
  type CommandRequest,
  DecisionEvaluationIntent,
  DeploymentIntent,
  decisionEvaluationCommandValue,
  deploymentCommandValue,
  NO_KEY,
  ValueType,
} from '@waggle/protocol';
import { createMemoryStateStore } from '@waggle/state';
import { answerCalls } from '../remote/answer-calls.ts';
import { processUsage } from '../remote/process-usage.ts';

/** Cells of one rule, for inputs a text, a number and a text: as modelers mostly write them, or with functions. */
const cells = {
  literals: (index: number) => [`"k${index}"`, `[${index}..${index + 10}]`, '"gold", "silver"', `"out${index}"`],
  expressions: (index: number) => [
    `starts with(?, "k${index}")`,
    `> base + ${index}`,
    'lower case(?) = "gold"',
    `"out" + grade`,
  ],
} as const;

export type TableKind = keyof typeof cells;

const variables = { name: 'k50', amount: 57, grade: 'gold', base: 0 };
/** Commands that share a batch, as under load. */
const COMMANDS_PER_BATCH = 100;

function documentOf(kind: TableKind, ruleCount: number): string {
  const inputs = ['name', 'amount', 'grade'];
  const cell = (tag: string, text: string) => `<${tag}><text><![CDATA[${text}]]></text></${tag}>`;
  const rules = Array.from({ length: ruleCount }, (_, index) => {
    const texts = cells[kind](index);
    return `<rule>${texts.map((text, column) => cell(column < inputs.length ? 'inputEntry' : 'outputEntry', text)).join('')}</rule>`;
  });
  const columns = `${inputs.map((input) => `<input>${cell('inputExpression', input)}</input>`).join('')}<output name="result"/>`;
  return `<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="bench" name="bench" namespace="bench"><decision id="table" name="table"><decisionTable hitPolicy="COLLECT">${columns}${rules.join('')}</decisionTable></decision></definitions>`;
}

function requirementsOf(document: string): DecisionRequirements {
  const parsed = parseDmn(document);
  if (!parsed.ok) throw new Error(parsed.findings.map(({ message }) => message).join('\n'));
  return parsed.requirements;
}

function engineEvaluating(document: string): () => void {
  const engine = createEngine({ partitionId: 1, partitionCount: 1, state: createMemoryStateStore() });
  let requestId = 0;
  const submit = (request: CommandRequest): void => {
    engine.process({ operationReference: NO_KEY, ...request, requestStreamId: 1, requestId: ++requestId }, Date.now());
  };
  const take = (): void => {
    const batch = engine.takeBatch();
    if (batch === undefined) throw new Error('Expected a batch, but nothing was processed');
    engine.commit(batch);
  };
  submit({
    valueType: ValueType.DEPLOYMENT,
    intent: DeploymentIntent.CREATE,
    key: NO_KEY,
    value: deploymentCommandValue([{ resourceName: 'bench.dmn', resource: new TextEncoder().encode(document) }]),
  });
  take();
  const evaluation: CommandRequest = {
    valueType: ValueType.DECISION_EVALUATION,
    intent: DecisionEvaluationIntent.EVALUATE,
    key: NO_KEY,
    value: decisionEvaluationCommandValue({
      decisionId: 'table',
      variables: JSON.stringify(variables),
      tenantId: '<default>',
    }),
  };
  return () => {
    for (let index = 0; index < COMMANDS_PER_BATCH; index++) submit(evaluation);
    take();
  };
}

function evaluating(document: string): () => void {
  const requirements = requirementsOf(document);
  const values = new Map<string, string | number>(Object.entries(variables));
  const context = { variable: (name: string) => values.get(name), nowMs: 0 };
  if (!requirements.evaluate('table', context).ok) throw new Error('Expected the table to be evaluated');
  return () => {
    for (let index = 0; index < COMMANDS_PER_BATCH; index++) requirements.evaluate('table', context);
  };
}

export interface DecisionsRun {
  readonly evaluations: number;
  readonly elapsedMs: number;
  readonly cpuUs: number;
  /** Of reading, checking and compiling the document. */
  readonly parseMs: number;
}

function run(options: {
  readonly kind: TableKind;
  readonly ruleCount: number;
  readonly isInEngine: boolean;
  readonly durationMs: number;
}): DecisionsRun {
  const document = documentOf(options.kind, options.ruleCount);
  const parseStartMs = performance.now();
  requirementsOf(document);
  const parseMs = performance.now() - parseStartMs;
  const evaluateSome = options.isInEngine ? engineEvaluating(document) : evaluating(document);
  let evaluations = 0;
  const cpuUsBefore = processUsage().cpuUs;
  const startMs = performance.now();
  while (performance.now() - startMs < options.durationMs) {
    evaluateSome();
    evaluations += COMMANDS_PER_BATCH;
  }
  return { evaluations, elapsedMs: performance.now() - startMs, cpuUs: processUsage().cpuUs - cpuUsBefore, parseMs };
}

answerCalls({ run });
