import {
  type handleServerStreamingCall,
  type handleUnaryCall,
  status,
  type UntypedServiceImplementation,
} from '@grpc/grpc-js';
import type { Dispatch } from '../dispatch/dispatch.ts';
import { type GrpcStatus, toGrpcStatus } from './grpc-status.ts';
import type { OpenStreams } from './open-streams.ts';
import type { RequestObserver } from './request-observer.ts';
import type { StreamRpc, UnaryRpc } from './rpc-handler.ts';
import { rpcHandlers } from './rpc-handlers.ts';

export interface ServiceContext {
  readonly dispatch: Dispatch;
  readonly observer: RequestObserver;
  readonly openStreams: OpenStreams;
}

const shuttingDown: GrpcStatus = {
  code: status.UNAVAILABLE,
  details: 'The gateway is shutting down. Connect again later.',
};

const tooLate: GrpcStatus = {
  code: status.DEADLINE_EXCEEDED,
  details: 'Expected to start the call before its deadline, but the deadline has passed: nothing was sent',
};

/** The table of rpcs in the form the server library calls. */
export function serviceImplementation(context: ServiceContext): UntypedServiceImplementation {
  return Object.fromEntries(
    Object.entries(rpcHandlers).map(([name, rpc]) => [
      name,
      rpc.kind === 'unary' ? unaryImplementation(name, rpc, context) : streamImplementation(name, rpc, context),
    ]),
  );
}

function unaryImplementation(
  name: string,
  rpc: UnaryRpc,
  { dispatch, observer }: ServiceContext,
): handleUnaryCall<object, object> {
  return (call, callback) => {
    const startMs = performance.now();
    if (call.cancelled || isPast(call.getDeadline())) {
      observer.finished(name, tooLate.code, startMs);
      callback(tooLate);
      return;
    }
    rpc.handle(call.request, dispatch).then(
      (response) => {
        callback(null, response);
        observer.finished(name, status.OK, startMs);
      },
      (error: unknown) => {
        const failed = toGrpcStatus(error);
        callback(failed);
        observer.finished(name, failed.code, startMs, error);
      },
    );
  };
}

function streamImplementation(
  name: string,
  rpc: StreamRpc,
  { dispatch, observer, openStreams }: ServiceContext,
): handleServerStreamingCall<object, object> {
  return (call) => {
    const startMs = performance.now();
    const gone = new AbortController();
    let isCancelled = call.cancelled;
    const forget = openStreams.add(() => gone.abort());
    call.once('cancelled', () => {
      isCancelled = true;
      gone.abort();
    });
    if (isCancelled) gone.abort();
    rpc
      .handle(call, dispatch, gone.signal)
      .then(
        () => (isCancelled || !openStreams.isShutDown ? undefined : shuttingDown),
        (error: unknown) => ({ ...toGrpcStatus(error), cause: error }),
      )
      .then((failed: (GrpcStatus & { readonly cause?: unknown }) | undefined) => {
        forget();
        const code = isCancelled ? status.CANCELLED : (failed?.code ?? status.OK);
        if (failed === undefined) call.end();
        else call.emit('error', failed);
        observer.finished(name, code, startMs, failed?.cause);
      });
  };
}

function isPast(deadline: Date | number): boolean {
  return Number(deadline) <= Date.now();
}
