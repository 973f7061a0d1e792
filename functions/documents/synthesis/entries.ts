const BULLET = /^(?:[-–—+*•·▪◦]|\(?(?:\d{1,2}|[a-zđ])[).]|\d{1,2}(?:\.\d{1,2})+\.?)\s+/iu;
/** Behind these a list goes on in the same line: `…; (2) …`, `…; b) …`. */
const INLINE = /(?<=[;.:])\s+(?=\(?(?:\d{1,2}|[a-zđ])\)\s+\p{L})/u;
/** Where a sentence ends and another one asks: each asks its own. */
const ASKS_ANEW = /(?<=[;.])\s+(?=(?:kính )?(?:đề nghị|kiến nghị|đề xuất)\s)/iu;
/** What parts matters that nobody announced: `chưa có …; thiếu …`. Short pieces belong to what is before them. */
const PARTED = /;\s+/;
const FEWEST_WORDS = 5;

/**
 * The separate matters of a list as people type it: one a line, or counted or asked for one after the other within a
 * line. A line that only announces others (`… như sau:`) goes with the next, and where matters bear bullets the lines
 * without one continue the matter above.
 */
export function entriesOf(text: string): readonly string[] {
  const lines = text.split('\n').filter((line) => line !== '');
  const hasBullets = lines.some((line) => BULLET.test(line));
  const entries: string[] = [];
  for (const line of lines) {
    const last = entries.at(-1);
    const continues = last !== undefined && (last.endsWith(':') || (hasBullets && !BULLET.test(line)));
    if (continues) entries[entries.length - 1] = `${last} ${bare(line)}`;
    else entries.push(bare(line));
  }
  return entries.flatMap(mattersIn).filter((entry) => /[\p{L}\p{N}]/u.test(entry));
}

function mattersIn(line: string): readonly string[] {
  return line
    .split(INLINE)
    .flatMap((part) => bare(part).split(ASKS_ANEW))
    .flatMap(parted);
}

/** What asks, and what stands behind a colon, is one matter: its pieces lean on how it begins. */
function parted(matter: string): readonly string[] {
  const pieces = matter.split(PARTED);
  const leans = /:|\((?![^)]*\))/.test(matter) || /(?:đề nghị|kiến nghị|đề xuất)\s/iu.test(matter);
  return leans || pieces.some((piece) => piece.split(/\s+/).length < FEWEST_WORDS) ? [matter] : pieces;
}

function bare(line: string): string {
  return line.replace(BULLET, '');
}
