import {
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

/** Whether a value is one of the type as it stands. null is one of every type. */
export function conforms(run: Run, value: FeelValue, type: DmnType): boolean {
  run.charge(1);
  if (value === null) return true;
  return hasShape(run, value, type) && (type.isAllowed === undefined || type.isAllowed(run, value));
}

function hasShape(run: Run, value: FeelValue, type: DmnType): boolean {
  switch (type.kind) {
    case 'any':
      return true;
    case 'simple':
      return typeNameOf(value) === type.name;
    case 'list':
      return isList(value) && value.every((item) => conforms(run, item, type.item));
    case 'context':
      // Further entries do not harm: a value may know more than who uses it.
      return (
        isContext(value) &&
        type
          .entries()
          .entries()
          .every(([name, entryType]) => value.has(name) && conforms(run, value.get(name) ?? null, entryType))
      );
    case 'range':
      return isRange(value) && conforms(run, value.start, type.of) && conforms(run, value.end, type.of);
    case 'function':
      return isFunction(value);
  }
}
