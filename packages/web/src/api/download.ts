import { send } from './call.ts';
import type { Operation, RequestParts } from './operation.ts';

/** Bits as large as this are handed to the browser, which keeps them outside of the page's memory. */
const PART_BYTES = 8_000_000;

export interface DownloadOptions {
  /** The form of the answer: `text/csv`. */
  readonly accept: string;
  readonly signal: AbortSignal;
  /** Told every now and then. */
  onProgress(bytes: number): void;
}

/**
 * Reads a long answer bit by bit.
 * @throws {ApiProblem} the server refused it. {TypeError} the answer broke off. `AbortError` when the signal came first.
 */
export async function download<Input extends RequestParts>(
  operation: Operation<Input, unknown>,
  input: Input,
  { accept, signal, onProgress }: DownloadOptions,
): Promise<Blob> {
  const answer = await send(operation, input, { accept, signal, isStream: true });
  const whole: Blob[] = [];
  let bits: Uint8Array<ArrayBuffer>[] = [];
  let bitBytes = 0;
  let bytes = 0;
  for await (const bit of answer.body ?? []) {
    bits.push(bit);
    bitBytes += bit.byteLength;
    bytes += bit.byteLength;
    if (bitBytes < PART_BYTES) continue;
    whole.push(new Blob(bits));
    bits = [];
    bitBytes = 0;
    onProgress(bytes);
  }
  return new Blob([...whole, ...bits], { type: accept });
}

/** Gives a file to the person, as a link for downloading does. */
export function saveFile(content: Blob, name: string): void {
  const href = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = href;
  link.download = name;
  link.click();
  // The browser has begun to read it by then.
  setTimeout(() => URL.revokeObjectURL(href), 60_000);
}
