import {
  type FeelContext,
  type FeelTypeName,
  type FeelValue,
  isContext,
  isFunction,
  isList,
  isRange,
  type Run,
  typeNameOf,
} from '@waggle/feel';

/** What a `typeRef` stands for. */
export type DmnType = {
  /** Whether a value of the shape is among the allowed ones; undefined allows all. Not asked for null. */
  readonly isAllowed?: ((run: Run, value: FeelValue) => boolean) | undefined;
} & (
  | { readonly kind: 'any' }
  | { readonly kind: 'simple'; readonly name: FeelTypeName }
  | { readonly kind: 'list'; readonly item: DmnType }
  /** Looked up when a value is checked, since definitions may refer to themselves. */
  | { readonly kind: 'context'; readonly entries: () => ReadonlyMap<string, DmnType> }
  | { readonly kind: 'range'; readonly of: DmnType }
  | { readonly kind: 'function' }
);

type Check = (run: Run, value: FeelValue, type: DmnType) => boolean;

/** Whether a value is one of the type as it stands. null is one of every type. */
export const conforms: Check = (run, value, type) =>
  value === null ||
  (hasShape(run, value, type, conforms) && (type.isAllowed === undefined || type.isAllowed(run, value)));

/** What `instance of` asks, which does not look at allowed values. null is an instance of nothing. */
export const isInstanceOf: Check = (run, value, type) => value !== null && hasShape(run, value, type, isPartOf);

const isPartOf: Check = (run, value, type) => value === null || hasShape(run, value, type, isPartOf);

function hasShape(run: Run, value: FeelValue, type: DmnType, check: Check): boolean {
  run.charge(1);
  switch (type.kind) {
    case 'any':
      return true;
    case 'simple':
      return typeNameOf(value) === type.name;
    case 'list':
      return isList(value) && value.every((item) => check(run, item, type.item));
    case 'context':
      // Further entries do not harm: a value may know more than who uses it.
      return isContext(value) && hasEntries(run, value, type.entries(), check);
    case 'range':
      return isRange(value) && check(run, value.start, type.of) && check(run, value.end, type.of);
    case 'function':
      return isFunction(value);
  }
}

function hasEntries(run: Run, value: FeelContext, entries: ReadonlyMap<string, DmnType>, check: Check): boolean {
  for (const [name, type] of entries) {
    const entry = value.get(name);
    if (entry === undefined || !check(run, entry, type)) return false;
  }
  return true;
}
