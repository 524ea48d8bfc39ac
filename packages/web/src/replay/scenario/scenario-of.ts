/**
 * A test that does again what happened to an instance: source for the package `@waggle/testing`.
 *
 * 1. What came from outside is a statement: jobs and tasks completed, messages, signals, operators' work, time. All else
 *    follows from it, as the engine is the same.
 * 2. It ends with what the instance had come to, as assertions, at a point where the engine has nothing left to do.
 * 3. What a test cannot do is said in the text, as a TODO, never left out in silence.
 */
import type { Replay } from '../replay.ts';
import { assertionLines } from './assertion-lines.ts';
import { commentText, quoted } from './source-text.ts';
import { startOf } from './start-step.ts';
import { StepLines } from './step-lines.ts';
import { Story } from './story.ts';
import { calledProcessLines, emptyForms, modelLines, type ScenarioModel } from './surroundings.ts';

export interface ScenarioOptions {
  /** Models of the process and of what it called; forms and decisions too, as far as there are any. */
  readonly models: readonly ScenarioModel[];
  /** Replays of the instances it called, and of those they called. A called process without one is mocked. */
  readonly called?: readonly Replay[];
  /** The last moment that is part of it. Default: the last there is. */
  readonly until?: number;
  /** Default `vitest`. */
  readonly runner?: 'vitest' | 'node';
}

/** Thrown when there can be no test. The message says why. */
export class NoScenario extends Error {
  override readonly name = 'NoScenario';
}

/**
 * @returns the source of a file with one test.
 * @throws {NoScenario} the records do not reach back to the start of the instance.
 */
export function scenarioOf(replay: Replay, options: ScenarioOptions): string {
  const { called = [], runner = 'vitest' } = options;
  const story = new Story(replay, called);
  const start = startOf(story);
  if (start === undefined) {
    throw new NoScenario(
      `Expected the records of the process instance ${replay.processInstanceKey} from its start, but the oldest are gone: a test could not tell how to get there`,
    );
  }
  const until = replay.records[options.until ?? replay.length - 1]?.position ?? Number.POSITIVE_INFINITY;
  const models = [...options.models, ...emptyForms(options.models)];
  const steps = new StepLines(story, models, until);
  for (const record of story.records) {
    if (record.position <= start.position) steps.addSurroundings(record);
    else if (!steps.add(record, start.messageKey)) break;
  }
  const body = [
    `const engine = createTestEngine({ startTime: ${quoted(new Date(start.timestamp).toISOString())} });`,
    `engine.deploy(${models.map((_, index) => `model${index + 1}`).join(', ')});`,
    ...calledProcessLines(story),
    '',
    ...steps.before,
    ...start.lines,
    ...steps.timedLines(start.timestamp),
    '',
    ...assertionLines(replay, replay.at(steps.settledIndex), start.skipped),
  ];
  return [
    `// ${commentText(start.processId)}: what happened to the process instance ${replay.processInstanceKey}.`,
    "import { assertThat, createTestEngine } from '@waggle/testing';",
    runner === 'vitest' ? "import { test } from 'vitest';" : "import { test } from 'node:test';",
    '',
    `test(${quoted(`should go the way of the process instance ${replay.processInstanceKey}`)}, () => {`,
    ...body.map((line) => (line === '' ? '' : `  ${line}`)),
    '});',
    '',
    '// Or deploy them from your files: engine.deploy(path).',
    ...modelLines(models),
  ].join('\n');
}
