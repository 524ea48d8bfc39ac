import { once } from 'node:events';
import { get, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';

/** Reads server-sent events as a client does. */
export interface ServerEvent {
  readonly name: string;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into events without declaring them once more.
  readonly data: any;
}

export class EventReader {
  readonly headers: IncomingHttpHeaders;
  /** What came, as it came. */
  text = '';
  readonly events: ServerEvent[] = [];
  /** Resolves when the answer is over; `false` = it was cut. */
  readonly ended: Promise<boolean>;
  readonly #response: IncomingMessage;
  #seen = 0;
  #onEvent: () => void = () => undefined;

  /** On a connection of its own, as one that is not over lasts. @throws an answer other than 200. */
  static async open(url: string): Promise<EventReader> {
    const [response] = (await once(get(url, { agent: false }), 'response')) as [IncomingMessage];
    if (response.statusCode === 200) return new EventReader(response);
    response.destroy();
    throw new Error(`Expected events, but got the status ${response.statusCode}`);
  }

  constructor(response: IncomingMessage) {
    this.#response = response;
    this.headers = response.headers;
    this.ended = this.#read().then(
      () => true,
      () => false,
    );
  }

  /** The next event that fits; those before it are passed over. */
  async next(fits: (event: ServerEvent) => boolean = () => true): Promise<ServerEvent> {
    for (;;) {
      const event = this.events[this.#seen];
      if (event === undefined) {
        await new Promise<void>((resolve) => {
          this.#onEvent = resolve;
        });
      } else {
        this.#seen++;
        if (fits(event)) return event;
      }
    }
  }

  async close(): Promise<void> {
    this.#response.destroy();
    await this.ended;
  }

  async #read(): Promise<void> {
    const decoder = new TextDecoder();
    let rest = '';
    for await (const chunk of this.#response) {
      const text = decoder.decode(chunk, { stream: true });
      this.text += text;
      const blocks = (rest + text).split('\n\n');
      rest = blocks.pop()!;
      for (const block of blocks) this.#add(block);
      this.#onEvent();
    }
  }

  #add(block: string): void {
    const fields = new Map(
      block.split('\n').map((line) => [line.split(':', 1)[0]!, line.slice(line.indexOf(': ') + 2)]),
    );
    const name = fields.get('event');
    if (name !== undefined) this.events.push({ name, data: JSON.parse(fields.get('data')!) });
  }
}
