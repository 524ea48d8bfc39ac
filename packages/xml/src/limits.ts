/**
 * Bounds on a document. They keep reading one from costing more than some milliseconds and a bounded amount of memory;
 * each is checked before the work it bounds.
 */
export interface XmlLimits {
  /** UTF-8 size of the document; 4 MB because a deployment has to fit one record batch. */
  readonly maxBytes: number;
  /** Nesting of XML elements; 256 keeps every recursion over the tree far from the end of the stack. */
  readonly maxDepth: number;
  /** XML elements, diagram interchange included; hand-made models stay below 20,000. */
  readonly maxElements: number;
  /** Characters of one attribute value; icons and prompts of element templates need some hundred thousand. */
  readonly maxAttributeLength: number;
  /** Findings reported for one document; a reader fixes the first ones and deploys again. */
  readonly maxFindings: number;
}

export const defaultXmlLimits: XmlLimits = {
  maxBytes: 4 * 1024 * 1024,
  maxDepth: 256,
  maxElements: 100_000,
  maxAttributeLength: 1024 * 1024,
  maxFindings: 100,
};
