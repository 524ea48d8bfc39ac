import sortedBtree from 'sorted-btree';

/**
 * The library is CommonJS with an export named `default`: Node hands out the whole module, some bundlers the class, and the
 * compiler follows the one it is told to follow.
 */
type TreeConstructor = typeof sortedBtree extends { readonly default: infer Constructor }
  ? Constructor
  : typeof sortedBtree;

const loaded = sortedBtree as unknown as { readonly default?: TreeConstructor };
const TreeClass: TreeConstructor = loaded.default ?? (sortedBtree as unknown as TreeConstructor);

/** A sorted map whose steps cost O(log n). */
export type BPlusTree<Key, Value> = InstanceType<typeof TreeClass<Key, Value>>;

export function createBPlusTree<Key, Value>(compare: (left: Key, right: Key) => number): BPlusTree<Key, Value> {
  return new TreeClass<Key, Value>(undefined, compare);
}
