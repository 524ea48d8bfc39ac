import { StateUsageError } from './errors.ts';

/** The shapes a table of a store can have. */
export type TableKind = 'rows' | 'groups' | 'schedule';

export interface NamedTable {
  readonly name: string;
  readonly kind: TableKind;
}

/** The tables of one store by name. A name always gives the same table. */
export class TableRegistry<Table extends NamedTable> {
  readonly #tables = new Map<string, Table>();

  /** @throws {StateUsageError} the name belongs to a table of another kind. */
  open<Wanted extends Table>(name: string, kind: Wanted['kind'], create: () => Wanted): Wanted {
    const existing = this.#tables.get(name);
    if (existing === undefined) {
      const created = create();
      this.#tables.set(name, created);
      return created;
    }
    if (existing.kind !== kind) {
      throw new StateUsageError(
        `Expected "${name}" to be a table of kind ${existing.kind}, but it was asked for as ${kind}. Use another name`,
      );
    }
    return existing as Wanted;
  }

  /** By name, so that equal states are dumped alike whatever the order their tables were opened in. */
  inOrder(): Table[] {
    return [...this.#tables.values()].sort((left, right) => (left.name < right.name ? -1 : 1));
  }

  all(): Iterable<Table> {
    return this.#tables.values();
  }
}
