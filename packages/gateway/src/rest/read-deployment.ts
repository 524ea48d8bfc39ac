import type { DeploymentResource } from '@waggle/protocol';
import type { FastifyRequest } from 'fastify';
import { badRequest, payloadTooLarge, unreadableBody } from './errors.ts';
import { REQUEST_BYTES_MAX } from './limits.ts';
import { problemOf } from './problem-of.ts';
import type { DeploymentUpload } from './schemas/deployment-upload.ts';

/**
 * Reads a multipart deployment: every part with a file name is a file, whatever the part's own name.
 * @throws {RestProblem} the request is cut or malformed, too large, or holds no file.
 */
export async function readDeployment(request: FastifyRequest): Promise<DeploymentUpload> {
  try {
    return await readParts(request);
  } catch (error) {
    // Everything else the parser complains about lies in the bytes the client sent.
    throw problemOf(error) ?? unreadableBody();
  }
}

async function readParts(request: FastifyRequest): Promise<DeploymentUpload> {
  const resources: DeploymentResource[] = [];
  let tenantId: string | undefined;
  let bytes = 0;
  for await (const part of request.parts()) {
    if (part.type === 'field') {
      if (part.fieldname === 'tenantId' && typeof part.value === 'string' && part.value !== '') tenantId = part.value;
      continue;
    }
    const resource = await part.toBuffer();
    bytes += resource.length;
    // The parser bounds each file; only we can bound their sum.
    if (bytes > REQUEST_BYTES_MAX) {
      throw payloadTooLarge(`Expected at most ${REQUEST_BYTES_MAX} bytes of files in one deployment, but got more`);
    }
    if (!part.filename) {
      throw badRequest(`Expected the part '${part.fieldname}' to have a file name, as its ending says what it holds`);
    }
    resources.push({ resourceName: part.filename, resource });
  }
  if (resources.length === 0) throw badRequest("Required part 'resources' is not present.");
  return { resources, tenantId };
}
