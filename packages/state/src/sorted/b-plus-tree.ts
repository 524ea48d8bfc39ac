import sortedBtree from 'sorted-btree';

/** A sorted map whose steps cost O(log n). */
export type BPlusTree<Key, Value> = sortedBtree.default<Key, Value>;

type TreeConstructor = typeof sortedBtree.default;

/** The library is CommonJS with an export named `default`: Node hands out the whole module, some bundlers the class. */
const loaded: { readonly default?: TreeConstructor } = sortedBtree;
const TreeClass = loaded.default ?? (sortedBtree as unknown as TreeConstructor);

export function createBPlusTree<Key, Value>(compare: (left: Key, right: Key) => number): BPlusTree<Key, Value> {
  return new TreeClass<Key, Value>(undefined, compare);
}
