import type { ServerWritableStream } from '@grpc/grpc-js';
import type { Dispatch } from '../dispatch/dispatch.ts';

/**
 * One rpc. Requests come as the loader decodes them: int64 is decimal text, enums are numbers, absent fields carry
 * their proto3 default and absent `optional` ones are `undefined`. Whatever a handler throws becomes the status.
 */
export type RpcHandler = UnaryRpc | StreamRpc;

export interface UnaryRpc {
  readonly kind: 'unary';
  handle(request: object, dispatch: Dispatch): Promise<object>;
}

export interface StreamRpc {
  readonly kind: 'stream';
  /**
   * Resolves when the stream shall end in good order, rejects when not.
   * @param signal aborts when the client is gone, its deadline has passed or the gateway shuts down.
   */
  handle(call: ServerWritableStream<object, object>, dispatch: Dispatch, signal: AbortSignal): Promise<void>;
}

export function unaryRpc<Request extends object>(
  handle: (request: Request, dispatch: Dispatch) => Promise<object>,
): UnaryRpc {
  // The loader decoded the request with the definition that `Request` mirrors.
  return { kind: 'unary', handle: (request, dispatch) => handle(request as Request, dispatch) };
}

export function streamRpc<Request extends object, Message extends object>(
  handle: (call: ServerWritableStream<Request, Message>, dispatch: Dispatch, signal: AbortSignal) => Promise<void>,
): StreamRpc {
  return {
    kind: 'stream',
    handle: (call, dispatch, signal) => handle(call as ServerWritableStream<Request, Message>, dispatch, signal),
  };
}
