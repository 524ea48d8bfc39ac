import type { Key, StoredChanges, ValueTypeName, WatchedChanges } from '@waggle/protocol';
import type { ChangeSource } from '../src/changes/index.ts';

/** A source of changes that a test tells what to tell. */
export class ScriptedChanges implements ChangeSource {
  /** What was asked for, the latest last. */
  readonly watched: WatchedChanges[] = [];
  /** Resolves what `watch` returned; until it is set, that is resolved at once. */
  hold: Promise<void> | undefined;
  #listener: (changes: StoredChanges) => void = () => undefined;

  async watch(watched: WatchedChanges): Promise<void> {
    this.watched.push(watched);
    await this.hold;
  }

  onChanges(listener: (changes: StoredChanges) => void): void {
    this.#listener = listener;
  }

  tell(valueTypes: readonly ValueTypeName[], keys: readonly Key[]): void {
    this.#listener({
      everything: { valueTypes, processInstanceKeys: keys },
      ofInstances: new Map(keys.map((key) => [key, valueTypes])),
    });
  }
}
