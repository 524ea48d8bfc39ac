/** The filters of the processes page as they stand in the URL. */
export interface ProcessesSearch {
  readonly process?: string;
}

/** Takes what is understood; the rest of a URL that somebody typed is left out. */
export function processesSearch(search: Record<string, unknown>): ProcessesSearch {
  return typeof search.process === 'string' ? { process: search.process } : {};
}
