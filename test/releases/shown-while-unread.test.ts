import { expect, test } from 'vitest';
import { runDashboard, runSynthesis } from '../../functions/app.ts';
import { parseConfig, targets } from '../../functions/config.ts';
import type { Tab } from '../../sheets-schema/define-tab.ts';
import { placesOf } from '../../sheets-schema/parse-tab.ts';
import { ledger, reports } from '../../sheets-schema/tabs/logs.ts';
import { overview } from '../../sheets-schema/tabs/projections.ts';
import { tasks } from '../../sheets-schema/tabs/register.ts';
import { rounds } from '../../sheets-schema/tabs/rounds.ts';
import { useRelease } from './use-release.ts';

const office = useRelease('0.1.0', async (one) => {
  await one.syncAt('2025-10-30 09:11');
  await one.provision();
});

async function rename(tab: Tab, name: string): Promise<void> {
  const columnIndex = placesOf(tab, (await office.cellsOf(tab))[0] ?? []).get(name) ?? -1;
  const start = { sheetId: tab.sheetId, rowIndex: 0, columnIndex };
  const values = [{ userEnteredValue: { stringValue: 'Tên khác' } }];
  await office.edit({ updateCells: { start, rows: [{ values }], fields: 'userEnteredValue' } });
}

const { dashboard, synthesis } = targets;
async function page(): Promise<string> {
  const served = await runDashboard(parseConfig(office.workspace.environment, dashboard), { round: null });
  if (served.kind !== 'page') throw new Error(`The page is ${served.kind}.`);
  return served.html;
}
const draft = () => runSynthesis(parseConfig(office.workspace.environment, synthesis), { round: null, unit: null });

/** Label and figure, as they stand in the page. */
const figuresIn = (html: string) =>
  [...html.matchAll(/<dt>(.*?)<\/dt><dd class="value">(.*?)<\/dd>/g)].map(([, label, value]) => `${label} ${value}`);

const ALL_CLEAR = ['Không có nhiệm vụ nào quá hạn', 'Không có việc nào cần xử lý', 'Không có thư nào'];

test.each([
  ['Nhiệm vụ', tasks, 'lead'],
  ['Kỳ báo cáo', rounds, 'effectiveDeadline'],
  ['Báo cáo', reports, 'unit'],
] as const)('while %s cannot be read the page keeps the last good figures and says why', async (title, tab, name) => {
  const figures = figuresIn(await page());
  expect(figures).toHaveLength(12);
  await rename(tab, name);
  for (const moment of ['2025-10-30 14:00', '2025-10-30 14:10']) {
    await office.syncAt(moment);
    const html = await page();
    expect(figuresIn(html)).toEqual(figures);
    expect(html).toContain(`không đọc được tab &quot;${title}&quot;`);
    for (const claim of tab === tasks ? ALL_CLEAR.slice(0, 1) : ALL_CLEAR) expect(html).not.toContain(claim);
    expect((await office.cellsOf(overview))[1]?.[0]).toContain(`Số liệu cũ: không đọc được tab "${title}"`);
    expect(await draft()).toMatchObject({ kind: 'nothing', why: expect.stringContaining(title) });
  }
});

test('a renamed Ghi chú, and a log of mails that cannot be read, leave the figures alone', async () => {
  const figures = figuresIn(await page());
  await rename(tasks, 'note');
  await rename(ledger, 'key');
  await office.syncAt('2025-10-30 14:00');
  expect(figuresIn(await page())).toEqual(figures);
  expect((await office.cellsOf(overview))[1]?.[0]).toMatch(/^Đã nhận 3\/6/);
  expect((await draft()).kind).toBe('document');
  expect((await office.findings()).map(({ tab, column }) => `${tab} ${column}`)).toEqual(
    expect.arrayContaining(['Nhiệm vụ Ghi chú', 'Nhật ký thư Khóa thư']),
  );
});

test('the morning digest names the tab, and calls no task figure nought', async () => {
  await rename(tasks, 'lead');
  await office.syncAt('2025-10-31 08:31');
  const digest = (await office.mailsTo('dieuphoi')).at(-1);
  expect(digest?.subject).toContain('31/10/2025');
  expect(digest?.text).toContain('không đọc được tab "Nhiệm vụ", cột "Chủ trì"');
  expect(digest?.text.match(/chưa rõ/g)).toHaveLength(4);
});
