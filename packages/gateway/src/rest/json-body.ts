/**
 * The body of a request: each member's text as it came, and the values of those the gateway looks into.
 *
 * 1. A member of free JSON (variables) is never parsed. Its text goes to the engine, so integers beyond 2^53 and the
 *    spelling of decimals survive, and a key like `__proto__` in it cannot reach any object of ours.
 * 2. `value` has no prototype and holds no `__proto__`, so neither can a member of the body itself.
 */
import { splitJsonObject } from '@waggle/protocol';
import { missingBody, unreadableBody, unreadableProperty } from './errors.ts';

export class JsonBody {
  /** Member values; a member of free JSON shows as an empty object. */
  readonly value: Readonly<Record<string, unknown>>;
  /** Characters of the whole body. */
  readonly length: number;
  readonly #members: ReadonlyMap<string, string>;

  private constructor(value: Readonly<Record<string, unknown>>, members: ReadonlyMap<string, string>, length: number) {
    this.value = value;
    this.#members = members;
    this.length = length;
  }

  /**
   * @param text as received; empty or `null` stands for no body.
   * @param freeMembers names of the members of free JSON.
   * @throws {RestProblem} no body where one is required; no JSON object; nested too deep.
   */
  static parse(text: string, freeMembers: ReadonlySet<string>, options: { readonly isRequired: boolean }): JsonBody {
    if (text === '' || text === 'null') {
      if (options.isRequired) throw missingBody();
      return new JsonBody(Object.create(null) as Record<string, unknown>, new Map(), 0);
    }
    const split = splitJsonObject(text);
    if (!split.ok) throw unreadableBody();
    const value = Object.create(null) as Record<string, unknown>;
    for (const [name, memberText] of split.members) {
      if (name === '__proto__') throw unreadableProperty(name);
      value[name] = freeMembers.has(name) && memberText.startsWith('{') ? {} : parseMember(memberText);
    }
    return new JsonBody(value, split.members, text.length);
  }

  /** The member's text, whitespace dropped; `undefined` when it is absent or null. */
  text(name: string): string | undefined {
    const text = this.#members.get(name);
    return text === 'null' ? undefined : text;
  }
}

function parseMember(text: string): unknown {
  return JSON.parse(text) as unknown;
}
