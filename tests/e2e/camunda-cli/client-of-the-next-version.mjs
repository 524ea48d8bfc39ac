/**
 * The REST client as @camunda8/cli 4.1.0 expects it. That release asks for a pre-release of version 10, which is not in
 * every registry; with version 9.1.5 in its place four names are missing when it loads. None of them is behind a command
 * the tests run: three are ids of groups, roles and mapping rules, one lists states to filter a search by.
 */
export * from '@camunda8/orchestration-cluster-api';

const anyText = { assumeExists: (value) => value };

export const GroupId = anyText;
export const RoleId = anyText;
export const MappingRuleId = anyText;
export const WaitStateTypeEnum = {};
