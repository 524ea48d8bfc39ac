import type { FeelValue, Run } from '@waggle/feel';
import { booleanAttribute, childNamed, childrenNamed, type XmlElement } from '@waggle/xml';
import { LocalVariables } from '../evaluation/local-variables.ts';
import type { Compilation } from '../expressions/expression-kind.ts';
import type { DmnModel } from '../model/dmn-model.ts';
import { nameOf } from '../model/name.ts';
import { type DmnType, isInstanceOf } from './dmn-type.ts';
import { simpleType } from './simple-types.ts';

/** References from definition to definition; a longer chain can only be a circle, which allows everything. */
const aliasesMax = 100;

/** The types of one document: those of FEEL, its item definitions, and those it imports. */
export class ItemTypes {
  readonly #model: DmnModel;
  readonly #compilation: Compilation;
  readonly #known = new Map<string, DmnType>();

  /** @param compilation where no names but those of the document are in scope, for allowed values */
  constructor(model: DmnModel, compilation: Compilation) {
    this.#model = model;
    this.#compilation = compilation;
  }

  /** Anything is accepted for a name that is not defined: a rule reports it. */
  typeNamed(typeRef: string, aliases = 0): DmnType {
    const name = typeRef.trim().replace(/\s+/g, ' ');
    const known = this.#known.get(name) ?? simpleType(name);
    if (known !== undefined) return known;
    const type = this.#defined(name, aliases) ?? { kind: 'any' };
    this.#known.set(name, type);
    return type;
  }

  /** Every type of the document by the name its expressions have for it, for `instance of`. */
  instanceTests(): ReadonlyMap<string, (value: FeelValue, run: Run) => boolean> {
    const own = [...this.#model.itemDefinitions.keys()];
    const imported = this.#model.imports.flatMap(({ name: prefix, model }) =>
      [...model.itemDefinitions.keys()].map((name) => (prefix === '' ? name : `${prefix}.${name}`)),
    );
    return new Map(
      [...own, ...imported].map((name) => [name, (value, run) => isInstanceOf(run, value, this.typeNamed(name))]),
    );
  }

  #defined(name: string, aliases: number): DmnType | undefined {
    const definition = this.#model.itemDefinitions.get(name);
    if (definition !== undefined) return aliases > aliasesMax ? undefined : this.#read(definition, aliases);
    for (const { name: prefix, model } of this.#model.imports) {
      const inner = innerName(name, prefix);
      if (inner !== undefined && model.itemDefinitions.has(inner)) {
        return new ItemTypes(model, this.#compilation).typeNamed(inner);
      }
    }
    return undefined;
  }

  #read(definition: XmlElement, aliases: number): DmnType {
    const isCollection = booleanAttribute(definition, 'isCollection', false);
    const single = this.#single(definition, aliases);
    const allowed = this.#tests(definition, 'allowedValues');
    const constraint = this.#tests(definition, 'typeConstraint');
    // Allowed values are about items, a constraint (1.5) about the value as a whole.
    const item = allowed === undefined ? single : restricted(single, allowed);
    const type: DmnType = isCollection ? { kind: 'list', item } : item;
    return constraint === undefined ? type : restricted(type, constraint);
  }

  #single(definition: XmlElement, aliases: number): DmnType {
    const typeRef = childNamed(definition, 'dmn:typeRef')?.text ?? definition.attributes.get('typeRef');
    if (typeRef !== undefined && typeRef.trim() !== '') return this.typeNamed(typeRef, aliases + 1);
    if (childNamed(definition, 'dmn:functionItem') !== undefined) return { kind: 'function' };
    const components = childrenNamed(definition, 'dmn:itemComponent');
    if (components.length === 0) return { kind: 'any' };
    let entries: ReadonlyMap<string, DmnType> | undefined;
    return {
      kind: 'context',
      entries: () => {
        entries ??= new Map(components.map((component) => [nameOf(component), this.#read(component, 0)]));
        return entries;
      },
    };
  }

  #tests(definition: XmlElement, tag: string): DmnType['isAllowed'] {
    const tests = childNamed(definition, `dmn:${tag}`);
    if (tests === undefined) return undefined;
    const evaluate = this.#compilation.unaryTests(tests);
    return (run, value) => evaluate(run, new LocalVariables(new Map([['?', value]]), undefined)) === true;
  }
}

function restricted(type: DmnType, isAllowed: NonNullable<DmnType['isAllowed']>): DmnType {
  const before = type.isAllowed;
  if (before === undefined) return { ...type, isAllowed };
  return { ...type, isAllowed: (run, value) => before(run, value) && isAllowed(run, value) };
}

/** `types.tPerson`, or `types:tPerson` as versions before 1.2 have it. An import without a name has no prefix. */
function innerName(name: string, prefix: string): string | undefined {
  if (prefix === '') return name;
  return name.startsWith(`${prefix}.`) || name.startsWith(`${prefix}:`) ? name.slice(prefix.length + 1) : undefined;
}
