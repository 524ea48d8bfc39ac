export type { ModelFinding } from '@waggle/xml';
export * from './diagram.ts';
export * from './format-findings.ts';
export * from './model.ts';
export * from './parse-bpmn.ts';
