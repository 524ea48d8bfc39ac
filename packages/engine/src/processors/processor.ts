import type { LogRecord } from '@waggle/protocol';
import type { Processing } from '../processing.ts';

/** Decides one kind of command: writes events, follow-up commands, or a rejection. Every command writes at least one record. */
export type Processor<Value> = (processing: Processing, command: LogRecord<Value>) => void;
