import type { ResourceKind } from './definition.ts';

/** Decision models, which nothing evaluates yet: refused rather than kept as a file that looks deployed. */
export const decisionResource: ResourceKind = {
  isMeant: ({ resourceName }) => /\.dmn$/i.test(resourceName),
  check: (_processing, { resourceName }) =>
    `'${resourceName}': Expected a BPMN process, a form or another file, but decision models (DMN) are not supported yet`,
};
