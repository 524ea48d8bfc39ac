/**
 * As much of a browser's document as the page about the API touches: elements with children, attributes and listeners.
 * It lets tests run the page's own files on the real API document.
 */
export class PageElement {
  readonly tagName: string;
  readonly attributes = new Map<string, string>();
  childNodes: (PageElement | string)[] = [];
  value = '';
  hidden = false;
  scrollTop = 0;
  open = false;
  readonly #listeners = new Map<string, ((event: unknown) => unknown)[]>();

  constructor(name: string) {
    this.tagName = name.toUpperCase();
  }

  setAttribute(name: string, value: string): void {
    this.attributes.set(name, value);
  }

  removeAttribute(name: string): void {
    this.attributes.delete(name);
  }

  hasAttribute(name: string): boolean {
    return this.attributes.has(name);
  }

  append(...children: (PageElement | string)[]): void {
    for (const child of children) {
      if (typeof child !== 'string' && !(child instanceof PageElement)) throw new Error(`No node: ${String(child)}`);
    }
    this.childNodes.push(...children);
  }

  replaceChildren(...children: (PageElement | string)[]): void {
    this.childNodes = [];
    this.append(...children);
  }

  addEventListener(name: string, listener: (event: unknown) => unknown): void {
    this.#listeners.set(name, [...(this.#listeners.get(name) ?? []), listener]);
  }

  /** @returns when the listeners are through. */
  async fire(name: string, event: object = {}): Promise<void> {
    for (const listener of this.#listeners.get(name) ?? []) await listener({ preventDefault() {}, ...event });
  }

  focus(): void {}

  get textContent(): string {
    return this.childNodes.map((child) => (typeof child === 'string' ? child : child.textContent)).join('');
  }

  set textContent(text: string) {
    this.childNodes = [text];
  }

  /** Elements within that the condition holds for, this one included. */
  *within(condition: (element: PageElement) => boolean): Generator<PageElement> {
    if (condition(this)) yield this;
    for (const child of this.childNodes) if (typeof child !== 'string') yield* child.within(condition);
  }
}

export class PageDocument {
  readonly documentElement = new PageElement('html');
  readonly activeElement = undefined;
  title = '';
  readonly #byId = new Map<string, PageElement>();

  createElement(name: string): PageElement {
    return new PageElement(name);
  }

  /** Elements of the page's HTML come into being when they are asked for. */
  getElementById(id: string): PageElement {
    let found = this.#byId.get(id);
    if (found === undefined) {
      found = new PageElement('div');
      this.#byId.set(id, found);
    }
    return found;
  }

  addEventListener(): void {}
}
