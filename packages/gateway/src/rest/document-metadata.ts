import { randomUUID } from 'node:crypto';
import type { DocumentMetadata } from '../documents/document.ts';
import type { DocumentReference } from '../documents/documents.ts';
import { CUSTOM_PROPERTIES_LENGTH_MAX } from '../documents/limits.ts';
import { invalidArgument } from './errors.ts';
import { JsonBody } from './json-body.ts';
import { jsonObject, jsonText } from './json-text.ts';
import type { UploadedFile } from './read-documents.ts';
import { RequestValidator } from './request-validator.ts';
import { documentMetadata } from './schemas/document.ts';
import { tooLong } from './violation.ts';

const DEFAULT_CONTENT_TYPE = 'application/octet-stream';

const validator = new RequestValidator(documentMetadata);

/**
 * What a client says of a document, and what its part says where the client is silent.
 * @param text JSON; empty = nothing.
 * @throws {RestProblem} it cannot be read or breaks a rule.
 */
export function metadataOf(text: string, file: UploadedFile): Omit<DocumentMetadata, 'size'> {
  const json = JsonBody.parse(text, validator.freeMembers, { isRequired: false });
  const said = validator.check(json);
  const customProperties = json.text('customProperties') ?? '{}';
  if (customProperties.length > CUSTOM_PROPERTIES_LENGTH_MAX) {
    throw invalidArgument([tooLong('customProperties', CUSTOM_PROPERTIES_LENGTH_MAX)]);
  }
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
