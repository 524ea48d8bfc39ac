import { BATCH_FILES_MAX, CUSTOM_PROPERTIES_LENGTH_MAX, DOCUMENT_ID_LENGTH_MAX } from '../../documents/limits.ts';
import { processDefinitionId } from './identifiers.ts';
import { processInstanceKey } from './keys.ts';
import { type InlineSchema, type NamedSchema, orNull } from './schema.ts';

export const documentId: NamedSchema<string> = {
  name: 'DocumentId',
  definition: {
    type: 'string',
    description: 'Names a document within its store.',
    minLength: 1,
    maxLength: DOCUMENT_ID_LENGTH_MAX,
    pattern: '^[^\\p{Cc}\\p{Cs}]*$',
  },
};

export interface DocumentMetadataMember {
  readonly contentType?: string | null;
  readonly fileName?: string | null;
  readonly expiresAt?: string | null;
  readonly processDefinitionId?: string | null;
  readonly processInstanceKey?: string | null;
}

const customProperties: InlineSchema = {
  type: 'object',
  additionalProperties: {},
  description: `Anything else worth knowing of the document; at most ${CUSTOM_PROPERTIES_LENGTH_MAX} characters of JSON.`,
};

/** RFC 6838, with parameters: what can stand in a header as it is. */
const contentType: InlineSchema = {
  type: 'string',
  maxLength: 255,
  pattern: '^$|^[\\w.+!#$&^-]+/[\\w.+!#$&^-]+(?: *; *[\\w.+!#$&^-]+=(?:[\\w.+!#$&^:/-]+|"[ !#-\\[\\]-~]*"))*$',
};

const fileName: InlineSchema = { type: 'string', maxLength: 1_000 };

export const documentMetadata: NamedSchema<DocumentMetadataMember> = {
  name: 'DocumentMetadata',
  definition: {
    type: 'object',
    additionalProperties: false,
    description: 'What is known of a document beside its content.',
    properties: {
      contentType: { ...contentType, description: "Kind of content; none = that of the file's part." },
      fileName: { ...fileName, description: "Name of the file; none = that of the file's part." },
      expiresAt: { type: 'string', format: 'date-time', description: 'When it is deleted; none = never.' },
      size: { type: 'integer', format: 'int64', description: 'Ignored: the content is counted.' },
      processDefinitionId,
      processInstanceKey,
      customProperties,
    },
  },
};

/** The parts of uploads that are JSON, as if they were one body. */
export const uploadMetadata: NamedSchema<{ readonly metadata?: DocumentMetadataMember | null }> = {
  name: 'DocumentUploadMetadata',
  definition: { type: 'object', additionalProperties: false, properties: { metadata: documentMetadata } },
};

export const batchUploadMetadata: NamedSchema<{ readonly metadataList?: readonly DocumentMetadataMember[] | null }> = {
  name: 'DocumentBatchUploadMetadata',
  definition: {
    type: 'object',
    additionalProperties: false,
    properties: { metadataList: { type: 'array', items: documentMetadata, maxItems: BATCH_FILES_MAX } },
  },
};

const documentMetadataResponse: NamedSchema = {
  name: 'DocumentMetadataResponse',
  definition: {
    type: 'object',
    description: 'What is known of a document beside its content.',
    required: [
      'contentType',
      'fileName',
      'expiresAt',
      'size',
      'processDefinitionId',
      'processInstanceKey',
      'customProperties',
    ],
    properties: {
      contentType: { type: 'string' },
      fileName: { type: 'string' },
      expiresAt: { type: 'string', format: 'date-time', nullable: true },
      size: { type: 'integer', format: 'int64', description: 'Bytes of the content.' },
      processDefinitionId: orNull(processDefinitionId),
      processInstanceKey: orNull(processInstanceKey),
      customProperties,
    },
  },
};

export const documentReference: NamedSchema = {
  name: 'DocumentReference',
  definition: {
    type: 'object',
    description: 'Refers to a document; it can be kept as a variable.',
    required: ['camunda.document.type', 'storeId', 'documentId', 'contentHash', 'metadata'],
    properties: {
      'camunda.document.type': { type: 'string', enum: ['camunda'] },
      storeId: { type: 'string', description: 'The store that keeps it.' },
      documentId,
      contentHash: {
        type: 'string',
        nullable: true,
        description: 'SHA-256 of the content, to be named when it is read.',
      },
      metadata: documentMetadataResponse,
    },
  },
};

const failureDetail: NamedSchema = {
  name: 'DocumentCreationFailureDetail',
  definition: {
    type: 'object',
    description: 'Why one document of several was not created.',
    required: ['fileName', 'status', 'title', 'detail'],
    properties: {
      fileName: { type: 'string' },
      status: { type: 'integer', format: 'int32', description: 'The HTTP status it would have had alone.' },
      title: { type: 'string' },
      detail: { type: 'string' },
    },
  },
};

export const documentCreationBatchResponse: NamedSchema = {
  name: 'DocumentCreationBatchResponse',
  definition: {
    type: 'object',
    required: ['failedDocuments', 'createdDocuments'],
    properties: {
      failedDocuments: { type: 'array', items: failureDetail },
      createdDocuments: { type: 'array', items: documentReference },
    },
  },
};

export interface DocumentLinkRequest {
  readonly timeToLive?: number | null;
}

export const documentLinkRequest: NamedSchema<DocumentLinkRequest> = {
  name: 'DocumentLinkRequest',
  definition: {
    type: 'object',
    additionalProperties: false,
    properties: {
      timeToLive: {
        type: 'integer',
        format: 'int64',
        default: 3_600_000,
        minimum: 1,
        description: 'Milliseconds the link holds; at most a week.',
      },
    },
  },
};

export const documentLink: NamedSchema = {
  name: 'DocumentLink',
  definition: {
    type: 'object',
    required: ['url', 'expiresAt'],
    properties: { url: { type: 'string' }, expiresAt: { type: 'string', format: 'date-time' } },
  },
};

export const documentUpload: InlineSchema = {
  type: 'object',
  required: ['file'],
  properties: { file: { type: 'string', format: 'binary' }, metadata: documentMetadata },
};

export const documentBatchUpload: InlineSchema = {
  type: 'object',
  required: ['files'],
  properties: {
    files: { type: 'array', items: { type: 'string', format: 'binary' }, minItems: 1, maxItems: BATCH_FILES_MAX },
    metadataList: { type: 'array', items: documentMetadata, description: 'One for each file, in their order.' },
  },
};
