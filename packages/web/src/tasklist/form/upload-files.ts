import type { ApiProblem } from '../../api/api-problem.ts';
import type { DocumentMetadata, DocumentReference } from '../../api/gen/api.ts';
import { uploadDocument } from '../../api/upload-document.ts';

export interface UploadFailure {
  readonly fileName: string;
  readonly problem: ApiProblem;
}

export interface UploadResult {
  readonly documents: ReadonlyMap<string, readonly DocumentReference[]>;
  readonly failures: readonly UploadFailure[];
}

export interface UploadFilesOptions {
  readonly metadata: DocumentMetadata;
  readonly signal: AbortSignal;
  onProgress(fileName: string, share: number): void;
}

/** A file that is there is not sent again when only something else was wrong. */
const uploaded = new WeakMap<File, DocumentReference>();

/** Sends chosen files one after another. Files that fail do not stop the others. */
export async function uploadFiles(
  files: ReadonlyMap<string, readonly File[]>,
  { metadata, signal, onProgress }: UploadFilesOptions,
): Promise<UploadResult> {
  const documents = new Map<string, readonly DocumentReference[]>();
  const failures: UploadFailure[] = [];
  for (const [name, chosen] of files) {
    const references: DocumentReference[] = [];
    for (const file of chosen) {
      try {
        const reference =
          uploaded.get(file) ??
          (await uploadDocument(file, { metadata, signal, onProgress: (share) => onProgress(file.name, share) }));
        uploaded.set(file, reference);
        references.push(reference);
      } catch (error) {
        if (signal.aborted) throw error;
        failures.push({ fileName: file.name, problem: error as ApiProblem });
      }
    }
    documents.set(name, references);
  }
  return { documents, failures };
}
