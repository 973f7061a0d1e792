/** A piece of HTML that is safe to put into a page. */
export type Html = { readonly html: string };

type Value = string | number | Html | readonly Html[];

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Builds HTML: text is escaped, pieces of {@link Html} and lists of them go in as they are. */
export function html(strings: TemplateStringsArray, ...values: readonly Value[]): Html {
  return { html: strings.reduce((page, string, i) => `${page}${piece(values[i - 1] ?? '')}${string}`) };
}

function piece(value: Value): string {
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return value.replaceAll(/[&<>"']/g, (mark) => ENTITIES[mark] ?? '');
  return 'html' in value ? value.html : value.map(piece).join('');
}
