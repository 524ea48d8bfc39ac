import { Modal } from '@carbon/react';
import { Fragment } from 'react';
import type { AuditLogResult } from '../../../api/gen/api.ts';
import { KeyText } from '../../../parts/key-text.tsx';
import { TimeText } from '../../../parts/time-text.tsx';
import { useTexts } from '../../../texts/use-texts.ts';

/** An entry with all its properties, by the names the API gives them. */
export function LogEntryDialog({ entry, onClose }: { readonly entry: AuditLogResult; onClose(): void }) {
  const { instance, parts } = useTexts();
  const texts = instance.log;
  return (
    <Modal
      open
      passiveModal
      size="md"
      modalLabel={texts.entities[entry.entityType]}
      modalHeading={texts.operations[entry.operationType]}
      closeButtonLabel={parts.close}
      onRequestClose={onClose}
    >
      <dl className="facts">
        {Object.entries(entry).map(([name, value]) =>
          value === null || value === '' ? null : (
            <Fragment key={name}>
              <dt>{name}</dt>
              <dd>
                {name === 'timestamp' ? (
                  <TimeText date={String(value)} isExact />
                ) : name.endsWith('Key') ? (
                  <KeyText value={String(value)} />
                ) : (
                  <span className="long-text">{typeof value === 'object' ? JSON.stringify(value) : String(value)}</span>
                )}
              </dd>
            </Fragment>
          ),
        )}
      </dl>
    </Modal>
  );
}
