import { Copy, Edit } from '@carbon/icons-react';
import { Button } from '@carbon/react';
import { Link } from '@tanstack/react-router';
import type { IncidentResult } from '../../../api/gen/api.ts';
import { Dialog } from '../../../parts/dialog.tsx';
import { KeyText } from '../../../parts/key-text.tsx';
import { TimeText } from '../../../parts/time-text.tsx';
import { useTexts } from '../../../texts/use-texts.ts';

export interface IncidentDialogProps {
  readonly incident: IncidentResult;
  /** Whether it is of the instance that is shown, not of one it called. */
  readonly isHere: boolean;
  onRetry(): void;
  onVariables(): void;
  onClose(): void;
}

/** An incident with its whole message. */
export function IncidentDialog({ incident, isHere, onRetry, onVariables, onClose }: IncidentDialogProps) {
  const { instance, parts } = useTexts();
  const texts = instance.incidents;
  return (
    <Dialog
      size="md"
      modalLabel={texts.types[incident.errorType]}
      modalHeading={incident.elementId}
      primaryButtonText={texts.retry}
      secondaryButtonText={parts.close}
      onRequestSubmit={onRetry}
      onRequestClose={onClose}
    >
      {/* On the button that closes it the first Escape would only close that one's hint. */}
      <pre className="long-text" data-modal-primary-focus tabIndex={-1}>
        {incident.errorMessage}
      </pre>
      <div className="dialog-bar">
        <Button
          kind="ghost"
          size="sm"
          renderIcon={Copy}
          onClick={() => void navigator.clipboard.writeText(incident.errorMessage)}
        >
          {texts.copyMessage}
        </Button>
        {isHere && (
          <Button kind="ghost" size="sm" renderIcon={Edit} onClick={onVariables}>
            {texts.changeVariables}
          </Button>
        )}
      </div>
      <dl className="facts">
        <dt>{texts.key}</dt>
        <dd>
          <KeyText value={incident.incidentKey} />
        </dd>
        <dt>{texts.time}</dt>
        <dd>
          <TimeText date={incident.creationTime} isExact />
        </dd>
        {incident.jobKey !== null && (
          <>
            <dt>{texts.jobKey}</dt>
            <dd>
              <KeyText value={incident.jobKey} />
            </dd>
          </>
        )}
        {!isHere && (
          <>
            <dt>{texts.instance}</dt>
            <dd>
              <Link
                to="/operate/processes/$processInstanceKey"
                params={{ processInstanceKey: incident.processInstanceKey }}
                search={{ element: incident.elementId, elementInstance: incident.elementInstanceKey }}
              >
                {incident.processInstanceKey}
              </Link>
            </dd>
          </>
        )}
      </dl>
    </Dialog>
  );
}
