import type { MessagePackReader } from '../encoding/message-pack-reader.ts';
import type { MessagePackWriter } from '../encoding/message-pack-writer.ts';
import type { ValueCodec } from '../encoding/value-codec.ts';
import { type Key, NO_KEY } from '../key.ts';
import { DEFAULT_TENANT_ID } from '../limits.ts';

export interface DeploymentResource {
  readonly resourceName: string;
  readonly resource: Uint8Array;
}

export interface ProcessMetadata {
  readonly bpmnProcessId: string;
  readonly version: number;
  readonly versionTag: string;
  readonly processDefinitionKey: Key;
  readonly resourceName: string;
  readonly checksum: string;
  /** The latest version already had this content; nothing was created. */
  readonly isDuplicate: boolean;
  readonly tenantId: string;
}

/** A form or another resource that has a version but is no process. */
export interface ResourceMetadata {
  readonly resourceId: string;
  readonly version: number;
  readonly versionTag: string;
  readonly resourceKey: Key;
  readonly resourceName: string;
  readonly checksum: string;
  readonly isDuplicate: boolean;
  readonly tenantId: string;
}

export interface DecisionRequirementsMetadata {
  readonly decisionRequirementsId: string;
  readonly decisionRequirementsName: string;
  readonly decisionRequirementsVersion: number;
  readonly decisionRequirementsKey: Key;
  readonly namespace: string;
  readonly resourceName: string;
  readonly checksum: string;
  readonly isDuplicate: boolean;
  readonly tenantId: string;
}

export interface DecisionMetadata {
  readonly decisionId: string;
  readonly decisionName: string;
  readonly version: number;
  readonly versionTag: string;
  readonly decisionKey: Key;
  readonly decisionRequirementsId: string;
  readonly decisionRequirementsKey: Key;
  readonly isDuplicate: boolean;
  readonly tenantId: string;
}

export interface DeploymentValue {
  readonly deploymentKey: Key;
  readonly tenantId: string;
  /** Empty in events: the definitions' own events carry the content. */
  readonly resources: readonly DeploymentResource[];
  readonly processesMetadata: readonly ProcessMetadata[];
  readonly formsMetadata: readonly ResourceMetadata[];
  readonly resourcesMetadata: readonly ResourceMetadata[];
  readonly decisionRequirementsMetadata: readonly DecisionRequirementsMetadata[];
  /** Grouped by their requirements, in the order of the files. */
  readonly decisionsMetadata: readonly DecisionMetadata[];
}

/** A command only brings files; what became of them is filled in by the engine. */
export function deploymentCommandValue(
  resources: readonly DeploymentResource[],
  tenantId = DEFAULT_TENANT_ID,
): DeploymentValue {
  return {
    deploymentKey: NO_KEY,
    tenantId,
    resources,
    processesMetadata: [],
    formsMetadata: [],
    resourcesMetadata: [],
    decisionRequirementsMetadata: [],
    decisionsMetadata: [],
  };
}

function writeProcessMetadata(writer: MessagePackWriter, value: ProcessMetadata): void {
  writer.arrayHeader(8);
  writer.text(value.bpmnProcessId);
  writer.integer(value.version);
  writer.text(value.versionTag);
  writer.key(value.processDefinitionKey);
  writer.text(value.resourceName);
  writer.text(value.checksum);
  writer.boolean(value.isDuplicate);
  writer.text(value.tenantId);
}

function readProcessMetadata(reader: MessagePackReader): ProcessMetadata {
  reader.arrayHeader();
  return {
    bpmnProcessId: reader.text(),
    version: reader.integer(),
    versionTag: reader.text(),
    processDefinitionKey: reader.key(),
    resourceName: reader.text(),
    checksum: reader.text(),
    isDuplicate: reader.boolean(),
    tenantId: reader.text(),
  };
}

function writeResourcesMetadata(writer: MessagePackWriter, values: readonly ResourceMetadata[]): void {
  writer.arrayHeader(values.length);
  for (const value of values) {
    writer.arrayHeader(8);
    writer.text(value.resourceId);
    writer.integer(value.version);
    writer.text(value.versionTag);
    writer.key(value.resourceKey);
    writer.text(value.resourceName);
    writer.text(value.checksum);
    writer.boolean(value.isDuplicate);
    writer.text(value.tenantId);
  }
}

