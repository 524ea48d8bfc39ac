import { completed, passThrough } from '../behavior/element-transitions.ts';
import type { ElementProcessor } from './element-processor.ts';

/** Waits for a token on every incoming flow, then sends one over every outgoing flow. */
export const parallelGateway: ElementProcessor = {
  guard(processing, element, scope) {
    const isReady = element.incoming.every(({ id }) => processing.state.takenFlows.has(scope.key, id));
    if (isReady) return undefined;
    return `Expected to be able to activate parallel gateway '${element.id}', but not all sequence flows have been taken.`;
  },

  consumes(element) {
    return element.incoming.map(({ id }) => id);
  },

  activate(processing, element, instance) {
    return completed(processing, passThrough(processing, instance), element.outgoing);
  },

  complete() {
    return undefined;
  },
};
