import { Option } from 'commander';
import type { CliContext } from '../cli-context.ts';
import { type ClientSession, clientAction, clientCommand } from '../client/client-command.ts';
import { ordinalOf } from '../demo/business-id.ts';
import { demoApi } from '../demo/demo-api.ts';
import { demoCluster } from '../demo/demo-cluster.ts';
import { demoCounts, describeCounts } from '../demo/demo-counts.ts';
import { demoProcessIds } from '../demo/demo-files.ts';
import { fillCluster } from '../demo/fill-cluster.ts';
import { liveCluster } from '../demo/live-cluster.ts';
import { instancePlanner } from '../demo/plan-instance.ts';
import { integerArgument } from '../options/argument-parsers.ts';
import { untilStopSignal } from '../start/stop-signal.ts';
import type { CommandFactory } from './command-factory.ts';

interface DemoOptions {
  readonly instances: number;
  readonly rate: number;
  readonly once?: true;
  readonly seed?: number;
}

const INSTANCES_DEFAULT = 150;
const RATE_DEFAULT = 20;
const SEEDS = 1_000_000;

/** A line that is written over may change often; lines below each other should be few. */
const [PROGRESS_MS_TERMINAL, PROGRESS_MS_FILE] = [2_000, 30_000];

export const demo: CommandFactory = (context) =>
  clientCommand('demo', 'Fills a server with examples and keeps them busy, so that there is something to see.')
    .addOption(
      new Option('--instances <n>', 'process instances to begin with')
        .default(INSTANCES_DEFAULT)
        .argParser(integerArgument('--instances', 0)),
    )
    .addOption(
      new Option('--rate <n>', 'new instances a minute; 0 = none')
        .default(RATE_DEFAULT)
        .argParser(integerArgument('--rate', 0)),
    )
    .option('--once', 'fill, work until nothing moves, and end')
    .option('--seed <n>', 'the same number makes the same data; any without', integerArgument('--seed', 0))
    .action(
      clientAction(context, async (session, options: DemoOptions) => {
        const stop = new AbortController();
        const api = demoApi(session.client, stop.signal);
        const seed = options.seed ?? Date.now() % SEEDS;
        const tell = session.isJson ? () => undefined : context.print;
        tell(`Filling the server with ${options.instances} instances (seed ${seed}) …`);

        const ids = await api.latestBusinessIds(demoProcessIds);
        const cluster = demoCluster(api);
        const plan = instancePlanner(seed, Math.max(0, ...ids.map(ordinalOf)));
        await fillCluster(api, cluster, plan, options.instances);
        const counts = await demoCounts(api);
        const { started, completed, incidents, tasksWaiting } = counts;
        session.report(
          {
            seed,
            started: started.count,
            completed: completed.count,
            incidents: incidents.count,
            tasksWaiting: tasksWaiting.count,
          },
          describeCounts(counts),
        );
        if (options.once) return;

        tell('Operate and Tasklist have something to show now. Ctrl-C stops the workers; what they made stays.');
        const progress = progressLine(context, session);
        const live = liveCluster({
          api,
          cluster,
          plan,
          ratePerMinute: options.rate,
          signal: stop.signal,
          tell: progress.interrupt,
          progress: async () => progress.show(describeCounts(await demoCounts(api))),
          progressMs: context.isTerminal ? PROGRESS_MS_TERMINAL : PROGRESS_MS_FILE,
        });
        await Promise.race([live, untilStopSignal()]);
        stop.abort();
        await live;
        progress.interrupt('Stopped.');
      }),
    );

/** On a terminal one line that is written over; elsewhere a line for each change. */
function progressLine({ isTerminal, write, print }: CliContext, { isJson }: ClientSession) {
  let shown = '';
  return {
    async show(text: string): Promise<void> {
      if (isJson || text === shown) return;
      if (isTerminal) await write(`\r${text.padEnd(shown.length)}`);
      else print(text);
      shown = text;
    },
    /** Leaves the line where it is and goes on below. */
    interrupt(text: string): void {
      if (isJson) return;
      print(isTerminal && shown !== '' ? `\n${text}` : text);
      shown = '';
    },
  };
}
