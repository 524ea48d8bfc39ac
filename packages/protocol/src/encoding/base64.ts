import { MalformedEncoding } from './message-pack-reader.ts';

/** Bytes whose characters fit the arguments of one call. */
const BYTES_PER_CALL = 8 * 1024;

export function base64Text(bytes: Uint8Array): string {
  let characters = '';
  for (let start = 0; start < bytes.length; start += BYTES_PER_CALL) {
    characters += String.fromCharCode(...bytes.subarray(start, start + BYTES_PER_CALL));
  }
  return btoa(characters);
}

/** @throws {MalformedEncoding} the text is no base64. */
export function base64Bytes(text: string): Uint8Array {
  let characters: string;
  try {
    characters = atob(text);
  } catch (cause) {
    throw new MalformedEncoding('Expected a text in base64, but it has other characters', { cause });
  }
  const bytes = new Uint8Array(characters.length);
  for (let index = 0; index < characters.length; index++) bytes[index] = characters.charCodeAt(index);
  return bytes;
}
