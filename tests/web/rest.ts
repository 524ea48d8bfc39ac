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

  async send(method: string, path: string, body?: object): Promise<Answer> {
    const answer = await fetch(`${this.#server}${path}`, {
      method,
      ...(body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    expect(answer.ok, `${method} ${path}: ${answer.status} ${text}`).toBe(true);
    return text === '' ? undefined : JSON.parse(text);
  }

  post(path: string, body: object = {}): Promise<Answer> {
    return this.send('POST', path, body);
  }

  get(path: string): Promise<Answer> {
    return this.send('GET', path);
  }

  /** Of an answer that may be a problem. */
  async status(path: string): Promise<number> {
    return (await fetch(`${this.#server}${path}`)).status;
  }

  /** @returns the key of the first process. */
  async deploy(...models: readonly string[]): Promise<string> {
    const { deployments } = await this.deployFiles(
      Object.fromEntries(models.map((xml, index) => [`model-${index}.bpmn`, xml])),
    );
    return deployments[0].processDefinition.processDefinitionKey;
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
    await this.post(`/v2/jobs/${await this.activateJob(type)}/failure`, { retries: 0, errorMessage });
  }

  async completeJob(type: string, variables: object = {}): Promise<void> {
    await this.post(`/v2/jobs/${await this.activateJob(type)}/completion`, { variables });
  }

  async search(path: string, filter: object): Promise<readonly Answer[]> {
    return (await this.post(path, { filter })).items;
  }

  async instance(processInstanceKey: string): Promise<Answer> {
    return this.get(`/v2/process-instances/${processInstanceKey}`);
  }

  /** Models of any kind by file names, which tell the kind. */
  async deployFiles(models: Readonly<Record<string, string>>): Promise<Answer> {
    const form = new FormData();
    for (const [name, text] of Object.entries(models)) form.append('resources', new Blob([text]), name);
    const answer = await fetch(`${this.#server}/v2/deployments`, { method: 'POST', body: form });
    const deployed = (await answer.json()) as Answer;
    expect(answer.ok, JSON.stringify(deployed)).toBe(true);
    return deployed;
  }

  /** Searches until the answer is as wanted: what was done is found a moment later. */
  async searchUntil(path: string, body: object, isWanted: (answer: Answer) => boolean): Promise<void> {
    await expect.poll(async () => isWanted(await this.post(path, body)), { timeout: 10_000 }).toBe(true);
  }

  async getUntil(path: string, isWanted: (answer: Answer) => boolean): Promise<void> {
    await expect.poll(async () => isWanted(await this.get(path)), { timeout: 10_000 }).toBe(true);
  }
}
