// @ts-check

/** Cells as spreadsheets exchange them: tabs and lines, quoted where a cell holds either. @param {string[][]} cells */
export const toText = (cells) => cells.map((line) => line.map(quoted).join('\t')).join('\n');

/** @param {string} text */
const quoted = (text) => (/[\t\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** Reads what another program copied; the line end after the last line opens no new one. @param {string} text @returns {string[][]} */
export function fromText(text) {
  const lines = [];
  let line = [];
  for (const [, inQuotes, plain, end] of text
    .replaceAll('\r\n', '\n')
    .matchAll(/(?:"((?:[^"]|"")*)"(?=[\t\n]|$)|([^\t\n]*))([\t\n]|$)/g)) {
    line.push(inQuotes?.replaceAll('""', '"') ?? plain ?? '');
    if (end === '\t') continue;
    lines.push(line);
    line = [];
    if (end === '') break;
  }
  const last = lines.at(-1);
  return lines.length > 1 && last?.length === 1 && last[0] === '' ? lines.slice(0, -1) : lines;
}
