/** Where the owner edits the form. */
export function formEditUrl(formId: string): string {
  return `https://docs.google.com/forms/d/${formId}/edit`;
}
