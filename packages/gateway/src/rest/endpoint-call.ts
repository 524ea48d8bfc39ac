import { type Key, parseKey } from '@waggle/protocol';
import { type Dispatch, trustVariables, type VariablesText } from '../dispatch/index.ts';
import { badRequest, invalidArgument, unreadableProperty } from './errors.ts';
import type { JsonBody } from './json-body.ts';
import { quotedText } from './quoted-text.ts';
import type { NamedSchema } from './schemas/schema.ts';
import { isDateTime } from './validation-keywords.ts';
import { illegalCharacters, invalidDate, invalidKey, tooLong } from './violation.ts';

/** By name in lower case; only of cookies there may be several. */
type RequestHeaders = Readonly<Record<string, string | readonly string[] | undefined>>;

/** One request, read and checked, as an endpoint's handler gets it. */
export class EndpointCall<Body> {
  readonly dispatch: Dispatch;
  readonly body: Body;
  readonly #json: JsonBody | undefined;
  readonly #parameters: Readonly<Record<string, string>>;
  readonly #query: Readonly<Record<string, unknown>>;
  readonly #headers: RequestHeaders;
  readonly #watchClient: () => AbortController;

  constructor(options: {
    readonly dispatch: Dispatch;
    readonly body: Body;
    readonly json: JsonBody | undefined;
    readonly parameters: Readonly<Record<string, string>>;
    readonly query: Readonly<Record<string, unknown>>;
    readonly headers: RequestHeaders;
    readonly watchClient: () => AbortController;
  }) {
    this.dispatch = options.dispatch;
    this.body = options.body;
    this.#json = options.json;
    this.#parameters = options.parameters;
    this.#query = options.query;
    this.#headers = options.headers;
    this.#watchClient = options.watchClient;
  }

  /** A key in the path. @throws {RestProblem} it is no key. */
  key(parameter: string): Key {
    const text = this.#parameters[parameter] ?? '';
    const key = parseKey(text);
    if (key === undefined) throw invalidArgument([invalidKey(parameter, text)]);
    return key;
  }

  /** An identifier in the path. @param schema its rules. @throws {RestProblem} it breaks one. */
  identifier(parameter: string, schema: NamedSchema<string>): string {
    return checkedIdentifier(parameter, this.#parameters[parameter] ?? '', schema);
  }

  /** An identifier in the query; empty when it is absent. @throws {RestProblem} it breaks one of its rules. */
  queryIdentifier(parameter: string, schema: NamedSchema<string>): string {
    return checkedIdentifier(parameter, this.text(parameter), schema);
  }

  /** A header as it came. @param name in lower case. */
  header(name: string): string | undefined {
    const value = this.#headers[name];
    return typeof value === 'string' ? value : undefined;
  }

  /** A query parameter that is on or off; on when it stands alone. @throws {RestProblem} neither. */
  flag(parameter: string, whenAbsent = false): boolean {
    const text = this.#query[parameter];
    if (text === undefined) return whenAbsent;
    if (text === 'false') return false;
    if (text === '' || text === 'true') return true;
    throw badRequest(
      `Expected the query parameter '${parameter}' to be true or false, but got '${quotedText(String(text))}'`,
    );
  }

  /** A query parameter as it came; empty when it is absent. @throws {RestProblem} it came several times. */
  text(parameter: string): string {
    const text = this.#query[parameter];
    if (Array.isArray(text))
      throw badRequest(`Expected the query parameter '${parameter}' once, but got it repeatedly`);
    return text === undefined ? '' : String(text);
  }

  /** A query parameter that must be there: a time. @returns epoch milliseconds. @throws {RestProblem} it is none. */
  dateTime(parameter: string): number {
    const text = this.text(parameter);
    if (text === '') throw invalidArgument([`No ${parameter} provided`]);
    if (!isDateTime(text)) throw invalidArgument([invalidDate(parameter, text)]);
    return Date.parse(text.replace(/\[.*\]$/, ''));
  }

  /** The client names this content type among those it accepts; that it takes anything does not count. */
  namesAccepted(contentType: string): boolean {
    return (this.header('accept') ?? '').toLowerCase().includes(contentType);
  }

  /** A query parameter that is a whole number. @throws {RestProblem} it is none, or out of bounds. */
  wholeNumber(
    parameter: string,
    bounds: { readonly min: number; readonly max: number; readonly default: number },
  ): number {
    const text = this.#query[parameter];
    if (text === undefined) return bounds.default;
    const value = typeof text === 'string' && /^-?\d{1,16}$/.test(text) ? Number(text) : Number.NaN;
    if (value >= bounds.min && value <= bounds.max) return value;
    throw badRequest(
      `Expected the query parameter '${parameter}' to be a whole number from ${bounds.min} to ${bounds.max}, but got '${quotedText(String(text))}'`,
    );
  }

  /** The member's JSON text as the client wrote it; empty when it is absent or null. */
  memberText(name: string): string {
    return this.#json?.text(name) ?? '';
  }

  /** The member `variables`, whose schema wants an object; `{}` when it is absent or null. */
  variables(): VariablesText {
    return trustVariables(this.memberText('variables'));
  }

  /** The caller's mark for the command. Read from the text, as it may exceed the exact numbers. */
  operationReference(): Key | undefined {
    const text = this.memberText('operationReference');
    if (text === '') return undefined;
    const key = parseKey(/^[0-9]+$/.test(text) ? text : String(BigInt(Number(text))));
    if (key === undefined) throw unreadableProperty('operationReference');
    return key;
  }

  /** For requests that wait: aborts when nobody needs the answer or nobody should wait for it (`waiting-clients.ts`). */
  watchClient(): AbortController {
    return this.#watchClient();
  }
}

function checkedIdentifier(
  parameter: string,
  text: string,
  { definition: { pattern, maxLength } }: NamedSchema<string>,
): string {
  const violations: string[] = [];
  if (maxLength !== undefined && text.length > maxLength) violations.push(tooLong(parameter, maxLength));
  if (pattern !== undefined && !new RegExp(pattern, 'u').test(text))
    violations.push(illegalCharacters(parameter, pattern));
  if (violations.length > 0) throw invalidArgument(violations);
  return text;
}
