export { CHANGE_CLIENTS_MAX, ChangeHub } from './change-hub.ts';
export type { ChangeSource } from './change-source.ts';
