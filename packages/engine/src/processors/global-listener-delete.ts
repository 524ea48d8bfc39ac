import { GlobalListenerIntent, type GlobalListenerValue } from '@waggle/protocol';
import { changeGlobalListener, presentListener } from '../behavior/listeners/global-listener-changes.ts';
import type { Processor } from './processor.ts';

/** Takes a global listener away. Transitions under way still ask it. */
export const globalListenerDelete: Processor<GlobalListenerValue> = (processing, command) =>
  changeGlobalListener(processing, command, GlobalListenerIntent.DELETED, (_processing, { id }) =>
    presentListener(processing, id),
  );
