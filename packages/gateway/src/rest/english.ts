/** Makes sentences of the API document from the names of what can be searched for. */

/** `an incident`, `a user task` */
export function withArticle(noun: string): string {
  return `${/^(?:[aeio]|u(?!s))/i.test(noun) ? 'an' : 'a'} ${noun}`;
}

/** `incidents`, `entries` */
export function plural(noun: string): string {
  return /[^aeiou]y$/.test(noun) ? `${noun.slice(0, -1)}ies` : `${noun}s`;
}
