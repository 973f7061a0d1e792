/** A written text as it is laid out: lines of a paragraph, or items of a list. */
export type TextBlock = {
  readonly kind: 'paragraph' | 'list';
  readonly lines: readonly string[];
  /** No blank line after it: `Gồm:` stays close to its list. */
  readonly leadsOn: boolean;
};

const BULLET = /^\s*[–-]\s+/;

/** Blank lines part paragraphs; lines that begin with a dash and a space make a list. */
export function textBlocks(text: string): readonly TextBlock[] {
  return text.split(/\n\s*\n/).flatMap(blocksOf);
}

function blocksOf(paragraph: string): TextBlock[] {
  const blocks: TextBlock[] = [];
  for (const line of paragraph.split('\n').filter((line) => line.trim() !== '')) {
    const kind = BULLET.test(line) ? 'list' : 'paragraph';
    const words = line.replace(BULLET, '').trim();
    const last = blocks.at(-1);
    if (last?.kind === kind) blocks.splice(-1, 1, { ...last, lines: [...last.lines, words] });
    else blocks.push({ kind, lines: [words], leadsOn: true });
  }
  return blocks.map((block, i) => ({ ...block, leadsOn: i + 1 < blocks.length }));
}
