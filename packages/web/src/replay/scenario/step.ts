import type { LogRecord } from '@waggle/protocol';
import type { Story } from './story.ts';

/** What a test does at one point; everything that follows from it has happened when its last line returns. */
export interface Step {
  /** Statements, and comments about what a test cannot do. */
  readonly lines: readonly string[];
  /** Only time passed. */
  readonly isClock?: boolean;
  /** It has to be there before the step that was made last. */
  readonly isBefore?: boolean;
}

/** Makes the step of a record; `undefined` = a test need not do anything. */
export type StepMaker = (record: LogRecord, story: Story) => Step | undefined;

export function step(...lines: readonly string[]): Step {
  return { lines };
}

/** A step that only says what a person has to add. */
export function missingStep(what: string): Step {
  return { lines: [`// TODO: ${what}`] };
}
