/** What is known of a form's JSON before the library reads it. */
export interface FormSchema {
  readonly components?: readonly unknown[];
}

/** @throws it is no form. */
export function parseFormSchema(text: string): FormSchema {
  const schema: unknown = JSON.parse(text);
  if (typeof schema !== 'object' || schema === null || !('components' in schema)) {
    throw new Error('Expected the JSON of a form with components, but it has none.');
  }
  return schema as FormSchema;
}

/** Whether the form asks for something that cannot be left empty; hidden fields count as asked for. */
export function needsInput(schema: FormSchema): boolean {
  return (schema.components ?? []).some((component) => {
    if (typeof component !== 'object' || component === null) return false;
    const { validate } = component as { readonly validate?: { readonly required?: unknown } };
    // An expression may say yes.
    return (validate?.required !== undefined && validate.required !== false) || needsInput(component as FormSchema);
  });
}
