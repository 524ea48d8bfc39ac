import type { ProcessMetadata } from '@waggle/protocol';

/** `gateway_protocol.ProcessMetadata`. */
export function processMetadataMessage(metadata: ProcessMetadata): object {
  return {
    bpmnProcessId: metadata.bpmnProcessId,
    version: metadata.version,
    processDefinitionKey: String(metadata.processDefinitionKey),
    resourceName: metadata.resourceName,
    tenantId: metadata.tenantId,
  };
}
