import { listOf } from '../client/answer-field.ts';
import { clientAction, clientCommand } from '../client/client-command.ts';
import { integerArgument, nameListArgument } from '../options/argument-parsers.ts';
import type { CommandFactory } from './command-factory.ts';

interface JobActivateOptions {
  readonly max: number;
  readonly timeout: number;
  readonly wait: number;
  readonly worker: string;
  readonly fetchVariables?: readonly string[];
}

/** A person needs longer than a program to complete a job by hand. */
const TIMEOUT_MS = 300_000;

export const jobActivate: CommandFactory = (context) =>
  clientCommand('activate', 'Takes jobs of a type, to complete or fail them.')
    .argument('<type>', 'type of the jobs')
    .option('--max <n>', 'most jobs to take', integerArgument('--max', 1), 1)
    .option(
      '--timeout <ms>',
      'time to complete them before others get them',
      integerArgument('--timeout', 1),
      TIMEOUT_MS,
    )
    .option('--wait <ms>', 'how long to wait when there is none', integerArgument('--wait', 0), 0)
    .option('--worker <name>', 'name of the worker', 'waggle-cli')
    .option('--fetch-variables <names>', 'only these variables, separated by commas', nameListArgument)
    .action(
      clientAction(context, async ({ client, report }, options: JobActivateOptions, type: string) => {
        const answer = await client.send({
          method: 'POST',
          path: '/jobs/activation',
          body: {
            type,
            worker: options.worker,
            timeout: options.timeout,
            maxJobsToActivate: options.max,
            // To the API 0 means its default of some seconds; a negative time means: answer at once.
            requestTimeout: options.wait === 0 ? -1 : options.wait,
            ...(options.fetchVariables !== undefined && { fetchVariable: options.fetchVariables }),
          },
        });
        report(answer, describeJobs(type, answer));
      }),
    );

function describeJobs(type: string, answer: unknown): string {
  const jobs = listOf(answer, 'jobs');
  if (jobs.length === 0) return `No job of type ${type} is waiting.`;
  return jobs
    .map(
      (job) =>
        `Job ${job.jobKey} of element ${job.elementId} in process instance ${job.processInstanceKey}, retries ${job.retries}, variables ${JSON.stringify(job.variables)}`,
    )
    .join('\n');
}
