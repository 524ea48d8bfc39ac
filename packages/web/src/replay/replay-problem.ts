/** Why a replay shows less than what happened, each with a sentence for the person who looks at it. */
export interface ReplayProblem {
  /**
   * `noRecords`: there is nothing to show. `missingStart`: the oldest records are gone; what had started before is shown as
   * far as later records tell. `foreignRecords`: some tell of other instances; they are left out. `unreadable`: a newer version
   * recorded something; it is left out. `unfoldable`: a record does not fit the state; it is left out. `tooManyRecords`: the newest
   * are left out.
   */
  readonly kind: 'noRecords' | 'missingStart' | 'foreignRecords' | 'unreadable' | 'unfoldable' | 'tooManyRecords';
  readonly message: string;
  /** The first moment it concerns; absent when there is none. */
  readonly index?: number;
}
