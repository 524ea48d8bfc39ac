export const RecordType = { EVENT: 0, COMMAND: 1, COMMAND_REJECTION: 2 } as const;

export type RecordTypeName = keyof typeof RecordType;
export type RecordType = (typeof RecordType)[RecordTypeName];
