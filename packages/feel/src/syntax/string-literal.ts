const escapes: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  b: '\b',
  f: '\f',
  "'": "'",
  '"': '"',
  '\\': '\\',
};

/** The text of a string literal. An unknown escape stays as written, so `"\d+"` is a pattern of digits. */
export function unescapedString(quoted: string): string {
  const text = quoted.slice(1, -1);
  if (!text.includes('\\')) return text;
  return text.replace(/\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{6})|([\s\S]))/g, (whole, unit, codePoint, character) => {
    if (character !== undefined) return escapes[character] ?? whole;
    const code = Number.parseInt(unit ?? codePoint, 16);
    return code > 0x10ffff ? whole : String.fromCodePoint(code);
  });
}
