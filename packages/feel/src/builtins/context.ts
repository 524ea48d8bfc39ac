import type { Run } from '../evaluation.ts';
import { type FeelContext, type FeelList, type FeelValue, isContext, isList, isString } from '../values/value.ts';
import { any, type Builtins, type Outcome, type Overload, overload, variadic } from './builtin.ts';

const isStrings = (value: FeelValue): value is readonly string[] => isList(value) && value.every(isString);

const getEntries = (parameter: string): Overload =>
  overload([[parameter, isContext]], (run, context) => {
    run.chargeList(3 * context.size);
    return [...context].map(
      ([key, value]) =>
        new Map<string, FeelValue>([
          ['key', key],
          ['value', value],
        ]),
    );
  });

const getValue = (parameter: string): Overload =>
  overload(
    [
      [parameter, isContext],
      ['key', isString],
    ],
    (_run, context, key) => context.get(key) ?? null,
  );

const getValueAtPath = (parameter: string): Overload =>
  overload(
    [
      ['context', isContext],
      [parameter, isList],
    ],
    (run, context, path) => {
      run.charge(path.length);
      return isStrings(path) ? valueAt(context, path) : null;
    },
  );

const contextPut: Overload = overload(
  [
    ['context', isContext],
    ['key', isString],
    ['value', any],
  ],
  (run, context, key, value) => putAt(run, context, [key], value),
);

const contextPutAtPath = (parameter: string): Overload =>
  overload(
    [
      ['context', isContext],
      [parameter, isStrings],
      ['value', any],
    ],
    (run, context, path, value) => (path.length === 0 ? null : putAt(run, context, path, value)),
  );

const contextMerge: Overload = variadic([['contexts', isList]], merged);

export const contextBuiltins: Builtins = {
  'get entries': [getEntries('context'), getEntries('m')],
  'get value': [getValue('m'), getValue('context'), getValueAtPath('keys'), getValueAtPath('key')],
  'context put': [contextPut, contextPutAtPath('keys'), contextPutAtPath('key')],
  'context merge': [contextMerge],
  // Names of earlier releases.
  put: [contextPut],
  'put all': [contextMerge],
  context: [overload([['entries', any]], (run, entries) => (isList(entries) ? fromEntries(run, entries) : null))],
};

function valueAt(context: FeelContext, path: readonly string[]): FeelValue {
  let value: FeelValue = path.length === 0 ? null : context;
  for (const key of path) value = isContext(value) ? (value.get(key) ?? null) : null;
  return value;
}

/** What lies on the path and is no context is replaced by one. */
function putAt(run: Run, context: FeelContext, path: readonly string[], value: FeelValue): FeelContext {
  const copy = copied(run, context);
  let inner = copy;
  for (const key of path.slice(0, -1)) {
    const next = inner.get(key);
    const nextCopy = next !== undefined && isContext(next) ? copied(run, next) : new Map<string, FeelValue>();
    inner.set(key, nextCopy);
    inner = nextCopy;
  }
  inner.set(path.at(-1) as string, value);
  return copy;
}

function copied(run: Run, context: FeelContext): Map<string, FeelValue> {
  run.chargeList(context.size + 1);
  return new Map(context);
}

function merged(run: Run, contexts: FeelList): Outcome {
  const result = new Map<string, FeelValue>();
  for (const context of contexts) {
    if (!isContext(context)) return null;
    run.chargeList(context.size + 1);
    for (const [key, value] of context) result.set(key, value);
  }
  return result;
}

/** The reverse of get entries; null unless every item has a string `key` and a `value`. */
function fromEntries(run: Run, entries: FeelList): Outcome {
  run.chargeList(entries.length);
  const result = new Map<string, FeelValue>();
  for (const entry of entries) {
    const key = isContext(entry) ? entry.get('key') : undefined;
    const value = isContext(entry) ? entry.get('value') : undefined;
    if (key === undefined || value === undefined || !isString(key)) return null;
    result.set(key, value);
  }
  return result;
}
