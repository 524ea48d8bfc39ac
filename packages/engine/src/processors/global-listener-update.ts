import { GlobalListenerIntent, type GlobalListenerValue } from '@waggle/protocol';
import { changeGlobalListener, presentListener } from '../behavior/listeners/global-listener-changes.ts';
import { checkGlobalListener } from '../behavior/listeners/global-listener-check.ts';
import type { Processing } from '../processing.ts';
import { Rejection } from '../rejection.ts';
import type { Processor } from './processor.ts';

/** Changes a global listener. Transitions under way still ask it as it was. */
export const globalListenerUpdate: Processor<GlobalListenerValue> = (processing, command) =>
  changeGlobalListener(processing, command, GlobalListenerIntent.UPDATED, decide);

function decide(processing: Processing, value: GlobalListenerValue): GlobalListenerValue | Rejection {
  const present = presentListener(processing, value.id);
  if (present instanceof Rejection) return present;
  return checkGlobalListener(value) ?? { ...value, globalListenerKey: present.globalListenerKey };
}
