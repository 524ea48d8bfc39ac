/** FEEL alone: typical expressions and a table of a hundred rules, by us and by feelin, one after the other in one process. */
import { parseDmn } from '@waggle/dmn';
import { compileExpression, type EvaluationContext, fromJsonText, isContext } from '@waggle/feel';
import { evaluate, unaryTest } from 'feelin';
import { answerCalls } from '../remote/answer-calls.ts';
import { processUsage } from '../remote/process-usage.ts';
import { countryFees, feeTable } from './hundred-rules.ts';

/** Evaluations between two looks at the clock. */
const EVALUATIONS_PER_LOOK = 64;

/** Several, so that results differ from one evaluation to the next; a power of two. */
const contexts = [1, 2, 3, 4].map((n) => ({
  x: 8 + n,
  y: n % 2 === 0 ? 'a' : 'b',
  price: 12.5 * n,
  quantity: n,
  due: `2026-0${n}-15`,
  country: `C${n * 2}`,
  amount: n * 240,
  customer: { name: 'Ada', address: { city: 'Berlin' } },
  order: { id: `order-${n}` },
  items: [
    { price: 10, quantity: 2 },
    { price: 5.5, quantity: n },
    { price: 20, quantity: 4 },
  ],
}));
const evaluationContexts = contexts.map((variables): EvaluationContext => {
  const values = fromJsonText(JSON.stringify(variables));
  return { variable: (name) => (isContext(values) ? values.get(name) : undefined), nowMs: Date.now() };
});

interface Measured {
  readonly durationMs: number;
}

export interface FeelRun {
  readonly perSecond: number;
  /** Of one evaluation or compilation. */
  readonly cpuUs: number;
}

/** @param perLook more for what is quick, so that looking at the clock costs little beside it */
function repeated(durationMs: number, work: (turn: number) => unknown, perLook = EVALUATIONS_PER_LOOK): FeelRun {
  const cpuUsBefore = processUsage().cpuUs;
  const startMs = performance.now();
  let elapsedMs = 0;
  let count = 0;
  while (elapsedMs < durationMs) {
    for (let turn = 0; turn < perLook; turn++) work((count + turn) & (contexts.length - 1));
    count += perLook;
    elapsedMs = performance.now() - startMs;
  }
  return { perSecond: (count * 1_000) / elapsedMs, cpuUs: (processUsage().cpuUs - cpuUsBefore) / count };
}

function expressions({ text, durationMs }: Measured & { readonly text: string }): FeelRun {
  const compiled = compileExpression(text);
  if (!compiled.ok) throw new Error(compiled.message);
  const { expression } = compiled;
  return repeated(durationMs, (turn) => expression.evaluate(evaluationContexts[turn]!));
}

const feelinExpressions = ({ text, durationMs }: Measured & { readonly text: string }): FeelRun =>
  repeated(durationMs, (turn) => evaluate(text, contexts[turn]), 1);

const compilations = ({ text, durationMs }: Measured & { readonly text: string }): FeelRun =>
  repeated(durationMs, () => compileExpression(text));

function table({ durationMs }: Measured): FeelRun {
  const parsed = parseDmn(feeTable);
  if (!parsed.ok) throw new Error(parsed.findings.map(({ message }) => message).join('\n'));
  return repeated(durationMs, (turn) => parsed.requirements.evaluate('fee', evaluationContexts[turn]!));
}

/** The same table, its cells tested one by one until a rule matches, as somebody would who has feelin only. */
const feelinTable = ({ durationMs }: Measured): FeelRun =>
  repeated(
    durationMs,
    (turn) => {
      const context = contexts[turn]!;
      const country = evaluate('country', context).value;
      const amount = evaluate('amount', context).value;
      const rule = countryFees.find(
        ({ countryTest, amountTest }) =>
          unaryTest(countryTest, { ...context, '?': country }).value === true &&
          unaryTest(amountTest, { ...context, '?': amount }).value === true,
      );
      return rule === undefined ? null : evaluate(rule.fee, context).value;
    },
    1,
  );

answerCalls({ expressions, feelinExpressions, compilations, table, feelinTable });
