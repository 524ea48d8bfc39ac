import { ActionableNotification } from '@carbon/react';
import { useTexts } from '../texts/use-texts.ts';
import { useConnection } from './connection.ts';

/** Stands above the page while the server does not answer. */
export function OfflineNotice() {
  const { connection: texts } = useTexts().shell;
  const { connection, reconnect } = useConnection();
  if (connection !== 'offline') return null;
  return (
    <ActionableNotification
      className="offline-notice"
      inline
      kind="warning"
      lowContrast
      hideCloseButton
      hasFocus={false}
      title={texts.offline}
      subtitle={texts.offlineHelp}
      actionButtonLabel={texts.tryNow}
      onActionButtonClick={reconnect}
    />
  );
}
