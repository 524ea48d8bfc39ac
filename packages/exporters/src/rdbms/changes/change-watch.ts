/** What the export's thread tells those who watch, seen from outside: threads come and go, who watches stays. */
import { type StoredChanges, ValueType, type ValueTypeName, type WatchedChanges } from '@waggle/protocol';

const valueTypeNames = Object.keys(ValueType) as ValueTypeName[];

/** To the thread. */
export interface WatchMessage {
  readonly kind: 'watch';
  /** Comes back when the thread does so. */
  readonly number: number;
  readonly watched: WatchedChanges;
}

export class ChangeWatch {
  readonly #post: (message: WatchMessage) => void;
  #listener: (changes: StoredChanges) => void = () => undefined;
  #message: WatchMessage = { kind: 'watch', number: 0, watched: { isEverything: false, processInstanceKeys: [] } };
  /** By the number they wait for. */
  readonly #waiting = new Map<number, () => void>();
  #hasMissed = false;

  /** @param post sends to the thread; without one it may do nothing. */
  constructor(post: (message: WatchMessage) => void) {
    this.#post = post;
  }

  /**
   * Says what is watched from now on, in place of what was.
   * @returns resolves when nothing of it is missed any more, be it late; it never rejects.
   */
  watch(watched: WatchedChanges): Promise<void> {
    const number = this.#message.number + 1;
    this.#message = { kind: 'watch', number, watched };
    return new Promise((resolve) => {
      this.#waiting.set(number, resolve);
      this.#post(this.#message);
    });
  }

  /** @param listener gets what was stored, collected over a short time. There is one. */
  onChanges(listener: (changes: StoredChanges) => void): void {
    this.#listener = listener;
  }

  /** A thread runs that was told nothing. The one before may have stored something and not told it any more. */
  started(): void {
    const { isEverything, processInstanceKeys } = this.#message.watched;
    if (!isEverything && processInstanceKeys.length === 0 && this.#waiting.size === 0) return;
    this.#hasMissed = true;
    this.#post(this.#message);
  }

  /** The thread watches what it was told. */
  watching(number: number): void {
    for (const [each, resolve] of this.#waiting) {
      if (each > number) continue;
      this.#waiting.delete(each);
      resolve();
    }
    if (!this.#hasMissed || number < this.#message.number) return;
    this.#hasMissed = false;
    const { isEverything, processInstanceKeys } = this.#message.watched;
    this.#listener({
      everything: isEverything ? { valueTypes: valueTypeNames, processInstanceKeys: undefined } : undefined,
      ofInstances: new Map(processInstanceKeys.map((key) => [key, valueTypeNames])),
    });
  }

  changed(changes: StoredChanges): void {
    this.#listener(changes);
  }
}
