import { type HttpAnswer, HttpConnection } from './http-connection.ts';

/** The server has no room now: the one title of a 503 that asks to come again. */
export class RefusedForRoom extends Error {
  override readonly name = 'RefusedForRoom';
}

/** Kept-alive connections to one server, as many as requests are under way at once. */
export class HttpPool {
  readonly #address: URL;
  readonly #free: HttpConnection[] = [];
  requests = 0;

  constructor(address: string) {
    this.#address = new URL(address);
  }

  /** @throws {RefusedForRoom} @throws {Error} any other answer than success. */
  async post(path: string, body: string, contentType?: string): Promise<string> {
    this.requests++;
    const connection = this.#free.pop() ?? new HttpConnection(this.#address);
    const answer = await connection.post(path, body, contentType);
    this.#free.push(connection);
    if (answer.status < 300) return answer.body;
    throw refusalOf(path, answer);
  }
}

function refusalOf(path: string, { status, body }: HttpAnswer): Error {
  if (status === 503 && body.includes('RESOURCE_EXHAUSTED')) return new RefusedForRoom(body);
  return new Error(`Expected ${path} to succeed, but got ${status}: ${body}`);
}
