import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { environment } from '../../functions/config.ts';
import { allTabs } from '../../sheets-schema/all-tabs.ts';
import type { Columns, Tab } from '../../sheets-schema/define-tab.ts';
import { CONFIRMATION, identification } from '../../sheets-schema/form.ts';
import { noticeKinds } from '../../sheets-schema/notice-kinds.ts';
import { settings } from '../../sheets-schema/setting-list.ts';
import { identities } from '../../sheets-schema/tabs/logs.ts';
import { type Call, callsOf, firstDeployment, flag } from '../scripts/play-deploy.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const guides = ['huong-dan-thanh-pho', 'huong-dan-dieu-phoi', 'huong-dan-quan-tri', 'du-lieu-ca-nhan'];
const textOf = (guide: string) => readFileSync(`${root}docs/${guide}.md`, 'utf8');
const found = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map((match) => match[1] ?? '');
const manifest = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as { scripts: Record<string, string> };

/** In bold stands what people see in the sheet or the form, letter for letter. */
const names = new Set([
  ...(allTabs as readonly Tab[]).flatMap(({ title, columns }) => [title, ...columnNames(columns)]),
  ...Object.values(settings).flatMap(({ title, kind }) => [title, ...choicesOf(kind)]),
  ...Object.values(identification).map(({ title }) => title),
  ...noticeKinds,
  ...identities,
]);

function columnNames(columns: Columns): readonly string[] {
  return Object.values(columns).flatMap((column) => [column.header, ...choicesOf(column)]);
}

function choicesOf({ rule }: Pick<Columns[string], 'rule'>): readonly string[] {
  return rule?.type === 'ONE_OF_LIST' ? rule.values : [];
}

test.each(guides)('%s names nothing that is not in the sheet or the form', (guide) => {
  const bold = found(textOf(guide), /\*\*([^*]+)\*\*/g).filter((name) => name !== 'đậm');
  expect(bold.filter((name) => !names.has(name))).toEqual([]);
});

const pages = readdirSync(`${root}docs`).flatMap((name) => (name.endsWith('.md') ? [`docs/${name}`] : []));
/** Whatever tells an administrator which command to run; the figures are for developers. */
const telling = [
  ...pages.filter((page) => page !== 'docs/bench.md'),
  'scripts/deploy.sh',
  'scripts/screen/told.ts',
  'functions/upkeep/self-test/self-test.ts',
];

test.each(telling)('%s names no command or option that does not exist', (file) => {
  const commands = found(readFileSync(root + file, 'utf8'), /npm (run [a-z-]+[^`\n&';,)]*|start|test|ci)/g);
  expect(commands.filter((command) => !isCommand(command))).toEqual([]);
});

/** The script is there, and its source declares every option; `-s` only keeps npm's own lines away. */
function isCommand(command: string): boolean {
  const [first = '', ...rest] = command
    .trim()
    .split(/\s+/)
    .filter((word) => word !== '-s');
  if (first !== 'run') return first === 'ci' || first in manifest.scripts;
  const source = manifest.scripts[rest[0] ?? '']?.match(/(?:scripts|emulator)\/[\w-]+\.ts/)?.[0];
  if (!source) return false;
  const declared = readFileSync(root + source, 'utf8');
  const [subcommand] = rest.slice(rest.indexOf('--') + 1);
  const options = rest.filter((word) => /^--[a-z]/.test(word));
  const isKnown = (word: string) => declared.includes(`'${word} `) || declared.includes(`'${word}'`);
  return options.every(isKnown) && (rest[0] !== 'person' || declared.includes(`.command('${subcommand}')`));
}

test.each(guides)('%s names no variable that nothing reads', (guide) => {
  const variables = found(textOf(guide), /\b([A-Z]+(?:_[A-Z]+)+)\b/g);
  expect(variables.filter((name) => !Object.hasOwn(environment, name))).toEqual([]);
});

test.each(guides)('%s leads to pages and pictures that are there', (guide) => {
  const links = found(textOf(guide), /\]\(([^)#]+)[^)]*\)/g);
  expect(links.filter((link) => !existsSync(`${root}docs/${link}`))).toEqual([]);
});

test('administrators are told by hand what the Forms API cannot do, before mail is switched on', () => {
  const [install = '', checklist = ''] = textOf('huong-dan-quan-tri').split('## 4. Trước khi vận hành chính thức');
  const confirmation = found(install, /^> (.+)$/gm).join(' ');
  expect(confirmation).toBe(CONFIRMATION);
  expect(install).toContain('"Hiển thị thanh tiến trình"');
  for (const part of [install, checklist])
    expect(part).toContain('"Hiển thị đường liên kết để gửi một câu trả lời khác"');
});

const deployment = firstDeployment();

test('every picture is in a guide, and small', () => {
  const pictures = readdirSync(`${root}docs/hinh`);
  const all = pages.map((file) => readFileSync(root + file, 'utf8')).join('\n');
  expect(pictures.filter((name) => !all.includes(`hinh/${name}`))).toEqual([]);
  expect(pictures.filter((name) => statSync(`${root}docs/hinh/${name}`).size > 150_000)).toEqual([]);
});

test('every alarm is explained under its own name', () => {
  const guide = textOf('huong-dan-quan-tri');
  const names = callsOf(deployment, 'monitoring policies create').map(
    (call) => JSON.parse(flag(call, 'policy')).displayName,
  );
  expect(names.length).toBeGreaterThan(2);
  expect(names.filter((name) => !guide.includes(`\`${name}\``))).toEqual([]);
});

test('the costs are those of the schedules', () => {
  const guide = textOf('huong-dan-quan-tri');
  const jobs = callsOf(deployment, 'scheduler jobs create http');
  const runsOf = (job: Call) => runsADay(flag(job, 'schedule'));
  const [sync] = jobs.filter(({ args }) => args[4] === 'sync').map(runsOf);
  const runs = { sync: sync ?? 0, all: jobs.map(runsOf).reduce((sum, one) => sum + one, 0) };
  const vietnamese = (count: number) => count.toLocaleString('vi-VN');
  expect(guide).toContain(`${runs.all} lần: đồng bộ ${runs.sync}`);
  expect(guide).toContain(`| ${vietnamese(runs.all * 31)} lần |`);
  expect(guide).toContain(
    `| ${vietnamese(runs.all * 10 * 0.5)} GiB-giây | ${vietnamese(runs.all * 31 * 10 * 0.5)} GiB`,
  );
  expect(guide).toContain(
    `| ${vietnamese((runs.all * 10) / 3)} vCPU-giây | ${vietnamese((runs.all * 31 * 10) / 3)} vCPU`,
  );
  expect(guide).toContain(`| ${runs.sync * 2} | ${vietnamese(runs.sync * 2 * 31)} |`);
  expect(guide).toContain(`| ${settings.dailyCap.initial} |`);
  expect(guide).toContain(`| ${jobs.length} lịch |`);
});

/** Of a cron line whose minutes and hours are numbers or steps; what comes on some days of a year counts for none. */
function runsADay(cron: string): number {
  const [minutes = '', hours = '', days] = cron.split(' ');
  if (days !== '*') return 0;
  const times = (field: string, of: number) =>
    field === '*' ? of : field.startsWith('*/') ? of / Number(field.slice(2)) : field.split(',').length;
  return times(minutes, 60) * times(hours, 24);
}
