import { useEffect, useRef } from 'react';
import { type UploadFilesOptions, type UploadResult, uploadFiles } from './upload-files.ts';

type Upload = (
  files: ReadonlyMap<string, readonly File[]>,
  options: Omit<UploadFilesOptions, 'signal'>,
) => Promise<UploadResult | undefined>;

/** Sends files as long as the form is there: `undefined` = it was left meanwhile, and nothing is to follow. */
export function useUpload(): Upload {
  const present = useRef<AbortController>(undefined);
  useEffect(() => () => present.current?.abort(), []);
  return async (files, options) => {
    const controller = new AbortController();
    present.current = controller;
    try {
      return await uploadFiles(files, { ...options, signal: controller.signal });
    } catch (error) {
      if (controller.signal.aborted) return undefined;
      throw error;
    }
  };
}