function readResourcesMetadata(reader: MessagePackReader): ResourceMetadata[] {
  return Array.from({ length: reader.arrayHeader() }, () => {
    reader.arrayHeader();
    return {
      resourceId: reader.text(),
      version: reader.integer(),
      versionTag: reader.text(),
      resourceKey: reader.key(),
      resourceName: reader.text(),
      checksum: reader.text(),
      isDuplicate: reader.boolean(),
      tenantId: reader.text(),
    };
  });
}

function writeDecisionRequirementsMetadata(writer: MessagePackWriter, value: DecisionRequirementsMetadata): void {
  writer.arrayHeader(9);
  writer.text(value.decisionRequirementsId);
  writer.text(value.decisionRequirementsName);
  writer.integer(value.decisionRequirementsVersion);
  writer.key(value.decisionRequirementsKey);
  writer.text(value.namespace);
  writer.text(value.resourceName);
  writer.text(value.checksum);
  writer.boolean(value.isDuplicate);
  writer.text(value.tenantId);
}

function readDecisionRequirementsMetadata(reader: MessagePackReader): DecisionRequirementsMetadata {
  reader.arrayHeader();
  return {
    decisionRequirementsId: reader.text(),
    decisionRequirementsName: reader.text(),
    decisionRequirementsVersion: reader.integer(),
    decisionRequirementsKey: reader.key(),
    namespace: reader.text(),
    resourceName: reader.text(),
    checksum: reader.text(),
    isDuplicate: reader.boolean(),
    tenantId: reader.text(),
  };
}

function writeDecisionMetadata(writer: MessagePackWriter, value: DecisionMetadata): void {
  writer.arrayHeader(9);
  writer.text(value.decisionId);
  writer.text(value.decisionName);
  writer.integer(value.version);
  writer.text(value.versionTag);
  writer.key(value.decisionKey);
  writer.text(value.decisionRequirementsId);
  writer.key(value.decisionRequirementsKey);
  writer.boolean(value.isDuplicate);
  writer.text(value.tenantId);
}

function readDecisionMetadata(reader: MessagePackReader): DecisionMetadata {
  reader.arrayHeader();
  return {
    decisionId: reader.text(),
    decisionName: reader.text(),
    version: reader.integer(),
    versionTag: reader.text(),
    decisionKey: reader.key(),
    decisionRequirementsId: reader.text(),
    decisionRequirementsKey: reader.key(),
    isDuplicate: reader.boolean(),
    tenantId: reader.text(),
  };
}

export const deploymentCodec: ValueCodec<DeploymentValue> = {
  write(writer, value) {
    writer.arrayHeader(8);
    writer.key(value.deploymentKey);
    writer.text(value.tenantId);
    writer.arrayHeader(value.resources.length);
    for (const { resourceName, resource } of value.resources) {
      writer.arrayHeader(2);
      writer.text(resourceName);
      writer.bytes(resource);
    }
    writer.arrayHeader(value.processesMetadata.length);
    for (const metadata of value.processesMetadata) writeProcessMetadata(writer, metadata);
    writeResourcesMetadata(writer, value.formsMetadata);
    writeResourcesMetadata(writer, value.resourcesMetadata);
    writer.arrayHeader(value.decisionRequirementsMetadata.length);
    for (const metadata of value.decisionRequirementsMetadata) writeDecisionRequirementsMetadata(writer, metadata);
    writer.arrayHeader(value.decisionsMetadata.length);
    for (const metadata of value.decisionsMetadata) writeDecisionMetadata(writer, metadata);
  },
  read(reader, fields) {
    const deploymentKey = reader.key();
    const tenantId = reader.text();
    const resources = Array.from({ length: reader.arrayHeader() }, (): DeploymentResource => {
      reader.arrayHeader();
      return { resourceName: reader.text(), resource: reader.bytes() };
    });
    const processesMetadata = Array.from({ length: reader.arrayHeader() }, () => readProcessMetadata(reader));
    const formsMetadata = fields > 4 ? readResourcesMetadata(reader) : [];
    const resourcesMetadata = fields > 5 ? readResourcesMetadata(reader) : [];
    const knowsDecisions = fields > 7;
    return {
      deploymentKey,
      tenantId,
      resources,
      processesMetadata,
      formsMetadata,
      resourcesMetadata,
      decisionRequirementsMetadata: Array.from({ length: knowsDecisions ? reader.arrayHeader() : 0 }, () =>
        readDecisionRequirementsMetadata(reader),
      ),
      decisionsMetadata: Array.from({ length: knowsDecisions ? reader.arrayHeader() : 0 }, () =>
        readDecisionMetadata(reader),
      ),
    };
  },
};
