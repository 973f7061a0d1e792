/** Where people open the sheet in their browser. */
export function sheetUrl(spreadsheetId: string): string {
  return `https://docs.google.com/spreadsheets/d/${spreadsheetId}/edit`;
}

/** Where the owner edits the form. */
export function formEditUrl(formId: string): string {
  return `https://docs.google.com/forms/d/${formId}/edit`;
}
