/** How a form was filled on its own pages, one after the other, as a browser without a script does. */
export type Filled = {
  /** The headings of the pages after the first, in the order they were shown. */
  readonly pages: readonly string[];
  readonly responseId: string;
};

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
const unescaped = (text: string) =>
  text.replaceAll(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => ENTITIES[name] ?? '');
const attribute = (tag: string, name: string) => {
  const [, value] = new RegExp(`\\b${name}="([^"]*)"`).exec(tag) ?? [];
  return value === undefined ? null : unescaped(value);
};

/** The fields of a page: those that hold something, and those that are there to be filled. */
function fieldsOf(page: string): ReadonlyMap<string, string> {
  const fields = new Map<string, string>();
  for (const [tag] of page.matchAll(/<input [^>]*>/g)) {
    const name = attribute(tag, 'name');
    const isChoice = /type="(?:radio|checkbox)"/.test(tag);
    if (name === null) continue;
    if (!isChoice || / checked/.test(tag)) fields.set(name, attribute(tag, 'value') ?? '');
    else if (!fields.has(name)) fields.set(name, '');
  }
  for (const [, name = '', text = ''] of page.matchAll(/<textarea [^>]*name="([^"]+)"[^>]*>\n?([^<]*)<\/textarea>/g))
    fields.set(name, unescaped(text));
  for (const [, name = '', options = ''] of page.matchAll(/<select [^>]*name="([^"]+)"[^>]*>(.*?)<\/select>/gs))
    fields.set(name, attribute(/<option [^>]*\bselected[^>]*>/.exec(options)?.[0] ?? '', 'value') ?? '');
  return fields;
}

/**
 * Opens a link to a form and goes through its pages to the end, writing only where nothing stands yet.
 * @param write by the name of the field, what is written there
 */
export async function fillOnPages(link: string, write: Readonly<Record<string, string>>): Promise<Filled> {
  const pages: string[] = [];
  let page = await (await fetch(link)).text();
  for (;;) {
    const fault = /<p class="fault"[^>]*>([^<]*)/.exec(page)?.[1];
    if (fault) throw new Error(`The form refused an answer: ${fault}`);
    const action = attribute(/<form [^>]*>/.exec(page)?.[0] ?? '', 'action');
    if (action === null) throw new Error(`No form stands on the page: ${page.slice(0, 400)}`);
    const heading = /<div class="card section"><h2>([^<]*)/.exec(page)?.[1];
    if (heading) pages.push(unescaped(heading));
    const fields = fieldsOf(page);
    const isLast = />Gửi<\/button>/.test(page);
    const sent = new URLSearchParams();
    for (const [name, value] of fields) sent.set(name, value || (write[name] ?? ''));
    sent.set('go', isLast ? 'submit' : 'next');
    const answer = await fetch(new URL(action, link), { method: 'POST', body: sent });
    const responseId = new URL(answer.url).searchParams.get('edit2');
    if (answer.redirected && responseId) return { pages, responseId };
    page = await answer.text();
  }
}
