import type { ElementProcessor } from './element-processor.ts';

/** Kinds that deployment refuses; reaching one is our own mistake. */
export const unsupportedElement: ElementProcessor = {
  activate(_processing, element) {
    throw new Error(`Expected deployment to refuse '${element.id}', whose kind is not supported`);
  },
  complete(_processing, element) {
    throw new Error(`Expected deployment to refuse '${element.id}', whose kind is not supported`);
  },
};
