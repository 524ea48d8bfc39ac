import type { LogRecord } from '@waggle/protocol';
import type { EngineState } from '../state/engine-state.ts';

/** Folds one event into the state: no decision, no clock, no configuration. Frozen once released. */
export type Applier<Value> = (state: EngineState, record: LogRecord<Value>) => void;
