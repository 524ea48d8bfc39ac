import type { Measurement, Sample, Target } from '../measurement.ts';
import { median } from '../measurement.ts';
import type { DecisionsRun, TableKind } from '../programs/decisions.ts';
import { RemoteProcess } from '../remote/remote-process.ts';
import type { Row } from '../row.ts';

interface Variant {
  readonly id: string;
  readonly label: string;
  readonly kind: TableKind;
  readonly ruleCount: number;
  readonly isInEngine: boolean;
  readonly target?: Target;
}

const variants: readonly Variant[] = [
  {
    id: 'decisions/100',
    label: 'decision table, 100 rules of literals and ranges',
    kind: 'literals',
    ruleCount: 100,
    isInEngine: false,
    target: { field: 'value', atLeast: 50_000 },
  },
  {
    id: 'decisions/10000',
    label: 'decision table, 10,000 rules of literals and ranges',
    kind: 'literals',
    ruleCount: 10_000,
    isInEngine: false,
  },
  {
    id: 'decisions/expressions',
    label: 'decision table, 100 rules of expressions',
    kind: 'expressions',
    ruleCount: 100,
    isInEngine: false,
    target: { field: 'cpuUs', atMost: 20 },
  },
  {
    id: 'decisions/engine',
    label: 'evaluation by a client, 100 rules, engine with encoding',
    kind: 'literals',
    ruleCount: 100,
    isInEngine: true,
  },
];

/** How often decision tables are evaluated. */
export const decisions: Row = {
  name: 'decisions',
  async run({ scale, serverExecArgv }) {
    const program = new URL('../programs/decisions.ts', import.meta.url);
    const measurements: Measurement[] = [];
    for (const { id, label, kind, ruleCount, isInEngine, target } of variants) {
      const process = await RemoteProcess.start(program, { execArgv: serverExecArgv });
      const runOnce = (durationMs: number) =>
        process.call<DecisionsRun>('run', { kind, ruleCount, isInEngine, durationMs });
      await runOnce(scale.warmUpMs);
      const runs: DecisionsRun[] = [];
      while (runs.length < scale.repetitions) runs.push(await runOnce(scale.measureMs));
      await process.stop();
      measurements.push({
        id,
        label,
        unit: 'evaluations/s',
        samples: runs.map(
          ({ evaluations, elapsedMs, cpuUs }): Sample => ({
            value: (evaluations * 1_000) / elapsedMs,
            cpuUs: cpuUs / evaluations,
          }),
        ),
        ...(target !== undefined && { targets: [target] }),
        note: `read and compiled in ${median(runs.map(({ parseMs }) => parseMs)).toFixed(0)} ms`,
      });
    }
    return measurements;
  },
};
