import type { Texts } from '../../texts/language.ts';

type Messages = Texts['tasklist']['formMessages'];

/** What the form library says about wrong input, and how we say it. */
const messages: readonly (readonly [RegExp, (messages: Messages, ...found: readonly string[]) => string])[] = [
  [/^Field is required\.$/, ({ required }) => required],
  [/^Field must match pattern (.*)\.$/s, ({ pattern }, found) => pattern(found!)],
  [/^Field must have minimum value of (.*)\.$/, ({ min }, found) => min(found!)],
  [/^Field must have maximum value of (.*)\.$/, ({ max }, found) => max(found!)],
  [/^Field must have minimum length of (.*)\.$/, ({ minLength }, found) => minLength(found!)],
  [/^Field must have maximum length of (.*)\.$/, ({ maxLength }, found) => maxLength(found!)],
  [/^Field must be a valid {1,2}international phone number/, ({ phone }) => phone],
  [/^Field must be a valid email\.$/, ({ email }) => email],
  [/^Value is not a number\.$/, ({ number }) => number],
  [/^Value is expected to be an integer\.$/, ({ integer }) => integer],
  [/^Value is expected to have at most (\d+) decimal digits?\.$/, ({ decimals }, found) => decimals(found!)],
  [
    /^Please select a valid value, the two nearest valid values are (.*) and (.*)\.$/,
    ({ increment }, below, above) => increment(below!, above!),
  ],
];

/** Messages that the form's author wrote stay as they are. */
export function formMessage(message: string, texts: Messages): string {
  for (const [pattern, say] of messages) {
    const found = pattern.exec(message);
    if (found !== null) return say(texts, ...found.slice(1));
  }
  return message;
}
