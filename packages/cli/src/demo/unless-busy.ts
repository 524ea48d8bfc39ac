import { setTimeout as sleep } from 'node:timers/promises';
import { hasCode } from './unless-gone.ts';

/** Half a minute in all: a server that is still busy then has other sorrows than a demo. */
const [RETRY_MS, RETRIES_MAX] = [250, 120];

/** A server that is too busy did nothing of what it was asked for, so it can be asked again. */
export async function unlessBusy<Answer>(request: () => Promise<Answer>, signal: AbortSignal): Promise<Answer> {
  for (let retries = 0; ; retries += 1) {
    try {
      return await request();
    } catch (error) {
      if (!hasCode(error, 'SERVER_BUSY') || retries === RETRIES_MAX) throw error;
    }
    await sleep(RETRY_MS, undefined, { signal });
  }
}
