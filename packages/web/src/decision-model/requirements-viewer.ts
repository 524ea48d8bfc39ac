import { type Library, LibraryViewer, type OpenedViewer } from '../diagram/viewer.ts';
import { drawableRequirements } from './drawable-requirements.ts';

/** The theme's own, so that the diagram can be read in the dark too. */
const drdRenderer = {
  defaultFillColor: 'var(--cds-layer-01)',
  defaultStrokeColor: 'var(--cds-text-primary)',
  defaultLabelColor: 'var(--cds-text-primary)',
};

/** As {@link openViewer}, for a decision requirements graph, over the parts of dmn-js that draw it. */
export async function openRequirementsViewer(container: HTMLElement, xml: string): Promise<OpenedViewer> {
  const [{ default: Manager }, { default: NavigatedViewer }] = await Promise.all([
    import('dmn-js-shared/lib/base/Manager'),
    import('dmn-js-drd/lib/NavigatedViewer'),
  ]);
  class RequirementsManager extends Manager {
    _getViewProviders() {
      const opens = ({ $type }: { $type: string }) => $type === 'dmn:Definitions';
      return [{ id: 'drd', constructor: NavigatedViewer, opens }];
    }
  }
  const drawable = drawableRequirements(xml);
  const manager = new RequirementsManager({ container, drd: { drdRenderer } });
  try {
    await manager.importXML(drawable.xml);
  } catch (error) {
    manager.destroy();
    throw error;
  }
  const drawn = manager.getActiveViewer() as Library;
  const library: Library = {
    get: drawn.get.bind(drawn),
    saveSVG: () => drawn.saveSVG(),
    destroy: () => manager.destroy(),
  };
  const viewer = new LibraryViewer(library, container);
  viewer.startAt(undefined);
  return { viewer, isLaidOut: drawable.isLaidOut };
}
