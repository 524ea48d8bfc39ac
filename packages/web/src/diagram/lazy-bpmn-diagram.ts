import { lazyPart } from '../parts/lazy-part.ts';

/** A diagram, loaded beside the library that draws it rather than before it. */
export const BpmnDiagram = lazyPart(() => {
  // Whether it came shows when the diagram asks for it.
  import('bpmn-js/lib/NavigatedViewer').catch(() => undefined);
  return import('./bpmn-diagram.tsx');
}, 'BpmnDiagram');
