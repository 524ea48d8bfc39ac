/** Random processes under random events, see test/random-driver.ts. A failure names its seed, see test/for-each-seed.ts. */
import { ValueType } from '@waggle/protocol';
import { describe, expect, it } from 'vitest';
import { forEachSeed, RUNS_ALL_SEEDS, SEARCH_SECONDS } from '../test/for-each-seed.ts';
import { checkInvariants } from '../test/invariants.ts';
import { Random } from '../test/random.ts';
import { RandomDriver } from '../test/random-driver.ts';
import { recordProblems } from '../test/record-problems.ts';

/** Seeds that run every time: enough to meet each element many times, few enough for a few seconds. */
const RUNS = 120;
const DISCARD_RUNS = 50;
const STEPS = 120;

/** Tables that may hold rows when no instance is left. */
const LASTING = new Set([
  'processDefinitionKeys',
  'processes',
  'latestProcesses',
  'processVersions',
  'processDefinitionKeys',
  'deployedProcesses',
  'globalListeners',
  'savedFilters',
  'savedFilterNames',
  'decisionRequirements',
  'latestDecisionRequirements',
  'decisionRequirementsVersions',
  'deployedDecisionRequirements',
  'decisions',
  'latestDecisions',
  'decisionVersions',
  'decisionVersionTags',
  'deployedDecisions',
  'requiredDecisions',
  'messageStartEventSubscriptions',
  'processStartMessages',
]);

/** What the runs must have met together: otherwise the processes drawn have lost something. */
const EVENTS = [
  ...[
    'CREATED',
    'COMPLETED',
    'TIMED_OUT',
    'FAILED',
    'CANCELED',
    'ERROR_THROWN',
    'RECURRED_AFTER_BACKOFF',
    'YIELDED',
  ].map((intent) => `E JOB ${intent}`),
  ...['CREATED', 'TRIGGERED', 'CANCELED'].map((intent) => `E TIMER ${intent}`),
  ...['CREATED', 'CORRELATING', 'CORRELATED', 'REJECTED', 'DELETED'].map(
    (intent) => `E MESSAGE_SUBSCRIPTION ${intent}`,
  ),
  'E MESSAGE_CORRELATION CORRELATED',
  'E MESSAGE_START_EVENT_SUBSCRIPTION CORRELATED',
  'E INCIDENT RESOLVED',
  'E DECISION_EVALUATION EVALUATED',
  'E DECISION_EVALUATION FAILED',
  'E DECISION DELETED',
  'E PROCESS_INSTANCE_MODIFICATION MODIFIED',
  'E PROCESS_INSTANCE_MIGRATION MIGRATED',
  'E CONDITIONAL_SUBSCRIPTION TRIGGERED',
  'E SIGNAL BROADCASTED',
  'E COMPENSATION_SUBSCRIPTION COMPLETED',
  'E ESCALATION ESCALATED',
  'E CONDITIONAL_SUBSCRIPTION TRIGGERED',
  'E CONDITIONAL_SUBSCRIPTION DELETED',
  'E ESCALATION NOT_ESCALATED',
  ...['ASSIGNED', 'UPDATED', 'COMPLETED', 'CANCELED', 'CORRECTED'].map((intent) => `E USER_TASK ${intent}`),
  ...['CREATED', 'UPDATED', 'DELETED'].map((intent) => `E SAVED_FILTER ${intent}`),
  ...['CREATED', 'DELETED'].map((intent) => `E USER_TASK_COMMENT ${intent}`),
  'E PROCESS_INSTANCE_RESULT COMPLETED',
  ...[
    'SUB_PROCESS',
    'EVENT_SUB_PROCESS',
    'START_EVENT',
    'INTERMEDIATE_CATCH_EVENT',
    'INTERMEDIATE_THROW_EVENT',
    'BOUNDARY_EVENT',
    'END_EVENT',
    'SERVICE_TASK',
    'RECEIVE_TASK',
    'MANUAL_TASK',
    'TASK',
    'EXCLUSIVE_GATEWAY',
    'INCLUSIVE_GATEWAY',
    'AD_HOC_SUB_PROCESS',
    'MULTI_INSTANCE_BODY',
    'USER_TASK',
    'PARALLEL_GATEWAY',
    'EVENT_BASED_GATEWAY',
    'CALL_ACTIVITY',
    'BUSINESS_RULE_TASK',
    'SCRIPT_TASK',
    'SEND_TASK',
  ].map((kind) => `E PROCESS_INSTANCE ELEMENT_COMPLETED ${kind}`),
  ...['SUB_PROCESS', 'EVENT_SUB_PROCESS', 'CALL_ACTIVITY', 'EVENT_BASED_GATEWAY', 'RECEIVE_TASK'].map(
    (kind) => `E PROCESS_INSTANCE ELEMENT_TERMINATED ${kind}`,
  ),
];

