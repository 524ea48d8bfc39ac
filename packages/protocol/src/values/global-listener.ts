import type { ValueCodec } from '../encoding/value-codec.ts';
import type { Key } from '../key.ts';

export const GlobalListenerSource = { CONFIGURATION: 0, API: 1 } as const;
export type GlobalListenerSourceName = keyof typeof GlobalListenerSource;
export type GlobalListenerSource = (typeof GlobalListenerSource)[GlobalListenerSourceName];

/** Moments in the life of a user task; `all` are all of them. */
export const globalListenerEventTypes = [
  'all',
  'creating',
  'assigning',
  'updating',
  'completing',
  'canceling',
] as const;

/** Ids that clients and configurations choose. */
export const GLOBAL_LISTENER_ID = /^[A-Za-z0-9_~@.+-]{1,256}$/;

/** What holds for a listener of which nothing else is said: Camunda's defaults. */
export const globalListenerDefaults = { retries: 3, isAfterNonGlobal: false, priority: 50 } as const;

/** Every transition of every user task looks through all of them. */
export const GLOBAL_LISTENERS_MAX = 1000;

/** A listener for the user tasks of every process. */
export interface GlobalListenerValue {
  readonly globalListenerKey: Key;
  readonly id: string;
  /** Job type. */
  readonly type: string;
  readonly retries: number;
  /** `creating`, `assigning`, `updating`, `completing`, `canceling` or `all`. */
  readonly eventTypes: readonly string[];
  /** Runs behind the model's own listeners. */
  readonly isAfterNonGlobal: boolean;
  /** Higher ones run first. */
  readonly priority: number;
  readonly source: GlobalListenerSource;
}

/** A listener as clients and configurations describe it. */
export type GlobalListenerDescription = Omit<GlobalListenerValue, 'globalListenerKey' | 'source'>;

export const globalListenerCodec: ValueCodec<GlobalListenerValue> = {
  write(writer, value) {
    writer.arrayHeader(8);
    writer.key(value.globalListenerKey);
    writer.text(value.id);
    writer.text(value.type);
    writer.integer(value.retries);
    writer.texts(value.eventTypes);
    writer.boolean(value.isAfterNonGlobal);
    writer.integer(value.priority);
    writer.integer(value.source);
  },
  read(reader) {
    return {
      globalListenerKey: reader.key(),
      id: reader.text(),
      type: reader.text(),
      retries: reader.integer(),
      eventTypes: reader.texts(),
      isAfterNonGlobal: reader.boolean(),
      priority: reader.integer(),
      source: reader.integer() as GlobalListenerSource,
    };
  },
};
