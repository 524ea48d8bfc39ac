import { TrashCan } from '@carbon/icons-react';
import { IconButton, Tag } from '@carbon/react';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { ProcessDefinitionResult } from '../../api/gen/api.ts';
import { KeyText } from '../../parts/key-text.tsx';
import { LazyDialog } from '../../parts/lazy-dialog.tsx';
import { lazyPart } from '../../parts/lazy-part.ts';
import { useTexts } from '../../texts/use-texts.ts';

const DeleteDefinitionDialog = lazyPart(() => import('./delete-definition-dialog.tsx'), 'DeleteDefinitionDialog');

/** Which version the diagram is of. */
export function ProcessHeader({ definition }: { readonly definition: ProcessDefinitionResult }) {
  const { processes } = useTexts();
  const navigate = useNavigate();
  const [isDeleting, setDeleting] = useState(false);
  const { name, processDefinitionId, version, versionTag, state } = definition;
  return (
    <header className="process-header">
      <h2 title={name ?? processDefinitionId}>{name ?? processDefinitionId}</h2>
      <span>{processes.versionNumber(version)}</span>
      {versionTag !== null && (
        <Tag size="sm" type="outline" title={processes.versionTag}>
          {versionTag}
        </Tag>
      )}
      {state === 'DRAINING' && (
        <Tag size="sm" type="purple" title={processes.drainingHelp}>
          {processes.draining}
        </Tag>
      )}
      <span className="process-id">
        <KeyText value={processDefinitionId} />
      </span>
      <Link to="/operate/batch-operations" className="process-link">
        {processes.batchOperations}
      </Link>
      <IconButton
        label={processes.deleteDefinition}
        kind="ghost"
        size="sm"
        align="left"
        onClick={() => setDeleting(true)}
      >
        <TrashCan />
      </IconButton>
      {isDeleting && (
        <LazyDialog onClose={() => setDeleting(false)}>
          <DeleteDefinitionDialog
            definition={definition}
            onDeleted={() => {
              setDeleting(false);
              void navigate({ to: '/operate/processes', search: { process: processDefinitionId } });
            }}
            onClose={() => setDeleting(false)}
          />
        </LazyDialog>
      )}
    </header>
  );
}
