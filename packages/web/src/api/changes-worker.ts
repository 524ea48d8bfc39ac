/** Entry of the worker that all windows of a browser share: they have one stream of changes in common. */
import { ChangeStream, serveChanges } from './change-stream.ts';

const stream = new ChangeStream({ origin: location.origin });

globalThis.addEventListener('connect', (event) => {
  for (const port of (event as MessageEvent).ports) serveChanges(stream, port);
});
