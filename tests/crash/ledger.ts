/** What the server has acknowledged, which must hold whatever happens to it afterwards. */
export class Ledger {
  /** Process instances whose creation was acknowledged. */
  readonly instances = new Set<string>();
  /** How often the completion of a job was acknowledged; once is right. */
  readonly completions = new Map<string, number>();
  /** Correlation keys of published messages and of the instances created to wait for them. */
  readonly published = new Set<string>();
  readonly waiting = new Map<string, string>();
  /** Requests whose answer never came: they may have taken effect or not. */
  unanswered = 0;

  completed(jobKey: string): void {
    this.completions.set(jobKey, (this.completions.get(jobKey) ?? 0) + 1);
  }
}
