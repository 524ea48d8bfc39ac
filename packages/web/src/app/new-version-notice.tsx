import { ActionableNotification } from '@carbon/react';
import { useEffect } from 'react';
import { useTexts } from '../texts/use-texts.ts';
import { useWhenServerIsBack } from './connection.ts';
import { checkVersion, startVersionCheck, useIsNewVersionThere } from './new-version.ts';

/** Stands above the page when the server has been upgraded since it was loaded. */
export function NewVersionNotice() {
  const { newVersion, newVersionHelp, reload } = useTexts().shell;
  const isThere = useIsNewVersionThere();
  useEffect(startVersionCheck, []);
  // It may have been upgraded meanwhile.
  useWhenServerIsBack(() => void checkVersion());
  if (!isThere) return null;
  return (
    <ActionableNotification
      className="shell-notice"
      inline
      kind="info"
      lowContrast
      hideCloseButton
      hasFocus={false}
      title={newVersion}
      subtitle={newVersionHelp}
      actionButtonLabel={reload}
      onActionButtonClick={() => location.reload()}
    />
  );
}
