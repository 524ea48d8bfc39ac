import type { MultiInstanceValue } from '@waggle/protocol';
import type { Applier } from './applier.ts';

export const multiInstanceInputCollectionEvaluated: Applier<MultiInstanceValue> = () => {
  throw new Error('NOT BUILT YET');
};
