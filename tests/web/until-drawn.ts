import type { Page } from 'playwright-core';

/** The page is there and what it first shows has come. Not when the network is idle: the stream of changes never is. */
export async function untilDrawn(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).first().waitFor({ state: 'attached' });
  await page.waitForFunction(
    () => document.querySelector('.page-skeleton, .cds--skeleton__text, [aria-busy=true]') === null,
  );
  await untilPainted(page);
}

/** Twice: what happens in a frame is told, or begins to move, after it. */
export async function untilPainted(page: Page): Promise<void> {
  await page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve(undefined)))),
  );
}
