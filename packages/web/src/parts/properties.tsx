import type { ReactNode } from 'react';

export interface Property {
  readonly name: string;
  /** Nothing to tell = not shown. */
  readonly value: ReactNode;
}

/** What is known of a thing, name by name. */
export function Properties({ properties }: { readonly properties: readonly Property[] }) {
  return (
    <dl className="properties">
      {properties
        .filter(({ value }) => value !== null && value !== undefined && value !== '')
        .map(({ name, value }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}
