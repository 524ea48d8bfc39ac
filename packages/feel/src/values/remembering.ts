/** The days of some years; one takes about 200 bytes. */
const rememberedMax = 1_000;

/**
 * Makes a value once. Variables hold dates as texts, and every test of a decision table reads them anew, which takes
 * Temporal a microsecond and leaves garbage. Only for values that nobody can change.
 */
export function remembering<Key extends string | number, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, Value>();
  return (key) => {
    const value = known.get(key);
    if (value !== undefined) return value;
    const fresh = make(key);
    // Full, it starts anew: keeping count of what is used costs more than making it.
    if (known.size >= rememberedMax) known.clear();
    if (fresh !== undefined) known.set(key, fresh);
    return fresh;
  };
}
