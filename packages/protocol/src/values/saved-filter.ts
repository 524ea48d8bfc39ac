import type { ValueCodec } from '../encoding/value-codec.ts';
import { type Key, NO_KEY } from '../key.ts';

/** The apps whose lists have filters to save. */
export const savedFilterApps = ['operate', 'tasklist'] as const;
export type SavedFilterApp = (typeof savedFilterApps)[number];

/** Of a server: its first partition keeps the names of all, and each saving looks through them. */
export const SAVED_FILTERS_MAX = 1_000;
/** Characters: a name is read in a list of names. */
export const SAVED_FILTER_NAME_LENGTH_MAX = 100;
/** Bytes of the JSON text in UTF-8: many times what the largest form of conditions makes. */
export const SAVED_FILTER_CONTENT_BYTES_MAX = 16 * 1024;

/** A filter that a person named, for lists of an app. Ours alone: Camunda's apps keep such in the browser. */
export interface SavedFilterValue {
  /** NO_KEY in the command that creates it. */
  readonly savedFilterKey: Key;
  readonly app: SavedFilterApp;
  /** Who made it, as the client says. Of an app and owner no two filters have the same name. */
  readonly owner: string;
  readonly name: string;
  /** Others are to see it too. */
  readonly isShared: boolean;
  /** JSON object text that only the app understands; empty when it is deleted. */
  readonly content: string;
  /** Epoch ms; -1 in commands. */
  readonly creationTimestamp: number;
}

/** What a command says; one that names its filter by key leaves the rest unsaid. */
export function savedFilterCommandValue(said: Partial<SavedFilterValue>): SavedFilterValue {
  return {
    savedFilterKey: NO_KEY,
    app: 'operate',
    owner: '',
    name: '',
    isShared: false,
    content: '',
    creationTimestamp: -1,
    ...said,
  };
}

export const savedFilterCodec: ValueCodec<SavedFilterValue> = {
  write(writer, value) {
    writer.arrayHeader(7);
    writer.key(value.savedFilterKey);
    writer.text(value.app);
    writer.text(value.owner);
    writer.text(value.name);
    writer.boolean(value.isShared);
    writer.text(value.content);
    writer.integer(value.creationTimestamp);
  },
  read(reader) {
    return {
      savedFilterKey: reader.key(),
      app: reader.text() as SavedFilterApp,
      owner: reader.text(),
      name: reader.text(),
      isShared: reader.boolean(),
      content: reader.text(),
      creationTimestamp: reader.integer(),
    };
  },
};
