export * from './diagram.ts';
export * from './format-findings.ts';
export * from './limits.ts';
export * from './model.ts';
export * from './model-finding.ts';
export * from './parse-bpmn.ts';
