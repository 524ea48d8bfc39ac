/** Of keys, as strict clients check it. Where a schema has it, the digits must be a 64-bit integer, too. */
export const KEY_PATTERN = '^-?[0-9]+$';
