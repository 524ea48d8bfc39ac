import { EXPIRY_GROUP_MS } from './limits.ts';

/** Digits enough for the year 33658, so that names of groups sort as times do. */
const DIGITS = 15;

/** Name of the group of documents that have expired when its time is over: the groups sort by time. */
export function expiryGroupOf(expiresAt: number): string {
  return String(Math.ceil(expiresAt / EXPIRY_GROUP_MS) * EXPIRY_GROUP_MS).padStart(DIGITS, '0');
}

/** Whether everything in a group has expired. @param name of the group; other names are no groups. */
export function hasExpired(name: string, nowMs: number): boolean {
  return /^\d{15}$/.test(name) && Number(name) <= nowMs;
}
