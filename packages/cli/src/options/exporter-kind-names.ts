/** Kinds of exporters that can be configured; `start/exporter-plans.ts` says what each is. */
export const exporterKindNames = ['json-lines', 'elasticsearch', 'opensearch'] as const;

export type ExporterKindName = (typeof exporterKindNames)[number];
