/** Kinds of exporters that can be configured; `start/exporter-definitions.ts` says what each is. */
export const exporterKindNames = ['json-lines'] as const;

export type ExporterKindName = (typeof exporterKindNames)[number];
