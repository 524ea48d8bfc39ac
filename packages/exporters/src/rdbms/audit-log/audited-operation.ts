import type { LogRecord, RecordValues, RejectionType, ValueType } from '@waggle/protocol';
import type { RowOf } from '@waggle/secondary-storage';

export type AuditLogRow = RowOf<'audit_log'>;

/** What is recorded of the operations that a value type tells. */
export interface AuditedOperations<Type extends ValueType> {
  readonly category: 'ADMIN' | 'DEPLOYED_RESOURCES' | 'USER_TASKS';
  readonly entityType: string;
  /** Operation types by the intents of the events that tell them. */
  readonly events: Readonly<Record<number, string>>;
  /** Operation types by the intents of commands, whose rejections are recorded too. */
  readonly rejections?: Readonly<Record<number, string>>;
  readonly rejectionTypes?: readonly RejectionType[];
  /** Value types of the commands that an operation is asked for by. Default: the same. */
  readonly askedBy?: readonly ValueType[];
  /** Every partition has records of it; the one that its keys come from tells the operation. */
  readonly isDistributed?: true;
  /** The event tells a client's operation, whoever's command comes right before it: others got their say in between. */
  readonly isOperation?: (value: RecordValues[Type]) => boolean;
  /** What the usual keys of a value do not tell. */
  readonly details?: (record: LogRecord<RecordValues[Type]>) => Partial<AuditLogRow>;
}
