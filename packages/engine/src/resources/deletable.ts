import type { Rejection } from '../rejection.ts';

/** A deployed definition that a client wants gone. */
export interface Deletable {
  /** As in the record: `PROCESS_DEFINITION`, `DECISION_REQUIREMENTS`, `FORM`, `RESOURCE`. */
  readonly resourceType: string;
  readonly resourceId: string;
  readonly tenantId: string;
  /** Decides everything that can fail; what it returns deletes. */
  plan(): (() => void) | Rejection;
}
