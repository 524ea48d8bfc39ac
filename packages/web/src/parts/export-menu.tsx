import { Download } from '@carbon/icons-react';
import { Button, InlineLoading, OverflowMenu, OverflowMenuItem } from '@carbon/react';
import { useEffect, useRef, useState } from 'react';
import { ApiProblem } from '../api/api-problem.ts';
import { download, saveFile } from '../api/download.ts';
import type { Operation } from '../api/operation.ts';
import { notify } from '../app/notifications.ts';
import { useFormats, useTexts } from '../texts/use-texts.ts';

/** What a search can be asked for as. */
const formats = {
  csv: { accept: 'text/csv', extension: 'csv' },
  ndjson: { accept: 'application/x-ndjson', extension: 'ndjson' },
} as const;

type Format = keyof typeof formats;

export interface ExportMenuProps<Body> {
  /** A search. */
  readonly operation: Operation<{ body?: Body }, unknown>;
  /** With the filter and the order of the list, without a page. */
  readonly body: Body;
  /** Of the file, without ending: `process-instances`. */
  readonly name: string;
  readonly isDisabled?: boolean;
}

/** Saves all results of a list as a file, however many; shows how far it is and can be left. */
export function ExportMenu<Body>({ operation, body, name, isDisabled = false }: ExportMenuProps<Body>) {
  const { parts } = useTexts();
  const units = useFormats();
  const [bytes, setBytes] = useState<number>();
  const stopper = useRef<AbortController>(undefined);
  useEffect(() => () => stopper.current?.abort(), []);

  const start = async (format: Format) => {
    const { accept, extension } = formats[format];
    const stop = new AbortController();
    stopper.current = stop;
    setBytes(0);
    try {
      const content = await download(operation, { body }, { accept, signal: stop.signal, onProgress: setBytes });
      const file = `${name}.${extension}`;
      saveFile(content, file);
      notify({ kind: 'success', title: parts.exported, text: parts.exportDone(file, units.bytes(content.size)) });
    } catch (error) {
      if (stop.signal.aborted) return;
      const text = error instanceof ApiProblem ? error.message : parts.unreachable;
      notify({ kind: 'error', title: parts.exportFailed, text });
    } finally {
      setBytes(undefined);
    }
  };

  if (bytes !== undefined) {
    return (
      <span className="export-progress">
        <InlineLoading description={parts.exporting(units.bytes(bytes))} />
        <Button kind="ghost" size="sm" onClick={() => stopper.current?.abort()}>
          {parts.cancel}
        </Button>
      </span>
    );
  }
  return (
    <OverflowMenu
      size="sm"
      flipped
      renderIcon={Download}
      iconDescription={parts.export}
      aria-label={parts.export}
      menuOptionsClass="wide-menu"
      disabled={isDisabled}
    >
      {(Object.keys(formats) as Format[]).map((format) => (
        <OverflowMenuItem key={format} itemText={parts.exportAs[format]} onClick={() => void start(format)} />
      ))}
    </OverflowMenu>
  );
}
