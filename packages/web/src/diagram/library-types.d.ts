/** The libraries bring no types of what is used here. */
declare module 'bpmn-js/lib/NavigatedViewer' {
  export default class NavigatedViewer {
    constructor(options: { container: HTMLElement; bpmnRenderer?: object; overlays?: object });
    importXML(xml: string): Promise<{ warnings: readonly unknown[] }>;
    get: import('./viewer.ts').Library['get'];
    saveSVG(): Promise<{ svg: string }>;
    destroy(): void;
  }
}

declare module 'bpmn-auto-layout' {
  /** @param xml BPMN without diagram data. @returns the same with them. */
  export function layoutProcess(xml: string): Promise<string>;
}

declare module 'dmn-js-shared/lib/base/Manager' {
  export default class Manager {
    constructor(options: { container: HTMLElement; drd: object });
    importXML(xml: string): Promise<{ warnings: readonly unknown[] }>;
    getActiveViewer(): unknown;
    destroy(): void;
  }
}

declare module 'dmn-js-drd/lib/NavigatedViewer' {
  const NavigatedViewer: unknown;
  export default NavigatedViewer;
}