describe('random processes', () => {
  it('should run to their end, fold to the same state and leave nothing behind', {
    timeout: 60_000 + SEARCH_SECONDS * 1000,
  }, () => {
    const met = new Set<string>();
    forEachSeed({ runs: RUNS }, (seed) => {
      // given
      const random = new Random(seed);
      const driver = new RandomDriver(random);

      // when
      for (let step = 0; step < STEPS; step++) {
        driver.step();
        if (random.chance(0.02)) {
          driver.engine.flush();
          expect(driver.engine.replayed().dump()).toEqual(driver.engine.dump());
        }
        if (random.chance(0.02)) driver.restart();
      }
      driver.finish();

      // then
      checkInvariants(driver.engine);
      expect(recordProblems(driver.engine)).toEqual([]);
      expect(driver.unanswered()).toEqual([]);
      expect(leftRows(driver)).toEqual([]);
      expect(driver.engine.events(ValueType.ERROR)).toEqual([]);
      for (const line of driver.engine.trace()) met.add(line.replace(/ '.*/, ''));
    });
    if (RUNS_ALL_SEEDS) expect(EVENTS.filter((event) => !met.has(event))).toEqual([]);
  });

  it('should go back to before any batch that could not be kept', { timeout: 60_000 + SEARCH_SECONDS * 1000 }, () => {
    forEachSeed({ runs: DISCARD_RUNS }, (seed) => {
      // given
      const random = new Random(seed);
      const driver = new RandomDriver(random);
      for (let round = 0; round < 8; round++) {
        for (let step = random.below(15); step > 0; step--) driver.step();
        driver.engine.flush();
        const taken: {
          batch: NonNullable<ReturnType<typeof driver.engine.take>>;
          state: unknown[];
          requestId: number;
        }[] = [];
        const before = { state: driver.engine.dump(), requestId: driver.lastRequestId + 1 };
        let latest = before;
        for (let count = random.between(1, 4); count > 0; count--) {
          driver.stepsWithoutBatch(random.between(1, 4));
          const batch = driver.engine.take();
          if (batch === undefined) continue;
          taken.push({ batch, ...latest });
          latest = { state: driver.engine.dump(), requestId: driver.lastRequestId + 1 };
        }
        if (taken.length === 0) continue;

        // when
        const lost = random.pick(taken);
        for (const { batch } of taken.slice(0, taken.indexOf(lost))) driver.engine.commit(batch);
        driver.engine.discard(lost.batch);
        driver.forgetRequestsFrom(lost.requestId);

        // then
        expect(driver.engine.dump()).toEqual(lost.state);
      }
      driver.finish();
      checkInvariants(driver.engine);
      expect(recordProblems(driver.engine)).toEqual([]);
      expect(leftRows(driver)).toEqual([]);
    });
  });
});

function leftRows(driver: RandomDriver): unknown[] {
  return (driver.engine.dump() as unknown[][]).filter(([table]) => !LASTING.has(table as string));
}
