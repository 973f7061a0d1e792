const BULLET = /^(?:[-–—+*•·▪◦]|\(?(?:\d{1,2}|[a-zđ])[).]|\d{1,2}(?:\.\d{1,2})+\.?)\s+/iu;

/**
 * The separate matters of a list as people type it: one a line. A line that only announces others (`… như sau:`) goes
 * with the next, and where matters bear bullets the lines without one continue the matter above.
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
  return entries.filter((entry) => /[\p{L}\p{N}]/u.test(entry));
}

function bare(line: string): string {
  return line.replace(BULLET, '');
}
