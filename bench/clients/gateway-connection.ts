import { Client, type ClientReadableStream, credentials, type MethodDefinition, status } from '@grpc/grpc-js';

/** Calls rpcs of one server over one connection with the plain library. */
export class GatewayConnection {
  readonly #client: Client;
  requests = 0;

  constructor(address: string) {
    this.#client = new Client(address, credentials.createInsecure());
  }

  call<Request, Response>(method: MethodDefinition<Request, Response>, request: Request): Promise<Response> {
    this.requests++;
    return new Promise((resolve, reject) => {
      this.#client.makeUnaryRequest(
        method.path,
        method.requestSerialize,
        method.responseDeserialize,
        request,
        (error, response) => {
          if (error !== null) reject(error);
          else resolve(response as Response);
        },
      );
    });
  }

  stream<Request, Response>(
    method: MethodDefinition<Request, Response>,
    request: Request,
  ): ClientReadableStream<Response> {
    return this.#client.makeServerStreamRequest(
      method.path,
      method.requestSerialize,
      method.responseDeserialize,
      request,
    );
  }

  close(): void {
    this.#client.close();
  }
}

export function isResourceExhausted(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === status.RESOURCE_EXHAUSTED;
}
