import { Modal } from '@carbon/react';
import type { JobResult } from '../../../api/gen/api.ts';
import { useTexts } from '../../../texts/use-texts.ts';
import { JobFacts } from './job-facts.tsx';

/** A job by itself. */
export function JobDialog({ job, onClose }: { readonly job: JobResult; onClose(): void }) {
  const { parts } = useTexts();
  return (
    <Modal
      open
      passiveModal
      size="sm"
      modalLabel={job.elementId}
      modalHeading={job.type}
      closeButtonLabel={parts.close}
      onRequestClose={onClose}
    >
      {/* On the button that closes it the first Escape would only close that one's hint. */}
      <div data-modal-primary-focus tabIndex={-1}>
        <JobFacts job={job} />
      </div>
    </Modal>
  );
}
