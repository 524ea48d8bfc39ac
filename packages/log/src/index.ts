export {
  FolderLockedError,
  LogFormatError,
  LogUsageError,
  type LogUsageErrorCode,
  WrongPartitionError,
} from './errors.ts';
export * from './failing-log.ts';
export type { Disk, DiskFile } from './file/disk.ts';
export { type FileLog, type FileLogOptions, openFileLog } from './file/file-log.ts';
export type { CutTail } from './file/open-segments.ts';
export { type FolderLock, lockFolder } from './folder-lock.ts';
export * from './free-bytes.ts';
export * from './limits.ts';
export * from './memory-log.ts';
