import { type ComponentType, createElement, use } from 'react';

export interface LazyPart<Props extends object> {
  (props: Props): React.ReactNode;
  /** Loads it ahead; never fails, since showing it tells of the failure. */
  preload(): Promise<void>;
}

/**
 * Something that is loaded when it is first shown. Unlike React's `lazy`, it is asked for again when it could not be
 * loaded: the server may be back. Throws the failure to the boundary around it: see `app/failed-page.tsx`.
 */
export function lazyPart<Props extends object, Name extends string>(
  load: () => Promise<Readonly<Record<Name, ComponentType<Props>>>>,
  name: Name,
): LazyPart<Props> {
  let loading: Promise<void> | undefined;
  let component: ComponentType<Props> | undefined;
  let failure: LoadFailure | undefined;
  const preload = () => {
    loading ??= load().then(
      (module) => {
        component = module[name];
        failure = undefined;
      },
      (cause: unknown) => {
        failure = new LoadFailure(cause);
        loading = undefined;
      },
    );
    return loading;
  };
  const Part = (props: Props) => {
    if (failure !== undefined) {
      const told = failure;
      // The next time it is shown it is asked for again.
      failure = undefined;
      throw told;
    }
    if (component === undefined) use(preload());
    return component === undefined ? null : createElement(component, props);
  };
  Part.preload = preload;
  return Part;
}

/** A part of the apps did not come: the server is away, or is a newer one that has it no more. */
export class LoadFailure extends Error {
  constructor(cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
    this.name = 'LoadFailure';
  }
}
