/** What exporters do, as an operator set it. */
export type ExportingMode =
  | 'exporting'
  /** Nothing is exported. */
  | 'paused'
  /** Records are exported, but what exporters acknowledged does not let the log forget, so a backup has all that is not in it. */
  | 'softPaused';

/** `mixed`: a change has not reached everything yet, or something that was on its way is still being stored. */
export type ExportingStatus = ExportingMode | 'mixed';
