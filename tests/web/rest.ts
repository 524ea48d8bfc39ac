/** What tests of pages ask and tell the server beside the page. */
import { expect } from 'vitest';

// biome-ignore lint/suspicious/noExplicitAny: tests look into answers without declaring them once more.
export type Answer = any;

/** How many a search finds. */
export function totalOf(answer: Answer): number {
  return answer.page.totalItems;
}

export class Rest {
  readonly #server: string;

  /** @param server `http://host:port` */
  constructor(server: string) {
    this.#server = server;
  }

  async post(path: string, body: object = {}): Promise<Answer> {
    const answer = await fetch(`${this.#server}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    const text = await answer.text();
    expect(answer.ok, `POST ${path}: ${answer.status} ${text}`).toBe(true);
    return text === '' ? undefined : JSON.parse(text);
  }

  async get(path: string): Promise<Answer> {
    const answer = await fetch(`${this.#server}${path}`);
    expect(answer.ok, `GET ${path}: ${answer.status}`).toBe(true);
    return answer.json();
  }

  /** Of an answer that may be a problem. */
  async status(path: string): Promise<number> {
    return (await fetch(`${this.#server}${path}`)).status;
  }

  /** @returns the key of the first process. */
  async deploy(...models: readonly string[]): Promise<string> {
    const form = new FormData();
    for (const [index, xml] of models.entries()) form.append('resources', new Blob([xml]), `model-${index}.bpmn`);
    const answer = await fetch(`${this.#server}/v2/deployments`, { method: 'POST', body: form });
    const deployed = (await answer.json()) as Answer;
    expect(answer.ok, JSON.stringify(deployed)).toBe(true);
    return deployed.deployments[0].processDefinition.processDefinitionKey;
  }

  /** @returns the key of the instance. */
  async start(processDefinitionId: string, variables: object = {}, more: object = {}): Promise<string> {
    const { processInstanceKey } = await this.post('/v2/process-instances', {
      processDefinitionId,
      variables,
      ...more,
    });
    return processInstanceKey;
  }

  /** @returns the key of the next job of a type, activated for a minute. */
  async activateJob(type: string): Promise<string> {
    const { jobs } = await this.post('/v2/jobs/activation', { type, timeout: 60_000, maxJobsToActivate: 1 });
    expect(jobs, type).toHaveLength(1);
    return jobs[0].jobKey;
  }

  /** Makes the next job of a type fail for good. */
  async failJob(type: string, errorMessage: string): Promise<void> {
    const { jobs } = await this.post('/v2/jobs/activation', { type, timeout: 60_000, maxJobsToActivate: 1 });
    await this.post(`/v2/jobs/${jobs[0].jobKey}/failure`, { retries: 0, errorMessage });
  }

  async completeJob(type: string, variables: object = {}): Promise<void> {
    const { jobs } = await this.post('/v2/jobs/activation', { type, timeout: 60_000, maxJobsToActivate: 1 });
    await this.post(`/v2/jobs/${jobs[0].jobKey}/completion`, { variables });
  }

  async search(path: string, filter: object): Promise<readonly Answer[]> {
    return (await this.post(path, { filter })).items;
  }

  async instance(processInstanceKey: string): Promise<Answer> {
    return this.get(`/v2/process-instances/${processInstanceKey}`);
  }

  /** A model of any kind under a file name, which tells the kind. */
  async deployFile(name: string, model: string): Promise<void> {
    const form = new FormData();
    form.append('resources', new Blob([model]), name);
    const answer = await fetch(`${this.#server}/v2/deployments`, { method: 'POST', body: form });
    expect(answer.ok, `${name}: ${await answer.text()}`).toBe(true);
  }

  /** Searches until the answer is as wanted: what was done is found a moment later. */
  async searchUntil(path: string, body: object, isWanted: (answer: Answer) => boolean): Promise<void> {
    await expect.poll(async () => isWanted(await this.post(path, body)), { timeout: 10_000 }).toBe(true);
  }

  async getUntil(path: string, isWanted: (answer: Answer) => boolean): Promise<void> {
    await expect.poll(async () => isWanted(await this.get(path)), { timeout: 10_000 }).toBe(true);
  }
}
