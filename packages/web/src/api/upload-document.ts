import { ApiProblem } from './api-problem.ts';
import { createDocument, type DocumentMetadata, type DocumentReference } from './gen/api.ts';

export interface UploadOptions {
  readonly metadata?: DocumentMetadata;
  readonly signal?: AbortSignal;
  /** @param share sent so far, 0 to 1. */
  onProgress?(share: number): void;
}

/**
 * Keeps a file on the server; as `call(createDocument)`, but tells how far it is, which `fetch` cannot.
 * @throws {ApiProblem} the server refused it, failed, or is away. `AbortError` when the signal came first.
 */
export function uploadDocument(
  file: File,
  { metadata, signal, onProgress }: UploadOptions = {},
): Promise<DocumentReference> {
  const request = `${createDocument.method} ${createDocument.path}`;
  const body = new FormData();
  body.set('file', file);
  if (metadata !== undefined) body.set('metadata', new Blob([JSON.stringify(metadata)], { type: 'application/json' }));
  return new Promise((resolve, reject) => {
    const upload = new XMLHttpRequest();
    upload.open(createDocument.method, createDocument.path);
    upload.responseType = 'text';
    upload.upload.onprogress = ({ loaded, total }) => onProgress?.(total === 0 ? 0 : loaded / total);
    upload.onload = () => {
      const { status, statusText, responseText } = upload;
      if (status === 201) resolve(JSON.parse(responseText) as DocumentReference);
      else reject(problemOf(status, statusText, responseText, request));
    };
    upload.onerror = () => reject(new ApiProblem({ status: 0, title: 'Server unreachable', detail: '', request }));
    upload.onabort = () => reject(signal?.reason ?? new DOMException('Aborted', 'AbortError'));
    signal?.addEventListener('abort', () => upload.abort(), { once: true });
    upload.send(body);
  });
}

function problemOf(status: number, statusText: string, text: string, request: string): ApiProblem {
  try {
    const { title, detail } = JSON.parse(text) as { title?: string; detail?: string };
    return new ApiProblem({ status, title: title ?? statusText, detail: detail ?? '', request });
  } catch {
    // A proxy's page: its text helps nobody.
    return new ApiProblem({ status, title: statusText, detail: '', request });
  }
}
