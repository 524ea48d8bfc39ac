/** Up to here V8's search is quick for every text; beyond, a text made for it costs both lengths multiplied: minutes. */
const nativeLengthMax = 100;

/** Where a text first stands in another, 0-based; -1 if nowhere. Takes time for the two lengths added, at worst. */
export function positionOf(match: string, text: string): number {
  if (match.length <= nativeLengthMax || match.length > text.length) return text.indexOf(match);
  const borders = bordersOf(match);
  let matched = 0;
  for (let position = 0; position < text.length; position++) {
    const unit = text.charCodeAt(position);
    while (matched > 0 && match.charCodeAt(matched) !== unit) matched = borders[matched - 1] as number;
    if (match.charCodeAt(matched) === unit) matched++;
    if (matched === match.length) return position - match.length + 1;
  }
  return -1;
}

/** How much of each beginning of a text is its end, too, so that nothing is compared twice (Knuth, Morris, Pratt). */
function bordersOf(text: string): Int32Array {
  const borders = new Int32Array(text.length);
  let length = 0;
  for (let position = 1; position < text.length; position++) {
    const unit = text.charCodeAt(position);
    while (length > 0 && text.charCodeAt(length) !== unit) length = borders[length - 1] as number;
    if (text.charCodeAt(length) === unit) length++;
    borders[position] = length;
  }
  return borders;
}
