/** A document that breaks one rule, and where the rule has to say so. */
export interface RuleCase {
  readonly rule: string;
  readonly title: string;
  readonly xml: string;
  /** Ids of the elements the rule reports, in document order. */
  readonly at: readonly string[];
}
