import {
  type CommandRequest,
  type GlobalListenerIntent,
  GlobalListenerSource,
  type GlobalListenerValue,
  NO_KEY,
  ValueType,
} from '@waggle/protocol';

/** What a client says of a listener for the user tasks of every process. */
export type GlobalListenerInput = Omit<GlobalListenerValue, 'globalListenerKey' | 'source'>;

export function globalListenerCommand(
  intent: GlobalListenerIntent,
  input: GlobalListenerInput,
): CommandRequest<typeof ValueType.GLOBAL_LISTENER> {
  return {
    valueType: ValueType.GLOBAL_LISTENER,
    intent,
    key: NO_KEY,
    value: { ...input, globalListenerKey: NO_KEY, source: GlobalListenerSource.API },
  };
}
