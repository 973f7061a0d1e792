import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { copySources } from './copied-sources.ts';

/** A kind as somebody would add it: a city whose report is complete is thanked. */
const KIND = 'sheets-schema/notice-kinds/thanks.ts';
const MAKER = 'functions/domain/notices/owed/thanks.ts';
const LIST = 'sheets-schema/notice-kinds.ts';
const MAKERS = 'functions/domain/notices/owed/makers.ts';

const sources = copySources();
sources.create(
  KIND,
  `import { defineKind } from './define-kind.ts';
import { CODE, toUnit } from './variables.ts';

export const thanks = defineKind({
  title: 'Hoàn thành',
  key: 'hoan-thanh',
  occasion: 'Khi báo cáo của đơn vị đã đủ mọi mục.',
  repeats: 'once',
  about: 'report',
  to: 'city',
  asksFor: null,
  rank: 33,
  lane: 'unit',
  hours: 'windows',
  countsToCap: true,
  needsReport: true,
  isReply: false,
  callsLate: false,
  speaksOfTimeLeft: false,
  setsDeadline: false,
  button: null,
  encloses: null,
  deed: 'gửi thư cảm ơn',
  whyInPublic: null,
  shownOn: null,
  variables: [...toUnit, CODE],
  subject: '[Hoàn thành] Báo cáo đô thị thông minh của {{ten_don_vi}} đã đủ nội dung',
  body: \`Kính gửi: {{ten_co_quan}}

Cảm ơn Quý cơ quan đã gửi báo cáo đủ nội dung (mã tiếp nhận {{ma}}).\`,
});
`,
);
sources.insertAfter(
  LIST,
  "import { supplement } from './notice-kinds/supplement.ts';\n",
  "import { thanks } from './notice-kinds/thanks.ts';\n",
);
sources.insertAfter(LIST, '  leadersOnTasks,\n', '  thanks,\n');
sources.create(
  MAKER,
  `import type { UnitStatus } from '../../standing/unit-status.ts';
import type { Notice } from '../notice.ts';
import type { Desk } from '../notice-desk.ts';
import { oweUnit } from './owe.ts';

export function thanks(desk: Desk, status: UnitStatus): readonly Notice[] {
  const isComplete = status.items.every(({ counts, verdict }) => !counts || verdict === 'Đủ');
  if (status.filedAt === null || !isComplete) return [];
  return [oweUnit(desk, status, 'Hoàn thành', { step: '1', dueAt: status.filedAt, why: 'Báo cáo đã đủ nội dung.' })];
}
`,
);
sources.insertAfter(
  MAKERS,
  "import { supplements } from './supplements.ts';\n",
  "import { thanks } from './thanks.ts';\n",
);
sources.insertAfter(
  MAKERS,
  "  'Báo cáo lãnh đạo': leadersReports,\n",
  "  'Hoàn thành': ofUnits(['Đang mở'], thanks),\n",
);

afterAll(() => sources.remove());

/** A module of the changed sources. */
const load = <T>(file: string): Promise<T> => import(path.join(sources.folder, file));

const { askTheCities, useOffice } = await load<typeof import('../../test/support/office.ts')>('test/support/office.ts');
const { fullReport } = await load<typeof import('../../test/support/reports.ts')>('test/support/reports.ts');
const { noticeKinds } = await load<typeof import('../../sheets-schema/notice-kinds.ts')>(LIST);
const { templates } = await load<typeof import('../../sheets-schema/tabs/templates.ts')>(
  'sheets-schema/tabs/templates.ts',
);
const { ledger } = await load<typeof import('../../sheets-schema/tabs/logs.ts')>('sheets-schema/tabs/logs.ts');
const { mailPlan, matrix } = await load<typeof import('../../sheets-schema/tabs/projections.ts')>(
  'sheets-schema/tabs/projections.ts',
);
const { runDoctor } = await load<typeof import('../../functions/app.ts')>('functions/app.ts');
const { parseConfig, targets } = await load<typeof import('../../functions/config.ts')>('functions/config.ts');
const { mailReference } = await load<typeof import('../../scripts/docs/tables.ts')>('scripts/docs/tables.ts');

