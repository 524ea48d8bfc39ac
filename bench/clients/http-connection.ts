/**
 * HTTP/1.1 over one kept-alive socket, one request at a time. Written for this bench: what the client spends is taken
 * from the server on a small machine, and the libraries spend more than the server does.
 */
import { connect, type Socket } from 'node:net';

export interface HttpAnswer {
  readonly status: number;
  readonly body: string;
}

const HEADER_END = '\r\n\r\n';

export class HttpConnection {
  readonly #socket: Socket;
  readonly #host: string;
  #received = '';
  #answer: PromiseWithResolvers<HttpAnswer> | undefined;

  constructor(address: URL) {
    this.#host = address.host;
    this.#socket = connect({ host: address.hostname, port: Number(address.port), noDelay: true });
    // Bodies are ASCII here, so characters are bytes and `content-length` counts both.
    this.#socket.setEncoding('latin1');
    this.#socket.on('data', (chunk: string) => this.#receive(chunk));
    this.#socket.on('error', (error) => this.#answer?.reject(error));
    this.#socket.on('close', () => this.#answer?.reject(new Error('Expected an answer, but the server hung up')));
  }

  post(path: string, body: string, contentType = 'application/json'): Promise<HttpAnswer> {
    this.#answer = Promise.withResolvers();
    this.#socket.write(
      `POST ${path} HTTP/1.1\r\nhost: ${this.#host}\r\ncontent-type: ${contentType}\r\ncontent-length: ${body.length}${HEADER_END}${body}`,
      'latin1',
    );
    return this.#answer.promise;
  }

  close(): void {
    this.#answer = undefined;
    this.#socket.destroy();
  }

  #receive(chunk: string): void {
    this.#received += chunk;
    const headerLength = this.#received.indexOf(HEADER_END);
    if (headerLength < 0) return;
    const header = this.#received.slice(0, headerLength);
    const status = Number(header.slice(9, 12));
    const length = /\r\ncontent-length: *(\d+)/i.exec(header)?.[1];
    if (length === undefined && status !== 204) throw new Error(`Expected a content-length, but got:\n${header}`);
    const bodyStart = headerLength + HEADER_END.length;
    const bodyEnd = bodyStart + Number(length ?? 0);
    if (this.#received.length < bodyEnd) return;
    const body = this.#received.slice(bodyStart, bodyEnd);
    this.#received = this.#received.slice(bodyEnd);
    const answer = this.#answer;
    this.#answer = undefined;
    answer?.resolve({ status, body });
  }
}
