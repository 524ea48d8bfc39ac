import type { ActivatedJob } from '@waggle/protocol';
import { checkTenantIds, type JobActivation } from '../../dispatch/index.ts';
import { activatedJobJson } from '../activated-job-json.ts';
import { ok } from '../answer.ts';
import { defineEndpoint, jsonBody } from '../endpoint.ts';
import { jsonArray, jsonObject } from '../json-text.ts';
import { jobActivationResult } from '../schemas/activated-job-result.ts';
import { jobActivationRequest } from '../schemas/job-activation-request.ts';

/** Characters of jobs from which on no more are fetched: the answer is built in memory as one text. */
const ANSWER_LENGTH_MAX = 16 * 1024 * 1024;

export const activateJobs = defineEndpoint({
  method: 'POST',
  path: '/jobs/activation',
  operationId: 'activateJobs',
  tag: 'Job',
  summary: 'Hands out jobs of a type, waiting for a first one if there is none',
  since: '8.6',
  body: jsonBody(jobActivationRequest),
  success: { status: 200, description: 'The jobs; possibly none.', schema: jobActivationResult },
  errors: [400, 500, 503],

  async handle(call) {
    const { body, dispatch } = call;
    // ASSIGNED means all tenants of the caller, which is the default one while multi-tenancy is off.
    const tenantIds = body.tenantFilter === 'ASSIGNED' ? [] : (body.tenantIds ?? []);
    const activation: JobActivation = {
      type: body.type,
      worker: body.worker ?? '',
      timeoutMs: body.timeout,
      maxJobs: body.maxJobsToActivate,
      fetchVariables: body.fetchVariable ?? [],
      tenantIds: checkTenantIds('request Activate Jobs', tenantIds),
      withLease: body.withLease ?? false,
      requestTimeoutMs: body.requestTimeout ?? 0,
    };
    const taken: ActivatedJob[] = [];
    const texts: string[] = [];
    let length = 0;
    const client = call.watchClient();
    await dispatch.jobActivator.activate(activation, {
      signal: client.signal,
      take(jobs) {
        for (const job of jobs) {
          const text = activatedJobJson(job);
          taken.push(job);
          texts.push(text);
          length += text.length;
        }
        if (length >= ANSWER_LENGTH_MAX) client.abort();
      },
    });
    // The client may have left after the last batch; nobody would work on its jobs until they time out.
    const onUnsent = taken.length === 0 ? undefined : () => void dispatch.jobActivator.giveBack(taken);
    return { ...ok(jsonObject({ jobs: jsonArray(texts) })), onUnsent };
  },
});
