import { QUOTED_TEXT_LENGTH_MAX } from './limits.ts';

/** A client's text, short enough to be repeated in a message. */
export function quotedText(text: string): string {
  return text.length <= QUOTED_TEXT_LENGTH_MAX ? text : `${text.slice(0, QUOTED_TEXT_LENGTH_MAX)}…`;
}
