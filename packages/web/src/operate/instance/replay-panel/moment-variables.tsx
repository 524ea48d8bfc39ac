import { Maximize } from '@carbon/icons-react';
import { IconButton, Tag } from '@carbon/react';
import { useState } from 'react';
import { Dialog } from '../../../parts/dialog.tsx';
import { JsonView } from '../../../parts/json/json-view.tsx';
import { PageSkeleton } from '../../../parts/page-skeleton.tsx';
import { useFormats, useTexts } from '../../../texts/use-texts.ts';
import type { OpenReplay } from './use-replay.ts';
import type { MomentView, VariableView } from './worker/moment-view.ts';

export interface MomentVariablesProps {
  readonly open: OpenReplay;
  readonly view: MomentView | undefined;
  nameOf(elementId: string): string;
  /** @param index among all records. */
  onMoveTo(index: number): void;
}

/** The variables of the selected scope as they were; what was set just then stands out. */
export function MomentVariables({ open, view, nameOf, onMoveTo }: MomentVariablesProps) {
  const { variables: texts } = useTexts().replay;
  const formats = useFormats();
  const [shown, setShown] = useState<{ readonly name: string; readonly text: string | undefined }>();
  if (view === undefined) return <PageSkeleton />;
  const { scope, variables, moment } = view;
  const show = (name: string) => {
    setShown({ name, text: undefined });
    open.client.ask('variable', { index: moment.index, scopeKey: scope!.key, name }).then(
      (text) => setShown((before) => (before?.name === name ? { name, text: text ?? texts.gone } : before)),
      () => setShown(undefined),
    );
  };
  return (
    <div className="moment-variables">
      <h3 className="replay-pane-title">
        {scope === undefined
          ? texts.none
          : scope.scopeKey === ''
            ? texts.ofInstance
            : texts.ofElement(nameOf(scope.elementId))}
      </h3>
      {scope !== undefined && variables.total === 0 && <p className="pane-note">{texts.none}</p>}
      {variables.total > 0 && (
        <table className="replay-table">
          <thead>
            <tr>
              <th scope="col">{texts.name}</th>
              <th scope="col">{texts.value}</th>
              <th scope="col">{texts.setAt}</th>
            </tr>
          </thead>
          <tbody>
            {variables.items.map((variable) => (
              <tr key={variable.name} data-just-set={variable.isJustSet || undefined}>
                <th scope="row">
                  <code title={variable.name}>{variable.name}</code>
                  {variable.isJustSet && (
                    <Tag size="sm" type="outline">
                      {variable.before === undefined ? texts.isNew : texts.isChanged}
                    </Tag>
                  )}
                </th>
                <td>
                  <Value variable={variable} onShow={() => show(variable.name)} />
                </td>
                <td>
                  {variable.setAt === undefined ? (
                    texts.before
                  ) : (
                    <button
                      type="button"
                      className="text-button"
                      title={texts.goTo}
                      onClick={() => onMoveTo(variable.changeIndex)}
                    >
                      {formats.clockTime(variable.setAt)}
                    </button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {variables.total > variables.items.length && (
        <p className="pane-note">{texts.more(variables.total - variables.items.length)}</p>
      )}
      {shown !== undefined && (
        <Dialog passiveModal size="lg" modalHeading={shown.name} onRequestClose={() => setShown(undefined)}>
          {shown.text === undefined ? <PageSkeleton /> : <JsonView text={shown.text} label={shown.name} />}
        </Dialog>
      )}
    </div>
  );
}

function Value({ variable, onShow }: { readonly variable: VariableView; onShow(): void }) {
  const { variables: texts } = useTexts().replay;
  const formats = useFormats();
  const { value, length, before } = variable;
  const isCut = length > value.length;
  return (
    <span className="replay-value">
      <span className="replay-value-text">
        {before !== undefined && before !== value && (
          <>
            <del title={texts.was}>
              <code>{before}</code>
            </del>{' '}
          </>
        )}
        <code>{isCut ? `${value}…` : value}</code>
        {isCut && <span className="history-note"> {formats.bytes(length)}</span>}
      </span>
      <IconButton label={texts.show} kind="ghost" size="xs" align="left" onClick={onShow}>
        <Maximize />
      </IconButton>
    </span>
  );
}
