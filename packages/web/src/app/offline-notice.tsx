import { ActionableNotification } from '@carbon/react';
import { useFormats, useTexts } from '../texts/use-texts.ts';
import { useConnection } from './connection.ts';

/** Stands above the page while the server does not answer. */
export function OfflineNotice() {
  const { connection: texts } = useTexts().shell;
  const { offlineSince, reconnect } = useConnection();
  const formats = useFormats();
  if (offlineSince === undefined) return null;
  return (
    <ActionableNotification
      className="shell-notice"
      inline
      kind="warning"
      lowContrast
      hideCloseButton
      hasFocus={false}
      title={texts.offlineSince(formats.time(offlineSince))}
      subtitle={texts.offlineHelp}
      actionButtonLabel={texts.tryNow}
      onActionButtonClick={reconnect}
    />
  );
}
