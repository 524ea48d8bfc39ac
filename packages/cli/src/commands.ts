import { cancel } from './commands/cancel.ts';
import type { CommandFactory } from './commands/command-factory.ts';
import { decisionEvaluate } from './commands/decision-evaluate.ts';
import { demo } from './commands/demo.ts';
import { deploy } from './commands/deploy.ts';
import { exportSearch } from './commands/export.ts';
import { jobActivate } from './commands/job-activate.ts';
import { jobComplete } from './commands/job-complete.ts';
import { jobFail } from './commands/job-fail.ts';
import { jobThrowError } from './commands/job-throw-error.ts';
import { messageCorrelate } from './commands/message-correlate.ts';
import { messagePublish } from './commands/message-publish.ts';
import { records } from './commands/records.ts';
import { resolve } from './commands/resolve.ts';
import { run } from './commands/run.ts';
import { sql } from './commands/sql.ts';
import { start } from './commands/start.ts';
import { status } from './commands/status.ts';
import { variablesSet } from './commands/variables-set.ts';

/** Commands of the first level, in the order of the help. */
export const topCommands: readonly CommandFactory[] = [
  start,
  status,
  demo,
  deploy,
  run,
  cancel,
  resolve,
  records,
  exportSearch,
  sql,
];

/** Commands of the second level, by their noun. */
export const commandGroups: readonly {
  readonly name: string;
  readonly description: string;
  readonly commands: readonly CommandFactory[];
}[] = [
  {
    name: 'job',
    description: 'Work on jobs by hand.',
    commands: [jobActivate, jobComplete, jobFail, jobThrowError],
  },
  {
    name: 'message',
    description: 'Send messages to processes.',
    commands: [messagePublish, messageCorrelate],
  },
  {
    name: 'decision',
    description: 'Ask decisions.',
    commands: [decisionEvaluate],
  },
  {
    name: 'variables',
    description: 'Change variables.',
    commands: [variablesSet],
  },
];
