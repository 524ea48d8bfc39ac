/** A number whose digits JavaScript's numbers cannot hold. */
export class ExactNumber {
  readonly source: string;

  constructor(source: string) {
    this.source = source;
  }
}

interface RawJson {
  rawJSON?(text: string): unknown;
}

/** From so many digits on a number may not be held exactly. */
const LONG_NUMBER = /\d[\d.]{15}/;

/**
 * As `JSON.parse`, but numbers that would change become an {@link ExactNumber}.
 * @throws {SyntaxError} it is no JSON.
 */
export function parseJson(text: string): unknown {
  return LONG_NUMBER.test(text)
    ? JSON.parse(
        text,
        reviveWith((source) => new ExactNumber(source)),
      )
    : JSON.parse(text);
}

/**
 * A value for a request's body that is written there with the digits it has in the text.
 * @throws {SyntaxError} it is no JSON.
 */
export function jsonForRequest(text: string): unknown {
  const raw = (JSON as RawJson).rawJSON;
  // Older browsers write what they can hold.
  return raw !== undefined && LONG_NUMBER.test(text) ? JSON.parse(text, reviveWith(raw)) : JSON.parse(text);
}

function reviveWith(exact: (source: string) => unknown) {
  return (_: string, value: unknown, context?: { readonly source?: string }): unknown => {
    if (typeof value !== 'number' || context?.source === undefined || isSame(context.source, value)) return value;
    return exact(context.source);
  };
}

/** Whether writing the number gives the value back that the text has. */
function isSame(source: string, value: number): boolean {
  if (String(value) === source) return true;
  const digits = /^-?(\d+)(?:\.(\d+))?(?:[eE].*)?$/.exec(source);
  const significant = `${digits?.[1] ?? ''}${digits?.[2] ?? ''}`.replace(/^0+|0+$/g, '');
  return significant.length <= 15;
}
