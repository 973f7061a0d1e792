import { arch, availableParallelism, cpus, loadavg, platform, totalmem } from 'node:os';
import type { Row } from './row.ts';

const TITLES = ['what', 'goal', 'measured', 'kept'];

function cells({ what, goal, measured, kept }: Row): readonly string[] {
  return [what, goal, measured, kept === null ? '' : kept ? 'yes' : 'NO'];
}

/** Columns as wide as their widest cell. */
export function asText(rows: readonly Row[]): string {
  const lines = [TITLES, ...rows.map(cells)];
  const widths = TITLES.map((_, at) => Math.max(...lines.map((line) => [...(line[at] ?? '')].length)));
  const pad = (cell: string, at: number) => cell + ' '.repeat((widths[at] ?? 0) - [...cell].length);
  return lines.map((line) => `${line.map(pad).join('  ').trimEnd()}\n`).join('');
}

/** The page that keeps the last table. */
export function asMarkdown(rows: readonly Row[]): string {
  const table = [TITLES, TITLES.map(() => '---'), ...rows.map(cells)].map((line) => `| ${line.join(' | ')} |`);
  return `# Figures

Written by \`npm run bench -- --write\`; \`npm run bench\` measures again and prints the same table. What is compared was
measured side by side in one run. \`npm run bench -- --help\` names the parts.

${table.join('\n')}

Measured on ${machine()}, under a load of ${loadavg()[2]?.toFixed(0)} over the last quarter of an hour. Times are those of an
idle machine only when that is about 1.
`;
}

function machine(): string {
  const memory = `${Math.round(totalmem() / 2 ** 30)} GiB`;
  const cores = availableParallelism();
  return `${platform()} ${arch()}, ${cores} cores (${cpus()[0]?.model.trim() ?? 'unknown'}), ${memory} of memory, Node.js ${process.versions.node}`;
}
