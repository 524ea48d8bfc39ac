import type { FormValue } from '@waggle/protocol';
import type { Applier } from './applier.ts';

export const formDeleted: Applier<FormValue> = () => {
  throw new Error('NOT BUILT YET');
};
