import { Button, NumberInput } from '@carbon/react';
import { useState } from 'react';
import { type JobResult, updateJob } from '../../../api/gen/api.ts';
import { useAction } from '../../../api/use-action.ts';
import { notify, notifyProblem } from '../../../app/notifications.ts';
import { KeyText } from '../../../parts/key-text.tsx';
import { TimeText } from '../../../parts/time-text.tsx';
import { useFormats, useTexts } from '../../../texts/use-texts.ts';

const openStates: readonly JobResult['state'][] = [
  'CREATED',
  'FAILED',
  'RETRIES_UPDATED',
  'TIMEOUT_UPDATED',
  'PRIORITY_UPDATED',
  'TIMED_OUT',
  'ERROR_THROWN',
];
const SECOND_MS = 1_000;
const RETRIES_MAX = 1_000;
/** A week: workers that need longer are better told by a message. */
const TIMEOUT_SECONDS_MAX = 7 * 24 * 3_600;

/** The job of an element; while it is open its retries can be set, and the deadline of the worker that has it moved. */
export function JobFacts({ job }: { readonly job: JobResult }) {
  const { jobs: texts } = useTexts().instance;
  const formats = useFormats();
  const { jobKey } = job;
  const [retries, setRetries] = useState<number>();
  const [timeoutSeconds, setTimeoutSeconds] = useState<number>();
  const update = useAction(updateJob, {
    onDone: () => {
      setRetries(undefined);
      setTimeoutSeconds(undefined);
      notify({ kind: 'success', title: texts.updated });
    },
    onProblem: (problem) => notifyProblem(texts.notUpdated, problem),
  });
  const isOpen = openStates.includes(job.state);
  const isWorkedOn = isOpen && job.deadline !== null && new Date(job.deadline).getTime() > Date.now();
  return (
    <section aria-labelledby="job-facts">
      <h3 id="job-facts">{texts.job}</h3>
      {job.errorMessage !== null && job.errorMessage !== '' && (
        <pre className="long-text" data-look="incident">
          {job.errorCode === null || job.errorCode === '' ? job.errorMessage : `${job.errorCode}: ${job.errorMessage}`}
        </pre>
      )}
      <dl className="facts">
        <dt>{texts.type}</dt>
        <dd>
          <code>{job.type}</code>
        </dd>
        <dt>{texts.key}</dt>
        <dd>
          <KeyText value={jobKey} />
        </dd>
        <dt>{texts.state}</dt>
        <dd>{texts.states[job.state]}</dd>
        {job.worker !== '' && (
          <>
            <dt>{texts.worker}</dt>
            <dd>{job.worker}</dd>
          </>
        )}
        {job.deadline !== null && (
          <>
            <dt>{texts.deadline}</dt>
            <dd>
              <TimeText date={job.deadline} />
            </dd>
          </>
        )}
        <dt>{texts.retries}</dt>
        <dd>
          {isOpen ? (
            <form
              className="inline-form"
              onSubmit={(event) => {
                event.preventDefault();
                if (retries !== undefined) update.mutate({ path: { jobKey }, body: { changeset: { retries } } });
              }}
            >
              <NumberInput
                id="job-retries"
                size="sm"
                label={texts.retries}
                hideLabel
                min={1}
                max={RETRIES_MAX}
                value={retries ?? job.retries}
                onChange={(_, { value }) => setRetries(Number(value))}
              />
              {retries !== undefined && retries !== job.retries && (
                <Button type="submit" size="sm" kind="tertiary" disabled={!(retries >= 1) || update.isPending}>
                  {texts.setRetries}
                </Button>
              )}
            </form>
          ) : (
            formats.number(job.retries)
          )}
        </dd>
        {isWorkedOn && (
          <>
            <dt>{texts.timeout}</dt>
            <dd>
              <form
                className="inline-form"
                onSubmit={(event) => {
                  event.preventDefault();
                  if (timeoutSeconds === undefined) return;
                  update.mutate({ path: { jobKey }, body: { changeset: { timeout: timeoutSeconds * SECOND_MS } } });
                }}
              >
                <NumberInput
                  id="job-timeout"
                  size="sm"
                  label={texts.timeout}
                  hideLabel
                  allowEmpty
                  min={1}
                  max={TIMEOUT_SECONDS_MAX}
                  value={timeoutSeconds ?? ''}
                  onChange={(_, { value }) => setTimeoutSeconds(value === '' ? undefined : Number(value))}
                />
                {timeoutSeconds !== undefined && (
                  <Button type="submit" size="sm" kind="tertiary" disabled={!(timeoutSeconds >= 1) || update.isPending}>
                    {texts.setTimeout}
                  </Button>
                )}
              </form>
            </dd>
          </>
        )}
      </dl>
    </section>
  );
}
