import type { Key } from '@waggle/protocol';
import type { Processing } from '../../processing.ts';

/** Whether nothing of an instance may move on. One that is being resumed moves already. */
export function isSuspended({ state }: Pick<Processing, 'state'>, processInstanceKey: Key): boolean {
  return state.suspensions.get(processInstanceKey) === 'SUSPENDED';
}
