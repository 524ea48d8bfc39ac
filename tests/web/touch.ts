import type { Page } from 'playwright-core';

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Moves one finger or more, as a hand would; pointers of scripts are no touch. @param ways from where to where. */
export async function moveFingers(page: Page, ...ways: readonly { readonly from: Point; readonly to: Point }[]) {
  const session = await page.context().newCDPSession(page);
  const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', touchPoints: readonly Point[]) =>
    session.send('Input.dispatchTouchEvent', { type, touchPoints: touchPoints.map((point, id) => ({ ...point, id })) });
  const steps = 5;
  await send(
    'touchStart',
    ways.map(({ from }) => from),
  );
  for (let step = 1; step <= steps; step += 1) {
    await send(
      'touchMove',
      ways.map(({ from, to }) => ({
        x: from.x + ((to.x - from.x) * step) / steps,
        y: from.y + ((to.y - from.y) * step) / steps,
      })),
    );
  }
  await send('touchEnd', []);
  await session.detach();
}
