import type { ModelFinding } from './model-finding.ts';
import { sourcePositions } from './source-position.ts';
import { localName, type XmlElement } from './xml-element.ts';

/** Characters of a message or a path; both quote the document, which may hold megabytes in one attribute. */
const textLengthMax = 500;

/** Tells that `at` breaks the rule being checked. */
export type Report = (at: XmlElement, message: string) => void;

/** Collects findings up to a limit; positions are resolved at the end, so a valid document pays nothing for them. */
export class FindingCollector {
  readonly #limit: number;
  readonly #found: { readonly rule: string; readonly at: XmlElement; readonly message: string }[] = [];
  #isLimitReached = false;

  constructor(limit: number) {
    this.#limit = limit;
  }

  get isEmpty(): boolean {
    return this.#found.length === 0;
  }

  reportFor(rule: string): Report {
    return (at, message) => {
      // A message several events refer to is checked once for each of them.
      if (this.#found.some((other) => other.rule === rule && other.at === at && other.message === message)) return;
      if (this.#found.length < this.#limit) this.#found.push({ rule, at, message });
      else this.#isLimitReached = true;
    };
  }

  /** In document order. */
  toFindings(xml: string): ModelFinding[] {
    const sorted = this.#found.toSorted((a, b) => a.at.offset - b.at.offset);
    const positions = sourcePositions(
      xml,
      sorted.map((entry) => entry.at.offset),
    );
    const findings = sorted.map(({ rule, at, message }) => ({
      ...locate(at),
      rule,
      message: shorten(message),
      ...positions.get(at.offset),
    }));
    return this.#isLimitReached ? [...findings, moreFindings(this.#limit)] : findings;
  }
}

function locate(at: XmlElement): Pick<ModelFinding, 'elementId' | 'elementType' | 'path'> {
  const path: string[] = [];
  for (let element: XmlElement | undefined = at; element !== undefined; element = element.parent) {
    const id = element.attributes.get('id');
    if (id) return { elementId: id, elementType: localName(element), path: shorten([id, ...path].join(' > ')) };
    path.unshift(localName(element));
  }
  return { elementId: '', elementType: localName(at), path: shorten(path.join(' > ')) };
}

function shorten(text: string): string {
  return text.length <= textLengthMax ? text : `${text.slice(0, textLengthMax)}…`;
}

function moreFindings(limit: number): ModelFinding {
  return {
    elementId: '',
    elementType: '',
    path: '',
    rule: 'findings-within-limit',
    message: `Only the first ${limit} findings are shown; fix them and deploy again to see the others.`,
  };
}
