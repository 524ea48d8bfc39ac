import type { IndexNames } from './index-names.ts';
import { componentTemplate, indexTemplate } from './record-templates.ts';
import type { SearchIndexSettings } from './search-index-settings.ts';
import type { SearchProduct } from './search-product.ts';
import type { SearchServer } from './search-server.ts';

/** Tells a search engine what will come; can be done again at any time. @throws {SearchServerError} */
export async function setUpSearchServer(
  server: SearchServer,
  product: SearchProduct,
  settings: SearchIndexSettings,
  names: IndexNames,
): Promise<void> {
  const { managesPolicy } = settings.retention;
  if (managesPolicy) await product.preparePolicy(server, settings, names);
  if (settings.index.createTemplate) {
    const lifecycle = product.lifecycleSettings(settings);
    await server.send({
      method: 'PUT',
      path: `/_component_template/${names.component}`,
      json: componentTemplate(settings, lifecycle),
    });
    for (const valueType of settings.filter.valueTypes) {
      await server.send({
        method: 'PUT',
        path: `/_index_template/${names.template(valueType)}`,
        json: indexTemplate(settings, names, valueType, lifecycle),
      });
    }
  }
  if (managesPolicy) await product.applyPolicy(server, settings, names);
}
