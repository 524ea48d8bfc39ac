import { type ServerWritableStream, status, type UntypedServiceImplementation } from '@grpc/grpc-js';
import { GATEWAY_SERVICE_NAME } from './gateway-definition.ts';
import type { OpenStreams } from './open-streams.ts';

/** `HealthCheckResponse.ServingStatus`. */
export const ServingStatus = { UNKNOWN: 0, SERVING: 1, NOT_SERVING: 2, SERVICE_UNKNOWN: 3 } as const;

interface HealthCheckRequest {
  readonly service: string;
}

/** The empty name stands for the server as a whole. */
const knownServices: ReadonlySet<string> = new Set(['', GATEWAY_SERVICE_NAME]);

/** `grpc.health.v1.Health`: serving from the first moment until the shutdown begins. */
export function healthImplementation(openStreams: OpenStreams): UntypedServiceImplementation {
  const current = () => (openStreams.isShutDown ? ServingStatus.NOT_SERVING : ServingStatus.SERVING);
  return {
    Check(call: { readonly request: HealthCheckRequest }, callback: (error: object | null, value?: object) => void) {
      const { service } = call.request;
      if (knownServices.has(service)) callback(null, { status: current() });
      else callback({ code: status.NOT_FOUND, details: `Expected a known service, but got '${service}'` });
    },

    Watch(call: ServerWritableStream<HealthCheckRequest, object>) {
      if (!knownServices.has(call.request.service)) {
        // Stays open, as the protocol demands: the service could appear.
        call.write({ status: ServingStatus.SERVICE_UNKNOWN });
      } else {
        call.write({ status: current() });
      }
      const forget = openStreams.add(() => {
        if (knownServices.has(call.request.service)) call.write({ status: ServingStatus.NOT_SERVING });
        call.emit('error', { code: status.UNAVAILABLE, details: 'The gateway is shutting down.' });
      });
      call.once('cancelled', forget);
    },
  };
}
