import { unsupportedError } from '../../dispatch/command-failure.ts';
import { type UnaryRpc, unaryRpc } from '../rpc-handler.ts';

/** @param what completes "This version cannot … yet". */
export function unimplemented(what: string): UnaryRpc {
  return unaryRpc(async () => {
    throw unsupportedError(`This version cannot ${what} yet`);
  });
}
