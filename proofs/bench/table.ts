import { arch, availableParallelism, cpus, platform, totalmem } from 'node:os';
import { GROWTH_PICTURE } from './growth-picture.ts';
import type { GrowthPoint, Row } from './row.ts';

/** A row with the load of the machine while it was measured: processes that wanted to run, on average. */
export type MeasuredRow = Row & { readonly load: number };

/** What `docs/bench.md` says. */
export type Page = { readonly rows: readonly MeasuredRow[]; readonly machine: string };

const TITLES = ['what', 'goal', 'measured', 'kept', 'load'];
const GROWTH_TITLES = ['units', 'closed rounds', 'CPU s', 'peak MiB', 'read MiB', 'load'];

function cells({ what, goal, measured, kept, load }: MeasuredRow): readonly string[] {
  return [what, goal, measured, kept === null ? '' : kept ? 'yes' : 'NO', load.toFixed(1)];
}

function growthCells({ growth, load }: MeasuredRow): readonly string[] {
  if (!growth) return [];
  const { units, closedRounds, cpuSeconds, peakMebibytes, readMebibytes } = growth;
  const measured = [cpuSeconds.toFixed(2), peakMebibytes.toFixed(0), readMebibytes.toFixed(1), load.toFixed(1)];
  return [String(units), String(closedRounds), ...measured];
}

/** Columns as wide as their widest cell. */
export function asText(rows: readonly MeasuredRow[]): string {
  const lines = [TITLES, ...rows.map(cells)];
  const widths = TITLES.map((_, at) => Math.max(...lines.map((line) => [...(line[at] ?? '')].length)));
  const pad = (cell: string, at: number) => cell + ' '.repeat((widths[at] ?? 0) - [...cell].length);
  return lines.map((line) => `${line.map(pad).join('  ').trimEnd()}\n`).join('');
}

/** The page that keeps the last figures. */
export function asMarkdown({ rows, machine }: Page): string {
  return `# Figures

Written by \`npm run bench -- --write\`; \`npm run bench\` measures again and prints the same. What is compared was measured
side by side in one run. \`npm run bench -- --help\` names the parts; \`--only PART --write\` measures one part anew.

${asTable(TITLES, rows.filter(({ growth }) => !growth).map(cells))}

## Growth

A sync with nothing new, in a fresh process: by units with one closed round behind them, and by closed rounds.

![CPU of a sync by units and by closed rounds](${GROWTH_PICTURE})

${asTable(GROWTH_TITLES, rows.filter(({ growth }) => growth).map(growthCells))}

Measured on ${machine}. The load is that of the minute in which the line was measured: CPU and times are those of an idle
machine only where it is about 1; Google calls, bytes and memory do not depend on it.
`;
}

/** A page as it was written. */
export function readPage(text: string): Page {
  const lines = text.split('\n').flatMap((line) => (/^\| (?!---)/.test(line) ? [line.slice(2, -2).split(' | ')] : []));
  const from = lines.findIndex(([first]) => first === GROWTH_TITLES[0]);
  return {
    rows: [...lines.slice(1, from).map(rowOf), ...lines.slice(from + 1).map(growthOf)],
    machine: /Measured on (.+)\. The load/.exec(text)?.[1] ?? '',
  };
}

/** What the picture of a page is drawn from: the figures as they stand there. */
export function growthIn({ rows }: Page): readonly GrowthPoint[] {
  return rows.flatMap(({ growth }) => growth ?? []);
}

function rowOf([what = '', goal = '', measured = '', kept = '', load = '']: readonly string[]): MeasuredRow {
  return { what, goal, measured, kept: kept === '' ? null : kept === 'yes', load: Number(load) };
}

function growthOf(line: readonly string[]): MeasuredRow {
  const [units = 0, closedRounds = 0, cpuSeconds = 0, peakMebibytes = 0, readMebibytes = 0, load = 0] =
    line.map(Number);
  return { ...growthRow({ units, closedRounds, cpuSeconds, peakMebibytes, readMebibytes }), load };
}

export function growthRow(growth: GrowthPoint): Row {
  const { units, closedRounds, cpuSeconds, peakMebibytes, readMebibytes } = growth;
  return {
    what: `nothing new, ${units} units, ${closedRounds} closed rounds`,
    goal: '–',
    measured: `${cpuSeconds.toFixed(2)} s of CPU, ${peakMebibytes.toFixed(0)} MiB, ${readMebibytes.toFixed(1)} MiB read`,
    kept: null,
    growth,
  };
}

/** What was measured anew takes the place of what it was before; the rest stays. */
export function withAnew(page: Page, anew: readonly MeasuredRow[]): Page {
  const places = new Map([...page.rows, ...anew].map((row) => [row.what, row]));
  return { ...page, rows: [...places.values()] };
}

function asTable(titles: readonly string[], lines: readonly (readonly string[])[]): string {
  return [titles, titles.map(() => '---'), ...lines].map((line) => `| ${line.join(' | ')} |`).join('\n');
}

export function machine(): string {
  const memory = `${Math.round(totalmem() / 2 ** 30)} GiB`;
  const cores = availableParallelism();
  return `${platform()} ${arch()}, ${cores} cores (${cpus()[0]?.model.trim() ?? 'unknown'}), ${memory} of memory, Node.js ${process.versions.node}`;
}
