/** What pages need of a form, over form-js, which is loaded with the first form. */
import { Form, getSchemaVariables } from '@bpmn-io/form-js';
import '@bpmn-io/form-js/dist/assets/form-js.css';
import type { FormSchema } from './form-schema.ts';
import type { FormValues } from './form-values.ts';

export interface Submission {
  readonly data: FormValues;
  /** How many fields are wrong. */
  readonly wrongFields: number;
  /** Chosen files by the names that stand for them in the data. */
  readonly files: ReadonlyMap<string, readonly File[]>;
}

export interface OpenForm {
  /** What would be submitted now. */
  input(): FormValues;
  /** Shows what is wrong, and goes to the first of it. */
  submit(): Submission;
  setReadOnly(isReadOnly: boolean): void;
  close(): void;
}

export interface OpenFormOptions {
  readonly schema: FormSchema;
  readonly data: FormValues;
  readonly isReadOnly: boolean;
  /** What to say in place of the library's messages. */
  message(message: string): string;
  onChange(): void;
  /** Enter in a field, or a submit button of the form. */
  onSubmit(): void;
}

/** The services of the library that are used; it declares no types for them. */
interface Validator {
  validateField(field: unknown, value: unknown): readonly string[];
  validateFieldInstance(instance: unknown, value: unknown): readonly string[];
}

interface Templating {
  evaluate(template: string, context: unknown, options?: TemplateOptions): unknown;
}

interface TemplateOptions {
  /** Given for texts that become Markdown; not for labels and the like, which stay texts. */
  readonly strict?: boolean;
  /** What is done to each value that is put in. */
  sanitizer?(value: string): string;
}

interface DocumentInForm {
  readonly documentId: string;
  readonly storeId?: string;
  readonly contentHash?: string | null;
}

/** Where previews of documents come from. */
const documentEndpointBuilder = {
  buildUrl({ documentId, storeId, contentHash }: DocumentInForm): string {
    const url = new URL(`/v2/documents/${encodeURIComponent(documentId)}`, location.origin);
    if (storeId !== undefined) url.searchParams.set('storeId', storeId);
    if (typeof contentHash === 'string') url.searchParams.set('contentHash', contentHash);
    return url.href;
  },
};

const WRONG_FIELD =
  '.fjs-has-errors :is(input:not(.fjs-hidden):not([type=hidden]), select, textarea, button, [tabindex="0"])';

/** Names of the variables that a form shows or sets. */
export function variablesOf(schema: FormSchema): readonly string[] {
  return getSchemaVariables(schema) as readonly string[];
}

/** @throws the schema is no form. */
export async function openForm(container: HTMLElement, options: OpenFormOptions): Promise<OpenForm> {
  const form = new Form({
    container,
    properties: { readOnly: options.isReadOnly, textLinkTarget: '_blank' },
    additionalModules: [{ documentEndpointBuilder: ['value', documentEndpointBuilder] }],
  });
  const validator = form.get<Validator>('validator');
  for (const name of ['validateField', 'validateFieldInstance'] as const) {
    const validate = validator[name].bind(validator);
    validator[name] = (...given) => validate(...given).map(options.message);
  }
  const templating = form.get<Templating>('templating');
  const evaluate = templating.evaluate.bind(templating);
  templating.evaluate = (template, context, given = {}) =>
    evaluate(template, context, given.strict === undefined ? given : { sanitizer: escapeValue, ...given });
  try {
    await form.importSchema(options.schema, options.data);
  } catch (error) {
    form.destroy();
    throw error;
  }
  let isSubmitting = false;
  form.on('changed', () => options.onChange());
  form.on('submit', () => {
    if (!isSubmitting) options.onSubmit();
  });
  return {
    input: () => form._getSubmitData() as FormValues,
    submit() {
      isSubmitting = true;
      try {
        const { data, errors, files } = form.submit();
        const wrongFields = Object.keys(errors).length;
        if (wrongFields > 0) requestAnimationFrame(() => focusFirst(container));
        return { data: data as FormValues, wrongFields, files };
      } finally {
        isSubmitting = false;
      }
    },
    setReadOnly: (isReadOnly) => form.setProperty('readOnly', isReadOnly),
    close: () => form.destroy(),
  };
}

/** Authors may write HTML into their texts; what processes put in is shown as it is. */
function escapeValue(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

function focusFirst(container: HTMLElement): void {
  const field = container.querySelector<HTMLElement>(WRONG_FIELD);
  field?.focus({ preventScroll: true });
  field?.closest('.fjs-form-field')?.scrollIntoView({ block: 'center' });
}
