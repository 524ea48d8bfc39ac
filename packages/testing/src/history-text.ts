import { type Key, NO_KEY } from '@waggle/protocol';
import type { History } from './history.ts';

/** Lines told of one story; of a longer one the end, where it went wrong. */
const LINES_MAX = 200;

/** What happened in order, to an instance with those it called, or to all. */
export function historyText(history: History, instanceKey?: Key): string {
  const entries = history.entries.filter(
    (entry) => instanceKey === undefined || isPartOf(history, entry.processInstanceKey, instanceKey),
  );
  if (entries.length === 0) return 'Nothing happened.';
  const omitted = entries.length - LINES_MAX;
  const lines = entries.slice(-LINES_MAX).map(({ timeMs, processInstanceKey, text }) => {
    const process = history.instances.get(processInstanceKey)?.processId ?? '';
    return `  ${new Date(timeMs).toISOString()}  ${process}: ${text}`;
  });
  return ['What happened:', ...(omitted > 0 ? [`  … ${omitted} lines before`] : []), ...lines].join('\n');
}

function isPartOf(history: History, key: Key, instanceKey: Key): boolean {
  for (let each = key; each !== NO_KEY; each = history.instances.get(each)?.parentKey ?? NO_KEY) {
    if (each === instanceKey) return true;
  }
  return false;
}
