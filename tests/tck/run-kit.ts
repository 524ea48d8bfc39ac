import { Worker } from 'node:worker_threads';
import type { Conformance } from '@waggle/feel';
import { runSuite, type TestResult } from './run-suite.ts';
import { testSuitesIn } from './test-suite.ts';

export interface KitSelection {
  /** Whose meaning holds where Camunda and the standard disagree. */
  readonly conformance: Conformance;
  /** Only suites with this label; levels are labels, too. */
  readonly label?: string;
  /** Only suites whose name contains this text, or the one case `suite/case`. */
  readonly only?: string;
}

export type KitMessage = { readonly started: string } | TestResult;

/** Runs all suites of a folder in this thread. */
export function* runKit(
  folder: string,
  selection: KitSelection,
  isDone: (id: string) => boolean = () => false,
): Generator<KitMessage> {
  const [onlySuite = '', onlyCase] = (selection.only ?? '').split('/');
  for (const suite of testSuitesIn(folder)) {
    if (!suite.name.includes(onlySuite)) continue;
    if ('error' in suite) {
      const id = `${suite.name}/`;
      if (!isDone(id)) yield { ...unreadable(suite.name, selection.conformance), id, reason: suite.error };
      continue;
    }
    if (selection.label !== undefined && ![suite.level, ...suite.labels].includes(selection.label)) continue;
    yield* runSuite(
      suite,
      selection.conformance,
      (id) => isDone(id) || (onlyCase !== undefined && id.split('/')[1] !== onlyCase),
    );
  }
}

/** A case has no loop that budgets do not end within a second; this is for the day one has. */
const caseTimeMsMax = 20_000;

/** Runs all suites of a folder in a thread, which is replaced when a case takes too long or takes the thread down. */
export async function runKitGuarded(folder: string, selection: KitSelection): Promise<TestResult[]> {
  const results: TestResult[] = [];
  for (;;) {
    const ended = await runUntilStuck(folder, selection, results);
    if (ended === undefined) return results;
    results.push(ended);
  }
}

/** @returns the case at which the thread ended, undefined when it came through. */
function runUntilStuck(
  folder: string,
  selection: KitSelection,
  results: TestResult[],
): Promise<TestResult | undefined> {
  const done = new Set(results.map(({ id }) => id));
  const worker = new Worker(new URL('./kit-worker.ts', import.meta.url), { workerData: { folder, selection, done } });
  let started = '';
  return new Promise((resolve, reject) => {
    const stop = (reason: string): void => {
      clearTimeout(timer);
      void worker.terminate();
      if (started === '') reject(new Error(reason));
      else resolve({ ...unreadable(started.split('/')[0] ?? '', selection.conformance), id: started, reason });
    };
    const overdue = (): void => stop(`The case did not end within ${caseTimeMsMax} ms.`);
    let timer = setTimeout(overdue, caseTimeMsMax);
    worker.on('message', (message: KitMessage) => {
      clearTimeout(timer);
      timer = setTimeout(overdue, caseTimeMsMax);
      if ('started' in message) started = message.started;
      else results.push(message);
    });
    worker.on('error', (error) => stop(`The case ended its thread: ${error.stack ?? error.message}`));
    worker.on('exit', () => {
      clearTimeout(timer);
      resolve(undefined);
    });
  });
}

function unreadable(suite: string, conformance: Conformance): Omit<TestResult, 'id' | 'reason'> {
  return { conformance, suite, level: '', labels: [], description: '', expected: '', actual: '', outcome: 'failed' };
}
