import type { JobResult } from '../../../api/gen/api.ts';
import { Dialog } from '../../../parts/dialog.tsx';
import { JobFacts } from './job-facts.tsx';

/** A job by itself. */
export function JobDialog({ job, onClose }: { readonly job: JobResult; onClose(): void }) {
  return (
    <Dialog
      passiveModal
      size="sm"
      modalLabel={job.elementId ?? undefined}
      modalHeading={job.type}
      onRequestClose={onClose}
    >
      <JobFacts job={job} />
    </Dialog>
  );
}
