/** First in, first out, bounded by count and bytes. Takes amortised constant time, also for long queues. */
export class CommandQueue<Item> {
  readonly #itemsMax: number;
  readonly #bytesMax: number;
  #items: { readonly item: Item; readonly bytes: number }[] = [];
  #head = 0;
  #bytes = 0;

  constructor(itemsMax: number, bytesMax: number) {
    this.#itemsMax = itemsMax;
    this.#bytesMax = bytesMax;
  }

  get length(): number {
    return this.#items.length - this.#head;
  }

  get bytes(): number {
    return this.#bytes;
  }

  /** @returns `false` when there is no room; the item was not added. */
  offer(item: Item, bytes: number): boolean {
    if (this.length >= this.#itemsMax || this.#bytes + bytes > this.#bytesMax) return false;
    this.#items.push({ item, bytes });
    this.#bytes += bytes;
    return true;
  }

  take(): Item | undefined {
    const entry = this.#items[this.#head];
    if (entry === undefined) return undefined;
    this.#head++;
    this.#bytes -= entry.bytes;
    // Moving the rest to the front for every item would be quadratic; doing it once half is used up is not.
    if (this.#head * 2 >= this.#items.length) {
      this.#items = this.#items.slice(this.#head);
      this.#head = 0;
    }
    return entry.item;
  }

  takeAll(): readonly Item[] {
    const items = this.#items.slice(this.#head).map(({ item }) => item);
    this.#items = [];
    this.#head = 0;
    this.#bytes = 0;
    return items;
  }
}
