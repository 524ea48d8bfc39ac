import type { Key, StoredChange, ValueTypeName } from '@waggle/protocol';

/** Instances that one event lists. With more of them, whoever shows one of them asks anew anyway; a key is 20 bytes. */
export const LISTED_INSTANCES_MAX = 200;

/** One change as clients get it. */
export class Change implements StoredChange {
  readonly valueTypes: readonly ValueTypeName[];
  readonly processInstanceKeys: readonly Key[] | undefined;
  #event: string | undefined;

  constructor({ valueTypes, processInstanceKeys }: StoredChange) {
    this.valueTypes = valueTypes;
    this.processInstanceKeys =
      processInstanceKeys !== undefined && processInstanceKeys.length <= LISTED_INSTANCES_MAX
        ? processInstanceKeys
        : undefined;
  }

  /** Made once, however many clients get it. */
  get event(): string {
    this.#event ??= eventText('change', {
      valueTypes: this.valueTypes,
      processInstanceKeys: this.processInstanceKeys?.map(String) ?? null,
    });
    return this.#event;
  }

  /** Both as one. */
  with({ valueTypes, processInstanceKeys }: Change): Change {
    const [own, others] = [this.processInstanceKeys, processInstanceKeys];
    return new Change({
      valueTypes: [...new Set([...this.valueTypes, ...valueTypes])],
      processInstanceKeys: own === undefined || others === undefined ? undefined : [...new Set([...own, ...others])],
    });
  }
}

/** An event of an event stream. JSON has no line ends, so it is one line. */
export function eventText(name: string, data: object): string {
  return `event: ${name}\ndata: ${JSON.stringify(data)}\n\n`;
}
