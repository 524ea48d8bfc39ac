import type { LogBatch, StateStore } from '@waggle/engine';
import { createFailingLog, createMemoryLog, type FailurePlan } from '@waggle/log';
import { createMemoryStateStore } from '@waggle/state';
import { onTestFinished } from 'vitest';
import { type Broker, startBroker } from '../src/broker.ts';
import type { BrokerOptions } from '../src/broker-options.ts';

/** Starts a broker that is closed when the test is over. */
export async function testBroker(options: BrokerOptions): Promise<Broker> {
  const broker = await startBroker(options);
  onTestFinished(() => broker.close());
  return broker;
}

export interface OneLog {
  readonly storage: BrokerOptions['storage'];
  /** State stores in the order they were opened. */
  readonly states: readonly StateStore[];
}

/**
 * Storage in memory whose log fails or holds as planned, each time it is opened by the next plan; records survive, the
 * state does not.
 */
export function plannedStorage(...plans: readonly FailurePlan[]): OneLog {
  const batches: LogBatch[] = [];
  const states: StateStore[] = [];
  let opened = 0;
  return {
    states,
    storage: () => ({
      openState: async () => {
        const state = createMemoryStateStore();
        states.push(state);
        return state;
      },
      openLog: async () => createFailingLog(createMemoryLog({ storage: batches }), plans[opened++] ?? {}),
      removeState: async () => undefined,
      isVolatile: false,
      hasRoom: async () => true,
      exportersFolder: undefined,
    }),
  };
}
