import { Fragment } from 'react';
import { Dialog } from '../parts/dialog.tsx';
import { KeyCaps } from '../parts/key-caps.tsx';
import { useTexts } from '../texts/use-texts.ts';
import { useRegisteredKeys } from './keys.ts';

/** The keys that work now. */
export function KeysDialog({ onClose }: { onClose(): void }) {
  const { shell } = useTexts();
  const registrations = useRegisteredKeys();
  return (
    <Dialog passiveModal modalHeading={shell.keys} onRequestClose={onClose} size="sm">
      {(['page', 'everywhere'] as const).map((group) => {
        const bindings = registrations.filter((one) => one.group === group).flatMap((one) => one.bindings());
        if (bindings.length === 0) return null;
        return (
          <section key={group} className="keys-group">
            <h3>{shell.keyGroups[group]}</h3>
            <dl>
              {bindings.map(({ keys, text }) => (
                <Fragment key={keys}>
                  <dt>
                    <KeyCaps keys={keys} />
                  </dt>
                  <dd>{text}</dd>
                </Fragment>
              ))}
            </dl>
          </section>
        );
      })}
    </Dialog>
  );
}
