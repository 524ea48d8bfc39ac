const predefined: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const reference = /&(?:#(\d{1,10})|#x([0-9a-fA-F]{1,8})|([^;&\s]{1,64}));?|&/g;

/**
 * Decodes `&amp;`, `&#10;`, `&#x1F600;`.
 * saxen's own decoder cuts characters beyond U+FFFF and passes unknown entities through, so it is not used.
 * @returns `undefined` when a reference is incomplete, names no character, or is a custom entity.
 */
export function decodeReferences(text: string): string | undefined {
  if (!text.includes('&')) return text;
  let isValid = true;
  const decoded = text.replace(reference, (match, decimal?: string, hex?: string, name?: string) => {
    const character =
      name !== undefined && Object.hasOwn(predefined, name) ? predefined[name] : characterOf(decimal, hex);
    if (character === undefined || !match.endsWith(';')) isValid = false;
    return character ?? '';
  });
  return isValid ? decoded : undefined;
}

function characterOf(decimal: string | undefined, hex: string | undefined): string | undefined {
  const code =
    decimal !== undefined ? Number.parseInt(decimal, 10) : hex !== undefined ? Number.parseInt(hex, 16) : Number.NaN;
  return isXmlCharacter(code) ? String.fromCodePoint(code) : undefined;
}

/** XML 1.0, production [2] Char. */
export function isXmlCharacter(code: number): boolean {
  return (
    (code >= 0x20 && code <= 0xd7ff) ||
    code === 0x9 ||
    code === 0xa ||
    code === 0xd ||
    (code >= 0xe000 && code <= 0xfffd) ||
    (code >= 0x10000 && code <= 0x10ffff)
  );
}
