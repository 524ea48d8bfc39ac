import type { Report } from '@waggle/xml';

/** One thing that must hold at deployment. `id` is stable: clients and documentation refer to it. */
export interface Rule<Subject> {
  readonly id: string;
  readonly check: (subject: Subject, report: Report) => void;
}
