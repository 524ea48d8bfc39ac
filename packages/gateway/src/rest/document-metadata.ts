import { randomUUID } from 'node:crypto';
import type { DocumentMetadata } from '../documents/document.ts';
import type { DocumentReference } from '../documents/documents.ts';
import { CUSTOM_PROPERTIES_LENGTH_MAX } from '../documents/limits.ts';
import { invalidArgument } from './errors.ts';
import { JsonBody } from './json-body.ts';
import { jsonItems, jsonMembers } from './json-parts.ts';
import { jsonObject, jsonText } from './json-text.ts';
import type { UploadedFile } from './read-documents.ts';
import { RequestValidator } from './request-validator.ts';
import {
  batchUploadMetadata,
  type DocumentMetadataMember,
  documentMetadata,
  uploadMetadata,
} from './schemas/document.ts';
import { tooLong } from './violation.ts';

const DEFAULT_CONTENT_TYPE = 'application/octet-stream';

/** What a client says of one document, in words of its own. */
export interface GivenMetadata {
  readonly members: DocumentMetadataMember;
  /** JSON text. */
  readonly customProperties: string;
}

const single = new RequestValidator(uploadMetadata);
const batch = new RequestValidator(batchUploadMetadata);

/** @param text JSON; empty = nothing. @throws {RestProblem} it cannot be read or breaks a rule. */
export function givenMetadata(text: string): GivenMetadata {
  const json = bodyOf('metadata', text);
  const { metadata } = single.check(json);
  return given(metadata ?? {}, json.text('metadata'), 'metadata');
}

/** @param parts JSON: one with a list, or one for each document. @throws {RestProblem} */
export function givenMetadataList(parts: readonly string[]): readonly GivenMetadata[] {
  const isList = parts.length === 1 && parts[0]!.trimStart().startsWith('[');
  const json = bodyOf('metadataList', isList ? parts[0]! : parts.length === 0 ? '' : `[${parts.join()}]`);
  const { metadataList } = batch.check(json);
  const texts = jsonItems(json.text('metadataList'));
  return (metadataList ?? []).map((members, index) => given(members, texts[index], `metadataList[${index}]`));
}

/** Under its name, so that messages tell the path of what is wrong. */
function bodyOf(name: string, text: string): JsonBody {
  return JsonBody.parse(text.trim() === '' ? '{}' : `{"${name}":${text}}`, new Set(), { isRequired: true });
}

function given(members: DocumentMetadataMember, text: string | undefined, path: string): GivenMetadata {
  const customProperties = jsonMembers(text).get('customProperties') ?? 'null';
  if (customProperties.length > CUSTOM_PROPERTIES_LENGTH_MAX) {
    throw invalidArgument([tooLong(`${path}.customProperties`, CUSTOM_PROPERTIES_LENGTH_MAX)]);
  }
  return { members, customProperties: customProperties === 'null' ? '{}' : customProperties };
}

/** What a client says of a document, and what its part says where the client is silent. */
export function metadataOf(
  { members: said, customProperties }: GivenMetadata,
  file: UploadedFile,
): Omit<DocumentMetadata, 'size'> {
  return {
    fileName: said.fileName || file.fileName || randomUUID(),
    contentType: said.contentType || headerValueOf(file.contentType) || DEFAULT_CONTENT_TYPE,
    expiresAt: said.expiresAt ? Date.parse(said.expiresAt.replace(/\[.*\]$/, '')) : undefined,
    processDefinitionId: said.processDefinitionId ?? undefined,
    processInstanceKey: said.processInstanceKey ?? undefined,
    customProperties,
  };
}

/** What a part says of itself was checked by nobody. */
function headerValueOf(contentType: string): string {
  const { pattern = '' } = documentMetadata.definition.properties!.contentType as { readonly pattern?: string };
  return new RegExp(pattern, 'u').test(contentType) ? contentType : '';
}

export function documentReferenceJson({ storeId, documentId, contentHash, metadata }: DocumentReference): string {
  const { fileName, contentType, expiresAt, size, processDefinitionId, processInstanceKey, customProperties } =
    metadata;
  return jsonObject({
    'camunda.document.type': jsonText('camunda'),
    storeId: jsonText(storeId),
    documentId: jsonText(documentId),
    contentHash: jsonText(contentHash),
    metadata: jsonObject({
      contentType: jsonText(contentType),
      fileName: jsonText(fileName),
      expiresAt: expiresAt === undefined ? 'null' : jsonText(new Date(expiresAt).toISOString()),
      size: String(size),
      processDefinitionId: processDefinitionId === undefined ? 'null' : jsonText(processDefinitionId),
      processInstanceKey: processInstanceKey === undefined ? 'null' : jsonText(processInstanceKey),
      customProperties,
    }),
  });
}
