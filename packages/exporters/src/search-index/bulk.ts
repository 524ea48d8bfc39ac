/** Records on their way to a search engine, already rendered: a bulk is sent until each of them is taken. */
import { SearchServerError } from './errors.ts';
import type { SearchServer } from './search-server.ts';

/** Items whose answer is one of success. */
const isTaken = (status: number): boolean => status >= 200 && status < 300;

interface Operation {
  readonly id: string;
  /** Action and record, a line each. */
  readonly lines: Buffer;
}

export class Bulk {
  #operations: Operation[] = [];
  #bytes = 0;

  /** Records that are not taken yet. */
  get size(): number {
    return this.#operations.length;
  }

  get bytes(): number {
    return this.#bytes;
  }

  /** @param json a line. */
  add({ index, id, routing, json }: { index: string; id: string; routing: string; json: string }): void {
    const lines = Buffer.from(`{"index":{"_index":"${index}","_id":"${id}","routing":"${routing}"}}\n${json}\n`);
    this.#operations.push({ id, lines });
    this.#bytes += lines.length;
  }

  /**
   * Sends everything, in several requests where the server takes no larger ones. What is taken leaves the bulk.
   * @throws {SearchServerError} something is left.
   */
  async send(server: SearchServer): Promise<void> {
    const failures: ItemFailure[] = [];
    // Should a later part find no server, those before come again, under the same ids.
    const left = await this.#sendAll(server, this.#operations, failures);
    this.#operations = left;
    this.#bytes = left.reduce((sum, { lines }) => sum + lines.length, 0);
    const [failure] = failures;
    if (failure === undefined) return;
    throw new SearchServerError(
      `Expected all records of a bulk to be taken, but ${left.length} were refused, the first (${failure.id}) with ${failure.status}: ${failure.reason}`,
      failure.status,
    );
  }

  async #sendAll(server: SearchServer, operations: Operation[], failures: ItemFailure[]): Promise<Operation[]> {
    if (operations.length === 0) return [];
    const answer = await server.ask({
      method: 'POST',
      path: '/_bulk',
      lines: Buffer.concat(operations.map(({ lines }) => lines)),
    });
    if (answer.status === 413 && operations.length > 1) {
      const middle = operations.length >>> 1;
      const first = await this.#sendAll(server, operations.slice(0, middle), failures);
      return [...first, ...(await this.#sendAll(server, operations.slice(middle), failures))];
    }
    if (!isTaken(answer.status)) throw server.refusal('POST', '/_bulk', answer);
    return refusedItems(operations, answer.body, failures);
  }
}

interface ItemFailure {
  readonly id: string;
  readonly status: number;
  readonly reason: string;
}

interface BulkAnswer {
  readonly errors?: unknown;
  readonly items?: readonly {
    readonly index?: {
      readonly status?: unknown;
      readonly error?: { readonly type?: unknown; readonly reason?: unknown };
    };
  }[];
}

function refusedItems(operations: Operation[], body: unknown, failures: ItemFailure[]): Operation[] {
  const { errors, items } = (typeof body === 'object' && body !== null ? body : {}) as BulkAnswer;
  if (errors === false) return [];
  if (!Array.isArray(items) || items.length !== operations.length) {
    throw new SearchServerError('Expected an answer for each record of a bulk, but got something else');
  }
  return operations.filter(({ id }, position) => {
    const item = (items as NonNullable<BulkAnswer['items']>)[position]?.index;
    const status = Number(item?.status);
    if (isTaken(status)) return false;
    failures.push({ id, status, reason: `${String(item?.error?.reason)} (${String(item?.error?.type)})` });
    return true;
  });
}
