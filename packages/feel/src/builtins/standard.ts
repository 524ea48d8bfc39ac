import { toIndex } from '../values/number.ts';
import { type FeelNumber, type FeelValue, isContext, isList, isNumber, isString } from '../values/value.ts';
import { type Builtin, type Builtins, fail, type Outcome, type Overload, optional, overload } from './builtin.ts';
import { builtins } from './builtins.ts';

/** The built-ins that the standard defines otherwise than Camunda, for `conformance: 'standard'`. */
export const standardBuiltins: typeof builtins = new Map(
  Object.entries({
    ...codePointFunctions(),
    ...flaggedFunctions(),
    ...roundingFunctions(),
    abs: camundas('abs').filter(({ parameters: [name] }) => name === 'n'),
    context: camundas('context').map(withoutDuplicateKeys),
    'context put': camundas('context put')
      .filter(({ parameters: [, name], guards: [, isKey] }) => (name === 'keys') === isKey?.(['a', 'b']))
      .map(withContextsOnPath),
  } satisfies Builtins).map(([name, overloads]) => [name, { overloads, steps: builtins.get(name)?.steps ?? 0 }]),
);

function camundas(name: string): Builtin {
  return builtins.get(name)?.overloads ?? [];
}

/** Positions and lengths count characters, not UTF-16 units. */
function codePointFunctions(): Builtins {
  const substring = (text: string, start: FeelNumber, length: FeelNumber | undefined): Outcome => {
    const characters = [...text];
    const [position, count] = [toIndex(start), length === undefined ? characters.length : toIndex(length)];
    const from = position > 0 ? position - 1 : characters.length + position;
    if (position === 0 || from < 0 || count < 0)
      return fail(`Illegal start position '${position}' or length '${count}'`);
    return characters.slice(from, from + count).join('');
  };
  return {
    'string length': [
      overload([['string', isString]], (run, text) => {
        run.charge(text.length);
        return [...text].length;
      }),
    ],
    substring: [
      overload(
        [
          ['string', isString],
          ['start position', isNumber],
        ],
        (run, text, start) => {
          run.charge(text.length);
          return substring(text, start, undefined);
        },
      ),
      overload(
        [
          ['string', isString],
          ['start position', isNumber],
          ['length', optional(isNumber)],
        ],
        (run, text, start, length) => {
          run.charge(text.length);
          return substring(text, start, length ?? undefined);
        },
      ),
    ],
  };
}

/** Flags may be null, and only those of XPath are known. */
function flaggedFunctions(): Builtins {
  const withFlags = (name: string): Builtin =>
    camundas(name).map((camundas): Overload => {
      const at = camundas.parameters.indexOf('flags');
      if (at < 0) return camundas;
      return {
        ...camundas,
        guards: camundas.guards.with(at, optional(isString)),
        invoke: (run, args) => {
          const flags = args[at] ?? '';
          if (!isString(flags) || !/^[smix]*$/.test(flags))
            return fail(`Unknown flags '${String(flags).slice(0, 20)}'`);
          return camundas.invoke(run, args.with(at, flags));
        },
      };
    });
  return { matches: withFlags('matches'), replace: withFlags('replace') };
}

const [scaleMin, scaleMax] = [-6111, 6176];

/** A scale is one of the exponents of decimal128. */
function roundingFunctions(): Builtins {
  const names = ['decimal', 'floor', 'ceiling', 'round up', 'round down', 'round half up', 'round half down'];
  const isScale = (value: FeelValue): value is FeelNumber =>
    isNumber(value) && toIndex(value) >= scaleMin && toIndex(value) <= scaleMax;
  return Object.fromEntries(
    names.map((name) => [
      name,
      camundas(name).map((overload): Overload => {
        const at = overload.parameters.indexOf('scale');
        return at < 0 ? overload : { ...overload, guards: overload.guards.with(at, isScale) };
      }),
    ]),
  );
}

function withoutDuplicateKeys(overload: Overload): Overload {
  return {
    ...overload,
    invoke: (run, args) => {
      const [given = null] = args;
      const entries = isContext(given) ? [given] : given;
      const keys = isList(entries) ? entries.map(keyOf) : [];
      if (new Set(keys).size < keys.length) return fail('Expected each key once');
      return overload.invoke(run, [entries]);
    },
  };
}

/** A path leads through contexts; nothing else on it is replaced. */
function withContextsOnPath(overload: Overload): Overload {
  return {
    ...overload,
    invoke: (run, args) => {
      const [context = null, path = null] = args;
      let inner = context;
      for (const key of isList(path) ? path.slice(0, -1) : []) {
        if (!isContext(inner)) return fail(`Expected a context above key '${String(key).slice(0, 100)}'`);
        inner = isString(key) ? (inner.get(key) ?? null) : null;
      }
      return isContext(inner) ? overload.invoke(run, args) : fail('Expected a context at the end of the path');
    },
  };
}

const keyOf = (entry: FeelValue): FeelValue => (isContext(entry) ? (entry.get('key') ?? null) : null);
