import { UserAvatar } from '@carbon/icons-react';
import { HeaderGlobalAction, HeaderPanel } from '@carbon/react';
import { Suspense, useState } from 'react';
import { lazyPart } from '../../parts/lazy-part.ts';
import { useTexts } from '../../texts/use-texts.ts';

const SettingsPanel = lazyPart(() => import('./settings-panel.tsx'), 'SettingsPanel');

/** Opens the settings. */
export function SettingsMenu() {
  const { shell } = useTexts();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <HeaderGlobalAction
        aria-label={shell.settings}
        aria-expanded={isOpen}
        isActive={isOpen}
        onClick={() => setOpen(!isOpen)}
        tooltipAlignment="end"
      >
        <UserAvatar size={20} />
      </HeaderGlobalAction>
      <HeaderPanel expanded={isOpen} onHeaderPanelFocus={() => setOpen(false)}>
        {isOpen && (
          <Suspense>
            <SettingsPanel />
          </Suspense>
        )}
      </HeaderPanel>
    </>
  );
}
