/** A written text as it is laid out: paragraphs of lines, lists of items. */
export type Block =
  | { readonly kind: 'paragraph'; readonly lines: readonly string[] }
  | { readonly kind: 'list'; readonly items: readonly string[] };

const BULLET = /^\s*[–-]\s+/;

/** Blank lines part paragraphs; lines that begin with a dash and a space make a list. */
export function textBlocks(text: string): readonly Block[] {
  return text.split(/\n\s*\n/).flatMap(blocksOf);
}

function blocksOf(paragraph: string): Block[] {
  const blocks: Block[] = [];
  for (const line of paragraph.split('\n').filter((line) => line.trim() !== '')) {
    const kind = BULLET.test(line) ? 'list' : 'paragraph';
    const last = blocks.at(-1);
    const words = line.replace(BULLET, '').trim();
    if (last?.kind === 'list' && kind === 'list') blocks.splice(-1, 1, { kind, items: [...last.items, words] });
    else if (last?.kind === 'paragraph' && kind === 'paragraph')
      blocks.splice(-1, 1, { kind, lines: [...last.lines, words] });
    else blocks.push(kind === 'list' ? { kind, items: [words] } : { kind, lines: [words] });
  }
  return blocks;
}
