import type { ResourceMetadata } from '@waggle/protocol';

/** `gateway_protocol.FormMetadata`. */
export function formMetadataMessage(metadata: ResourceMetadata): object {
  return {
    formId: metadata.resourceId,
    version: metadata.version,
    formKey: String(metadata.resourceKey),
    resourceName: metadata.resourceName,
    tenantId: metadata.tenantId,
  };
}
