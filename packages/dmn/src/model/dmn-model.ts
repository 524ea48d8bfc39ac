import type { FindingCollector, XmlElement } from '@waggle/xml';

/** One document, read and linked to those it imports. What is missing or wrong in it is found by `rules/`. */
export interface DmnModel {
  readonly xml: string;
  readonly root: XmlElement;
  readonly namespace: string;
  /** Those that could be read. */
  readonly imports: ModelImport[];
  /** In document order. */
  readonly elements: readonly DrgElement[];
  readonly elementsById: ReadonlyMap<string, DrgElement>;
  /** Top-level item definitions by name. */
  readonly itemDefinitions: ReadonlyMap<string, XmlElement>;
  readonly findings: FindingCollector;
}

export interface ModelImport {
  /** What names of the other model are prefixed with; empty: they are used as they are. */
  readonly name: string;
  readonly model: DmnModel;
}

export type DrgElementKind = 'decision' | 'inputData' | 'businessKnowledgeModel' | 'decisionService';

/** A node of the decision requirements graph. Knowledge sources are documentation and no nodes here. */
export interface DrgElement {
  readonly kind: DrgElementKind;
  /** Empty when it has none, likewise `name`. */
  readonly id: string;
  readonly name: string;
  /** What its value is called in logic that requires it. */
  readonly variableName: string;
  /** Of its variable. */
  readonly typeRef: string | undefined;
  readonly xml: XmlElement;
  readonly model: DmnModel;
}
