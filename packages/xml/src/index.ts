export * from './finding-collector.ts';
export * from './limits.ts';
export * from './model-finding.ts';
export * from './parse-xml.ts';
export * from './source-position.ts';
export * from './xml-element.ts';
