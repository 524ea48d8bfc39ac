/**
 * A text that is part of a row's key, as every database holds it: without NUL and half characters, which some replace. Two
 * texts that they would take for the same must be one row before, or they refuse to write it twice.
 */
export function keyText(text: string, lengthMax: number): string {
  return text.slice(0, lengthMax).toWellFormed().replaceAll('\0', '\ufffd');
}
