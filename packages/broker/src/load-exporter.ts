import { BrokerError } from './errors.ts';
import type { Exporter, ExporterDefinition, ExporterFactory } from './exporter.ts';

/** @throws {BrokerError} INVALID_OPTION: the definition names nothing that makes an exporter. */
export async function loadExporter({ id, module, create }: ExporterDefinition): Promise<Exporter> {
  if (create !== undefined) return create();
  if (module === undefined) {
    throw new BrokerError('INVALID_OPTION', `Expected the exporter "${id}" to name its module, but it names none`);
  }
  let exports: { readonly createExporter?: unknown };
  try {
    exports = await import(module);
  } catch (error) {
    throw new BrokerError(
      'INVALID_OPTION',
      `Expected to load the exporter "${id}" from ${module}, but that failed. Is its package installed?`,
      { cause: error },
    );
  }
  if (typeof exports.createExporter !== 'function') {
    throw new BrokerError(
      'INVALID_OPTION',
      `Expected ${module} to export a function createExporter for the exporter "${id}", but it does not`,
    );
  }
  return (exports.createExporter as ExporterFactory)();
}
