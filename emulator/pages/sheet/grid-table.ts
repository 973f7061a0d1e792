import { html } from 'hono/html';
import { columnLetters } from '../../sheets/a1.ts';
import type { Html } from '../page.ts';
import type { Choices } from './cell-choices.ts';
import type { Look } from './colours.ts';
import type { CellView, RowView, TabView } from './view-tab.ts';

/** Letters are larger here than in the editor, whose widths the tab has. */
const SCALE = 1.3;
const HEAD_WIDTH = 56;

/** Letters above, numbers beside; frozen rows stand in the head of the table, frozen columns stick to its side. */
export function gridTable(view: TabView, title: string): Html {
  const widths = view.widths.map((width) => Math.round(width * SCALE));
  const sides = sidesOf(widths, view.frozenColumns);
  const total = widths.reduce((sum, width) => sum + width, HEAD_WIDTH);
  const letters = widths.map(
    (_, column) => html`<th scope="col" style="${css(sides[column])}">${columnLetters(column)}</th>`,
  );
  return html`${view.choices.map(choiceList)}<table style="width: ${total}px" aria-label="${title}">
<colgroup><col style="width: ${HEAD_WIDTH}px">${widths.map((width) => html`<col style="width: ${width}px">`)}</colgroup>
<thead><tr><td class="corner"></td>${letters}</tr>${view.frozen.map((row) => tableRow(row, sides))}</thead>
<tbody>${view.rows.map((row) => tableRow(row, sides))}</tbody></table>`;
}

/** Where a frozen column sticks. */
function sidesOf(widths: readonly number[], frozen: number): Look[] {
  let left = HEAD_WIDTH;
  return widths.slice(0, frozen).map((width) => {
    const look = { '--left': `${left}px` };
    left += width;
    return look;
  });
}

const tableRow = ({ row, cells }: RowView, sides: readonly Look[]): Html =>
  html`<tr><th scope="row">${row + 1}</th>${cells.map((cell, column) => tableCell(cell, { row, column, side: sides[column] }))}</tr>
`;

type Place = { row: number; column: number; side: Look | undefined };

function tableCell(
  { text, formula, note, wrong, look, choices, isTicked, href }: CellView,
  { row, column, side }: Place,
): Html {
  const style = css({ ...look, ...side });
  const title = [wrong, note].filter(Boolean).join('\n');
  const shown =
    isTicked === undefined
      ? href
        ? html`<a href="${href}" tabindex="-1">${text}</a>`
        : text
      : html`<span class="tick">${isTicked ? '☑' : '☐'}</span>`;
  return html`<td data-row="${row}" data-column="${column}"${style ? html` style="${style}"` : ''}${title ? html` title="${title}"` : ''}${wrong ? ' data-wrong' : ''}${formula === undefined ? '' : html` data-formula="${formula}"`}${choices === undefined ? '' : html` data-choices="${choices}"`}${isTicked === undefined ? '' : html` data-tick="${isTicked ? 'TRUE' : text}"`}><div>${shown}</div></td>`;
}

const css = (look: Look = {}): string =>
  Object.entries(look)
    .map(([name, value]) => `${name}: ${value}`)
    .join('; ');

/** One list for all the cells that share a rule. */
function choiceList(choices: Choices, index: number): Html | '' {
  if (choices.kind === 'tick') return html`<datalist id="choices-${index}" data-kind="tick"></datalist>`;
  const { isStrict, values } = choices;
  return html`<datalist id="choices-${index}" data-kind="${isStrict ? 'strict' : 'open'}">${values.map((value) => html`<option value="${value}"></option>`)}</datalist>`;
}
