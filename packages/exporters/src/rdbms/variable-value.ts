/** Characters of a value that searches show and compare, as in Camunda. */
export const VARIABLE_VALUE_LENGTH_MAX = 8191;

/** A value as it is kept: the beginning of a long one, and all of it beside. */
export function valueCells(value: string): { value: string; full_value: string | null; is_truncated: boolean } {
  const isTruncated = value.length > VARIABLE_VALUE_LENGTH_MAX;
  return {
    value: isTruncated ? value.slice(0, cutOf(value)) : value,
    full_value: isTruncated ? value : null,
    is_truncated: isTruncated,
  };
}

/** No character of two units is cut in half: half of one is no text to a database. */
function cutOf(value: string): number {
  const last = value.charCodeAt(VARIABLE_VALUE_LENGTH_MAX - 1);
  const isFirstHalf = last >= 0xd800 && last <= 0xdbff;
  return isFirstHalf ? VARIABLE_VALUE_LENGTH_MAX - 1 : VARIABLE_VALUE_LENGTH_MAX;
}
