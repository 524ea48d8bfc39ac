/** Every scenario against the engine in this process, with its trace compared to the one that was reviewed. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { allScenarios } from './all-scenarios.ts';
import { InProcessDriver } from './in-process-driver.ts';
import { runScenario } from './run-scenario.ts';
import type { Scenario } from './scenario.ts';
import { waiting } from './waiting.ts';

const folder = join(import.meta.dirname, 'testdata');
/** Set by `npm run scenarios -- --update`. */
const isUpdating = process.env.WAGGLE_SCENARIOS_UPDATE === 'true';

const runnable = allScenarios.filter(({ number, steps }) => steps !== undefined && !waiting.has(number));
/** Logs that take long to fold again and again. */
const LARGE: ReadonlySet<number> = new Set([99, 167]);

describe('scenarios in process', () => {
  for (const scenario of runnable) {
    const number = numberText(scenario);
    test(`should show ${number}: ${scenario.title}`, async () => {
      const driver = new InProcessDriver(scenario);
      const trace = await runScenario(scenario, driver);
      driver.checkInvariants();
      expect(driver.living(), 'what lives behind the end of all instances').toEqual([]);
      compare(join(folder, `${number}.txt`), `${scenario.title}\n\n${trace}`);
    });
  }
});

describe('scenarios with a restart behind every step', () => {
  for (const scenario of runnable.filter(({ number, partitions = 1 }) => partitions === 1 && !LARGE.has(number))) {
    test(`should show ${numberText(scenario)} all the same: ${scenario.title}`, async () => {
      const driver = new InProcessDriver(scenario, { restarts: true });
      const trace = await runScenario(scenario, driver);
      expect(trace).toBe(await runScenario(scenario, new InProcessDriver(scenario)));
    });
  }
});

function numberText({ number }: Scenario): string {
  return String(number).padStart(3, '0');
}

function compare(path: string, trace: string): void {
  if (isUpdating) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(path, trace);
    return;
  }
  expect(
    trace,
    'Expected the reviewed trace: if the change is right, run `npm run scenarios -- --update` and review the diff',
  ).toBe(readFileSync(path, 'utf8'));
}
