/** Records that tell where an instance is and how it fares. */
export const instanceValueTypes = ['PROCESS_INSTANCE', 'INCIDENT', 'PROCESS_INSTANCE_MIGRATION'] as const;
