/** What is looked at while an instance is modified. */
export interface ModificationSelection {
  readonly elementId: string;
  /** One of the element's tokens. */
  readonly elementInstanceKey?: string | undefined;
  /** A token that is planned. */
  readonly stepId?: number;
}
