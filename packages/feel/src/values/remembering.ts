/** As many as a day's instances may share; what a text was read as takes some 200 bytes. */
const rememberedMax = 500;

/**
 * Reads a text once. Variables hold dates as texts, and every test of a decision table reads them anew, which takes
 * Temporal microseconds. Only for values that nobody can change.
 */
export function remembering<Value>(read: (text: string) => Value): (text: string) => Value {
  const known = new Map<string, Value>();
  return (text) => {
    const value = known.get(text);
    if (value !== undefined) return value;
    const fresh = read(text);
    // Full, it starts anew: keeping count of what is used costs more than reading.
    if (known.size >= rememberedMax) known.clear();
    if (fresh !== undefined) known.set(text, fresh);
    return fresh;
  };
}
