import type { Measurement, Sample } from '../measurement.ts';
import { median } from '../measurement.ts';
import type { FeelRun } from '../programs/feel-expressions.ts';
import { RemoteProcess } from '../remote/remote-process.ts';
import type { Row } from '../row.ts';

interface Line {
  readonly id: string;
  readonly label: string;
  readonly atLeast?: number;
}

const expressions: Readonly<Record<string, Line>> = {
  'x > 10 and y = "a"': { id: 'condition', label: 'FEEL, a condition', atLeast: 5_000_000 },
  'price * quantity + 1': { id: 'arithmetic', label: 'FEEL, decimals' },
  'customer.address.city': { id: 'path', label: 'FEEL, a path' },
  '"Order " + order.id + " of " + customer.name': { id: 'text', label: 'FEEL, a text' },
  '{id: order.id, total: price * quantity, city: customer.address.city}': { id: 'mapping', label: 'FEEL, a mapping' },
  'items[price > 9].quantity': { id: 'filter', label: 'FEEL, a filter' },
  'sum(for item in items return item.price * item.quantity)': { id: 'loop', label: 'FEEL, a sum over a loop' },
  'date(due) + duration("P14D")': { id: 'date', label: 'FEEL, a date' },
};

/** What an expression takes in its second and later evaluation, and the table of a hundred rules, beside feelin. */
export const feel: Row = {
  name: 'feel',
  async run({ scale, serverExecArgv }) {
    const program = new URL('../programs/feel-expressions.ts', import.meta.url);
    const process = await RemoteProcess.start(program, { execArgv: serverExecArgv });
    const ours = new Map<string, Sample[]>();
    const times = new Map<string, number[]>();
    const take = async (id: string, isCounted: boolean, durationMs: number, text?: string): Promise<void> => {
      const what = text === undefined ? ['table', 'feelinTable'] : ['expressions', 'feelinExpressions'];
      const [mine, theirs] = [
        await process.call<FeelRun>(what[0]!, { text, durationMs }),
        await process.call<FeelRun>(what[1]!, { text, durationMs }),
      ];
      if (!isCounted) return;
      ours.set(id, [...(ours.get(id) ?? []), { value: mine.perSecond, cpuUs: mine.cpuUs }]);
      // By CPU: a neighbour that takes the core for a while would decide between two rates.
      times.set(id, [...(times.get(id) ?? []), theirs.cpuUs / mine.cpuUs]);
    };
    const compilations: Sample[] = [];
    const [condition = ''] = Object.keys(expressions);
    // A line is short: there are many, and they have nothing to wait for. The first round warms up all of them, since
    // expressions that share a process share what its compiler learns.
    for (let round = 0; round <= scale.repetitions; round++) {
      const durationMs = scale.measureMs / 6;
      for (const [text, { id }] of Object.entries(expressions)) await take(id, round > 0, durationMs, text);
      await take('table', round > 0, durationMs);
      const { cpuUs } = await process.call<FeelRun>('compilations', { text: condition, durationMs });
      if (round > 0) compilations.push({ value: cpuUs });
    }
    await process.stop();

    const line = ({ id, label, atLeast }: Line, what: string): Measurement => ({
      id: `feel/${id}`,
      label,
      unit: 'evaluations/s',
      samples: ours.get(id) ?? [],
      ...(atLeast !== undefined && { targets: [{ field: 'value', atLeast }] }),
      note: `${what}; ${Math.round(median(times.get(id) ?? [])).toLocaleString('en-US')} × feelin`,
    });
    const leastTimes = Array.from({ length: scale.repetitions }, (_, repetition) =>
      Math.min(...[...times.values()].map((values) => values[repetition] ?? 0)),
    );
    return [
      ...Object.entries(expressions).map(([text, expression]) => line(expression, `\`${text}\``)),
      line({ id: 'table', label: 'decision table of 100 rules', atLeast: 50_000 }, 'two inputs, UNIQUE'),
      {
        id: 'feel/beside-feelin',
        label: 'the least of these beside feelin',
        unit: '× less CPU',
        samples: leastTimes.map((value) => ({ value })),
        targets: [{ field: 'value', atLeast: 100 }],
      },
      {
        id: 'feel/compilation',
        label: 'FEEL, compiling that condition',
        unit: 'µs of CPU',
        samples: compilations,
        targets: [{ field: 'value', atMost: 100 }],
      },
    ];
  },
};
