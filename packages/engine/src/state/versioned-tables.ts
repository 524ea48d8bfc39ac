/** What all kinds of deployed files have in common: versions of an id, tags, and the deployment they came with. */
import {
  type DecisionRequirementsValue,
  type DecisionValue,
  type FormValue,
  type Key,
  NO_KEY,
  type ResourceValue,
} from '@waggle/protocol';
import type { GroupedStateTable, StateTable } from '../storage/state-store.ts';
import type { EngineState } from './engine-state.ts';
import { newestOtherVersion } from './previous-version.ts';
import { tenantName } from './table-names.ts';

/** The newest version of an id. */
export interface LatestVersion {
  /** NO_KEY when all versions are deleted. */
  readonly key: Key;
  /** The highest there ever was: numbers of deleted versions are never given again. */
  readonly version: number;
}

export interface VersionedTables<Row> {
  readonly rows: StateTable<Key, Row>;
  /** By id and tenant. */
  readonly latest: StateTable<string, LatestVersion>;
  /** Group: id and tenant; member: version. */
  readonly versions: GroupedStateTable<string, bigint, Key>;
  /** Group: id and tenant; member: version tag. Absent = this kind has no tags. */
  readonly versionTags?: GroupedStateTable<string, string, Key>;
  /** Group: deployment; member: id. */
  readonly deployed: GroupedStateTable<Key, string, Key>;
  versionOf(row: Row): VersionedRow;
}

/** What the tables above need to know of a row. */
export interface VersionedRow {
  readonly id: string;
  readonly key: Key;
  readonly version: number;
  /** Empty without. */
  readonly versionTag: string;
  readonly deploymentKey: Key;
  readonly tenantId: string;
}

export function putVersion<Row>(tables: VersionedTables<Row>, row: Row): void {
  const { id, key, version, versionTag, deploymentKey, tenantId } = tables.versionOf(row);
  const name = tenantName(id, tenantId);
  tables.rows.put(key, row);
  tables.versions.put(name, BigInt(version), key);
  tables.deployed.put(deploymentKey, id, key);
  // Distributed deployments may arrive out of order: a late older version does not take the place of a newer one.
  if (versionTag !== '' && version > taggedVersion(tables, name, versionTag)) {
    tables.versionTags?.put(name, versionTag, key);
  }
  if (version > (tables.latest.get(name)?.version ?? 0)) tables.latest.put(name, { key, version });
}

export function removeVersion<Row>(tables: VersionedTables<Row>, row: Row): void {
  const { id, key, version, versionTag, deploymentKey, tenantId } = tables.versionOf(row);
  const name = tenantName(id, tenantId);
  const latest = tables.latest.get(name);
  if (latest?.key === key) {
    tables.latest.put(name, { ...latest, key: newestOtherVersion(tables.versions, name, version) ?? NO_KEY });
  }
  tables.versions.delete(name, BigInt(version));
  if (tables.versionTags?.get(name, versionTag) === key) tables.versionTags.delete(name, versionTag);
  tables.deployed.delete(deploymentKey, id);
  tables.rows.delete(key);
}

function taggedVersion<Row>(tables: VersionedTables<Row>, name: string, versionTag: string): number {
  const key = tables.versionTags?.get(name, versionTag);
  const row = key === undefined ? undefined : tables.rows.get(key);
  return row === undefined ? 0 : tables.versionOf(row).version;
}

export function formTables(state: EngineState): VersionedTables<FormValue> {
  return {
    rows: state.forms,
    latest: state.latestForms,
    versions: state.formVersions,
    versionTags: state.formVersionTags,
    deployed: state.deployedForms,
    versionOf: (form) => ({ ...form, id: form.formId, key: form.formKey }),
  };
}

export function resourceTables(state: EngineState): VersionedTables<ResourceValue> {
  return {
    rows: state.resources,
    latest: state.latestResources,
    versions: state.resourceVersions,
    versionTags: state.resourceVersionTags,
    deployed: state.deployedResources,
    versionOf: (resource) => ({ ...resource, id: resource.resourceId, key: resource.resourceKey }),
  };
}

export function decisionTables(state: EngineState): VersionedTables<DecisionValue> {
  return {
    rows: state.decisions,
    latest: state.latestDecisions,
    versions: state.decisionVersions,
    versionTags: state.decisionVersionTags,
    deployed: state.deployedDecisions,
    versionOf: (decision) => ({ ...decision, id: decision.decisionId, key: decision.decisionKey }),
  };
}

export function decisionRequirementsTables(state: EngineState): VersionedTables<DecisionRequirementsValue> {
  return {
    rows: state.decisionRequirements,
    latest: state.latestDecisionRequirements,
    versions: state.decisionRequirementsVersions,
    deployed: state.deployedDecisionRequirements,
    versionOf: (requirements) => ({
      id: requirements.decisionRequirementsId,
      key: requirements.decisionRequirementsKey,
      version: requirements.decisionRequirementsVersion,
      versionTag: '',
      deploymentKey: requirements.deploymentKey,
      tenantId: requirements.tenantId,
    }),
  };
}
