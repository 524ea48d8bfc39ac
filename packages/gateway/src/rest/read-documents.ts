/**
 * Reads uploads of documents: each file goes to disk as it comes, and is counted and hashed on its way.
 *
 * Parts are told apart by their names alone: clients send files with and without file names, and metadata as a text or as
 * a file.
 */
import type { Readable } from 'node:stream';
import type { MultipartFile } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import type { Documents } from '../documents/documents.ts';
import { DocumentError } from '../documents/errors.ts';
import { BATCH_FILES_MAX, METADATA_BYTES_MAX } from '../documents/limits.ts';
import type { ReceivedFile } from '../documents/received-file.ts';
import { badRequest, payloadTooLarge, unreadableBody } from './errors.ts';
import { problemOf } from './problem-of.ts';
import type { RestProblem } from './rest-problem.ts';

/** A file of an upload, or why it could not be taken. */
export interface UploadedFile {
  readonly fileName: string;
  readonly contentType: string;
  readonly received: ReceivedFile | RestProblem;
}

export interface DocumentsUpload {
  readonly files: readonly UploadedFile[];
  /** Texts of JSON, as they came. */
  readonly metadata: readonly string[];
  /** Removes what no store took. */
  discard(): Promise<void>;
}

export interface UploadPartNames {
  readonly file: string;
  readonly metadata: string;
}

/** A browser's form has some more parts now and then; they are ignored. */
const PARTS_MAX = 2 * BATCH_FILES_MAX + 20;

/** What Node's and browsers' forms call a part that was no file. */
const NAME_OF_BLOBS = 'blob';

/** @throws {RestProblem} the request is cut or malformed, or holds too much or too little. */
export async function readDocuments(
  request: FastifyRequest,
  options: { readonly documents: Documents; readonly storeId: string | undefined; readonly names: UploadPartNames },
): Promise<DocumentsUpload> {
  const files: UploadedFile[] = [];
  const metadata: string[] = [];
  const discard = async () => {
    for (const { received } of files) if ('discard' in received) await received.discard();
  };
  try {
    await readParts(request, { ...options, files, metadata });
  } catch (error) {
    await discard();
    // Everything else the parser complains about lies in the bytes the client sent.
    throw problemOf(error) ?? unreadableBody();
  }
  return { files, metadata, discard };
}

interface Reading {
  readonly documents: Documents;
  readonly storeId: string | undefined;
  readonly names: UploadPartNames;
  readonly files: UploadedFile[];
  readonly metadata: string[];
}

async function readParts(request: FastifyRequest, reading: Reading): Promise<void> {
  const { names, files, metadata } = reading;
  // Bytes of a part are counted where they go to: files and metadata have limits of their own.
  const limits = { parts: PARTS_MAX, files: PARTS_MAX, fileSize: Number.POSITIVE_INFINITY };
  let metadataBytes = 0;
  for await (const part of request.parts({ limits, isPartAFile: () => true })) {
    if (part.type !== 'file') continue;
    if (part.fieldname === names.file) {
      if (files.length === BATCH_FILES_MAX) {
        throw badRequest(`Expected at most ${BATCH_FILES_MAX} files in one request, but got more`);
      }
      files.push(await received(part, reading));
    } else if (part.fieldname === names.metadata) {
      const text = await textOf(part.file, METADATA_BYTES_MAX - metadataBytes);
      metadataBytes += text.length;
      metadata.push(text);
    } else part.file.resume();
  }
  if (files.length === 0) throw badRequest(`Required part '${names.file}' is not present.`);
}

async function received(part: MultipartFile, { documents, storeId }: Reading): Promise<UploadedFile> {
  const { filename, mimetype } = part;
  const named = {
    fileName: filename === undefined || filename === NAME_OF_BLOBS ? '' : filename,
    contentType: mimetype,
  };
  try {
    return { ...named, received: await documents.receive(storeId, part.file) };
  } catch (error) {
    // What is not read to its end would hold up what comes behind it.
    part.file.resume();
    const problem = problemOf(error);
    if (problem === undefined || !(error instanceof DocumentError) || error.code !== 'TOO_LARGE') throw error;
    return { ...named, received: problem };
  }
}

async function textOf(content: Readable, bytesMax: number): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of content as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > bytesMax)
      throw payloadTooLarge(`Expected at most ${METADATA_BYTES_MAX} bytes of metadata, but got more`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
