import { useTexts } from '../../texts/use-texts.ts';
import { useConnection } from '../connection.ts';

/** How fresh the page is, in a word. */
export function ConnectionState() {
  const { connection: texts } = useTexts().shell;
  const { connection } = useConnection();
  const helps = { live: texts.liveHelp, offline: texts.offlineHelp, polling: texts.pollingHelp, connecting: undefined };
  const help = helps[connection];
  return (
    <span className="connection-state" data-connection={connection} title={help}>
      <span className="connection-dot" aria-hidden="true" />
      <span className="connection-word">{texts[connection]}</span>
    </span>
  );
}