test('the recipe in CONTRIBUTING names all that is touched, and what it makes compiles', () => {
  const contributing = readFileSync(path.join(import.meta.dirname, '../../CONTRIBUTING.md'), 'utf8');
  const recipe = /\*\*Add a notice\.\*\*[^\n]*/.exec(contributing)?.[0] ?? '';
  const named = [...recipe.matchAll(/`([\w/-]+(?:\.ts|\/))`/g)].map(([, file = '']) => file);
  const isNamed = (file: string) => named.some((name) => file.endsWith(name) || file.startsWith(name));
  expect([...sources.touched].filter((file) => !isNamed(file))).toEqual([]);
  expect(named).toEqual(expect.arrayContaining(['sheets-schema/notice-kinds.ts', 'owed/makers.ts']));
  writeFileSync(
    path.join(sources.folder, 'tsconfig.of-the-product.json'),
    JSON.stringify({ extends: './tsconfig.json', include: ['functions', 'sheets-schema', 'scripts/docs'] }),
  );
  const compiler = path.join(sources.folder, 'node_modules/.bin/tsc');
  expect(execFileSync(compiler, ['-p', 'tsconfig.of-the-product.json'], { cwd: sources.folder }).toString()).toBe('');
}, 180_000);

describe('a round with the new kind', () => {
  const office = useOffice();

  /** HUE reports everything, HPG leaves one item to be made clear; the runs of the next days follow. */
  async function playTheRound(): Promise<void> {
    await askTheCities(office, { cities: ['HPG', 'HUE'] });
    await office.sync();
    await office.file('HUE', fullReport('HUE'));
    await office.file('HPG', { ...fullReport('HPG'), '1.2': 'Đang triển khai thực hiện theo quy định.' });
    await office.syncAt('2025-10-23 15:00');
  }

  const verdictsOf = async (verdict: string) =>
    (await office.rowsOf(matrix)).filter((row) => row.verdict === verdict).map(({ unit, item }) => `${unit} ${item}`);
  const subjectsTo = async (unit: string) => (await office.mailsTo(unit)).map(({ subject }) => subject);

  /** What the check-up of a morning says of the mails of the day before. */
  async function accountOn(time: string): Promise<string> {
    office.moveTo(time);
    const { checks } = await runDoctor(parseConfig(office.workspace.environment, targets.doctor));
    return checks.find(({ subject }) => subject === 'Nhật ký thư hôm qua')?.found ?? 'không xem xét';
  }

  test('shows it beforehand, mails it to whom it is owed, and accounts for the day', async () => {
    await playTheRound();
    expect(await verdictsOf('Cần làm rõ')).toEqual(['HPG 1.2']);
    const foretold = (await office.rowsOf(mailPlan)).filter(({ kind }) => kind === 'Hoàn thành');
    expect(foretold.map(({ unit, state }) => `${unit} ${state}`)).toEqual(['HUE Sẽ gửi']);
    await office.syncAt('2025-10-24 08:30');
    expect((await subjectsTo('HUE')).at(-1)).toBe('[Hoàn thành] Báo cáo đô thị thông minh của Huế đã đủ nội dung');
    expect((await office.mailsTo('HUE')).at(-1)?.text).toMatch(/mã tiếp nhận BC-\w+/);
    expect(await subjectsTo('HPG')).not.toContainEqual(expect.stringContaining('Hoàn thành'));
    const keys = (await office.rowsOf(ledger)).filter(({ kind }) => kind === 'Hoàn thành').map(({ key }) => key);
    expect(new Set(keys)).toEqual(new Set(['2025-10/HUE/hoan-thanh/1@mot-lan']));
    expect(await accountOn('2025-10-25 07:30')).toMatch(/^ngày 24\/10\/2025: thư nào đến lúc gửi cũng có kết quả/);
  });

  test('finds it in the guide and among the texts that people may change', async () => {
    expect(mailReference()).toContain('| Hoàn thành | Khi báo cáo của đơn vị đã đủ mọi mục. | đầu mối của đơn vị |');
    expect((await office.rowsOf(templates)).map(({ kind }) => kind)).toContain('Hoàn thành');
    expect(noticeKinds.at(-1)).toBe('Hoàn thành');
  });
});
