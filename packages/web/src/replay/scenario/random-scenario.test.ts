/** Random instances, copied as tests: each test passes, but for those that say what a test cannot do. */
import { Random, RandomDriver } from '@waggle/engine/test';
import {
  BpmnElementType,
  DecisionRequirementsIntent,
  type Key,
  NO_KEY,
  ProcessInstanceIntent,
  ValueType,
} from '@waggle/protocol';
import { expect, it } from 'vitest';
import { recordLines } from '../../../test/recorded-instance.ts';
import { runScenarios } from '../../../test/run-scenarios.ts';
import { readRecordLines } from '../record-lines.ts';
import { openReplay, type Replay } from '../replay.ts';
import { scenarioOf } from './scenario-of.ts';
import type { ScenarioModel } from './surroundings.ts';

/** WAGGLE_RUNS=<number> searches further. */
const RUNS = Number(process.env.WAGGLE_RUNS ?? 8);
/** For all runs, on a machine busy with other work. */
const RUN_MS = 60_000;
const STEPS = 80;
/** WAGGLE_SEED=<seed> runs that one alone. */
const SEED = process.env.WAGGLE_SEED;

it('should give tests that pass, whatever happened', { timeout: RUN_MS * Math.max(1, RUNS / 8) }, async () => {
  const texts = new Map<string, string>();
  let unfinished = 0;
  for (let run = 0; run < (SEED === undefined ? RUNS : 1); run++) {
    // given
    const seed = SEED === undefined ? run + 1 : Number(SEED);
    const driver = new RandomDriver(new Random(seed), { isUndisturbed: true });
    for (let step = 0; step < STEPS; step++) driver.step();
    if (seed % 2 === 0) driver.finish();
    driver.engine.settle();

    // when
    for (const key of rootInstances(driver)) {
      const text = textOf(driver, key);
      if (text.includes('// TODO')) unfinished += 1;
      else
        texts.set(`seed-${seed}-${key}`, text.replaceAll(`process instance ${key}`, `instance ${key} of seed ${seed}`));
    }
  }

  // then
  expect(texts.size).toBeGreaterThan(unfinished);
  await runScenarios(texts);
});

function textOf(driver: RandomDriver, key: Key): string {
  const replay = replayOf(driver, key);
  const called = calledBy(driver, replay);
  return scenarioOf(replay, { models: modelsOf(driver, [replay, ...called]), called, runner: 'node' });
}

function replayOf(driver: RandomDriver, key: Key): Replay {
  return openReplay({
    processInstanceKey: String(key),
    ...readRecordLines(recordLines(driver.engine.batches, key)),
  });
}

function calledBy(driver: RandomDriver, replay: Replay): readonly Replay[] {
  return replay.calledProcessInstanceKeys.flatMap((key) => {
    const called = replayOf(driver, BigInt(key) as Key);
    return [called, ...calledBy(driver, called)];
  });
}

/** Definitions in use, others that may be called, and the decisions. */
function modelsOf({ engine }: RandomDriver, replays: readonly Replay[]): readonly ScenarioModel[] {
  const used = new Set(replays.map((each) => each.at(each.length - 1).definition?.processDefinitionKey));
  const decoder = new TextDecoder();
  const processes = engine
    .events(ValueType.PROCESS)
    .filter(({ value }) => value.version === 1 || used.has(String(value.processDefinitionKey)))
    .map(({ value }) => ({ name: value.resourceName, content: decoder.decode(value.resource) }));
  const decisions = engine
    .events(ValueType.DECISION_REQUIREMENTS, DecisionRequirementsIntent.CREATED)
    .map(({ value }) => ({ name: value.resourceName, content: decoder.decode(value.resource) }));
  return [...processes, ...decisions];
}

function rootInstances({ engine }: RandomDriver): readonly Key[] {
  return engine
    .events(ValueType.PROCESS_INSTANCE, ProcessInstanceIntent.ELEMENT_ACTIVATING)
    .filter(
      ({ value }) => value.bpmnElementType === BpmnElementType.PROCESS && value.parentProcessInstanceKey === NO_KEY,
    )
    .map(({ key }) => key);
}
