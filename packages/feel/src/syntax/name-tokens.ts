const word = /[\p{L}\p{N}\p{M}\p{Pc}\u{b7}\u{10000}-\u{10ffff}?$]+|\S/gu;

/** The words and symbols of a name. White space only separates them: `a-b` and `a - b` are one name. */
export const nameTokens = (name: string): readonly string[] => name.match(word) ?? [];

/** Words, symbols, and as one token each what no name reaches into: strings, quoted names, comments. */
export const textToken =
  /"(?:[^"\\]|\\.)*"?|`[^`]*`?|\/\/[^\n]*|\/\*.*?(?:\*\/|$)|[\p{L}\p{N}\p{M}\p{Pc}\u{b7}\u{10000}-\u{10ffff}?$]+|\S/gsu;
