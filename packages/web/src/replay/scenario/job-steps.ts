import { type JobValue, type Key, type LogRecord, ValueType } from '@waggle/protocol';
import { jsonLiteral, quoted } from './source-text.ts';
import { missingStep, type StepMaker, step } from './step.ts';
import type { Story } from './story.ts';

export const completeJob: StepMaker = (record, story) => {
  const { variables, result } = jobValue(record);
  const { lines } = step(`engine.completeJob(${jobSelector(record, story)}${argument(variables)});`);
  if (result === undefined) return { lines };
  const missing = missingStep(`the worker also gave a result of kind '${result.type}', which a test cannot give yet`);
  return { lines: [...missing.lines, ...lines] };
};

export const failJob: StepMaker = (record, story) => {
  const { retries, errorMessage, retryBackoff, variables } = jobValue(record);
  const options = [
    `retries: ${retries}`,
    ...(errorMessage === '' ? [] : [`message: ${quoted(errorMessage)}`]),
    ...(retryBackoff > 0 ? [`backOff: 'PT${retryBackoff / 1000}S'`] : []),
    ...(isEmpty(variables) ? [] : [`variables: ${jsonLiteral(variables, '  ')}`]),
  ];
  return step(`engine.failJob(${jobSelector(record, story)}, { ${options.join(', ')} });`);
};

export const throwError: StepMaker = (record, story) => {
  const { errorCode, errorMessage, variables } = jobValue(record);
  const message = errorMessage === '' && isEmpty(variables) ? '' : `, ${quoted(errorMessage)}`;
  return step(
    `engine.throwError(${jobSelector(record, story)}, ${quoted(errorCode)}${message}${argument(variables)});`,
  );
};

export const updateRetries: StepMaker = (record, story) =>
  step(`engine.updateRetries(${jobSelector(record, story)}, ${jobValue(record).retries});`);

/** An update may be of retries, time-out or priority: only the first changes what happens. */
export const updateJob: StepMaker = (record, story) =>
  jobValue(record).changedAttributes.includes('retries') ? updateRetries(record, story) : undefined;

function jobValue(record: LogRecord): JobValue {
  return record.value as JobValue;
}

function argument(variables: string): string {
  return isEmpty(variables) ? '' : `, ${jsonLiteral(variables, '  ')}`;
}

function isEmpty(variables: string): boolean {
  return variables === '' || variables === '{}';
}

/** By its element, by its type where several kinds of job are on it, and by its place where several are open. */
function jobSelector({ key, position }: LogRecord, story: Story): string {
  const { elementId, type } = jobOf(key, story);
  const open = story
    .before(position)
    .flatMap(({ jobs }) => jobs)
    .filter((job) => job.elementId === elementId)
    .sort((left, right) => (BigInt(left.key) < BigInt(right.key) ? -1 : 1));
  const ofType = open.filter((job) => job.type === type);
  const place = ofType.findIndex((job) => job.key === String(key));
  const parts = [
    `elementId: ${quoted(elementId)}`,
    ...(ofType.length === open.length ? [] : [`type: ${quoted(type)}`]),
    ...(place > 0 ? [`at: ${place}`] : []),
  ];
  return `{ ${parts.join(', ')} }`;
}

function jobOf(key: Key, story: Story): { readonly elementId: string; readonly type: string } {
  const { elementId = '', type = '' } = story.firstEvent(ValueType.JOB, key)?.value ?? {};
  return { elementId, type };
}
