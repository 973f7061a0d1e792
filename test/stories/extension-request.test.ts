import { Temporal } from 'temporal-polyfill';
import { beforeEach, expect, test } from 'vitest';
import { verifyDay } from '../../functions/domain/notices/verify.ts';
import { createGoogle } from '../../functions/google/client.ts';
import { createWorkbook } from '../../functions/google/workbook.ts';
import { pastLogs } from '../../functions/outlook/past-logs.ts';
import { NO_RESPONSES, readSnapshot } from '../../functions/workbook/read-snapshot.ts';
import { answers, changes } from '../../sheets-schema/tabs/logs.ts';
import { tracking } from '../../sheets-schema/tabs/projections.ts';
import { askTheCities, mailboxOf, ROUND, useOffice } from '../support/office.ts';
import { fullReport } from '../support/reports.ts';

const office = useOffice();

/** Hải Phòng, Huế and Cần Thơ are invited; hết ngày 29/10/2025. */
beforeEach(async () => {
  await askTheCities(office, { cities: ['HPG', 'HUE', 'CTO'] });
  await office.sync();
});

const ASKS = 'Đề nghị gia hạn đến ngày 05/11/2025 vì thành phố đang khắc phục hậu quả bão số 12.';
const ask = (unit: string, moreTime: string, own = {}) =>
  office.file(unit, {}, { identification: { moreTime }, ...own });
const subjectsTo = async (unit: string) => (await office.mailsTo(unit)).map(({ subject }) => subject.split(']')[0]);
const tracked = async (unit: string) => (await office.rowsOf(tracking)).find((row) => row.unit === unit);
const toDecide = async () => (await office.findings()).filter(({ found }) => found.includes('đề nghị gia hạn'));
const digest = async () =>
  (await office.mails()).findLast(({ envelope }) => envelope.to.includes(mailboxOf('dieuphoi')))?.text ?? '';

async function gapsOn(day: string) {
  const { workspace } = office;
  const google = createGoogle({ emulator: workspace.emulator.url });
  const workbook = createWorkbook(google, workspace.provisioned.spreadsheetId);
  const logs = pastLogs(await readSnapshot(workbook, NO_RESPONSES, Temporal.Now.instant()));
  const gaps = (ledger: typeof logs.ledger) =>
    verifyDay(Temporal.PlainDate.from(day), { ...logs, ledger }).filter(({ key }) =>
      /xin-gia-han|khong-gia-han/.test(key),
    );
  return [gaps(logs.ledger), gaps([])];
}

test('a request waits for a word, and an extension is the word', async () => {
  office.moveTo('2025-10-24 19:00');
  await ask('HPG', ASKS);
  await office.syncAt('2025-10-24 19:05');
  expect(await subjectsTo('HPG')).toEqual(['[Đề nghị gửi báo cáo', '[Đã ghi nhận đề nghị gia hạn']);
  const noted = (await office.mailsTo('HPG')).at(-1)?.text ?? '';
  expect(noted).toContain('đề nghị gia hạn đến ngày 05/11/2025 của Quý cơ quan, gửi lúc 19:00 ngày 24/10/2025');
  expect(noted).toContain('giữ nguyên: hết ngày 29/10/2025');
  expect(await tracked('HPG')).toMatchObject({ filing: 'Chưa gửi' });
  expect(await toDecide()).toMatchObject([{ level: 'Lưu ý', found: expect.stringContaining(ASKS) }]);

  await office.syncAt('2025-10-27 08:31');
  expect(await digest()).toContain(`Ghi ở tab Quyết định: ${ROUND} · HPG · Gia hạn · 05/11/2025; không gia hạn thì`);
  expect(await gapsOn('2025-10-27')).toEqual([
    [],
    [expect.objectContaining({ key: expect.stringContaining('HPG/xin-gia-han/1@BC-HPG-') })],
  ]);

  // The deadline stands until somebody decides, and then what was decided is told once.
  await office.syncAt('2025-10-29 08:31');
  expect((await office.mailsTo('HPG')).at(-1)?.subject).toContain('29/10/2025');
  await office.decide('Gia hạn', {
    'Thời điểm': '29/10/2025 09:00',
    'Đơn vị': 'HPG',
    'Giá trị': '05/11/2025',
    'Lý do': 'bão số 12',
    'Người quyết định': 'Phó Cục trưởng',
  });
  await office.syncAt('2025-10-29 09:05');
  expect((await subjectsTo('HPG')).at(-1)).toBe('[Gia hạn');
  expect(await toDecide()).toEqual([]);
  const recorded = (await office.rowsOf(changes)).filter(({ subject }) => subject.startsWith('decision/'));
  expect(recorded.at(-1)?.new).toContain('Phó Cục trưởng');
  await office.syncAt('2025-10-30 08:31');
  expect(await subjectsTo('HPG')).not.toContain('[Quá hạn');
});

test('a request is refused, with the reason; asked again it waits again; the report closes it', async () => {
  office.moveTo('2025-10-24 09:00');
  await ask('HPG', ASKS);
  await office.syncAt('2025-10-24 09:05');
  await office.decide('Không gia hạn', {
    'Thời điểm': '24/10/2025 10:00',
    'Đơn vị': 'HPG',
    'Lý do': 'cần kịp phiên họp',
  });
  await office.decide('Không gia hạn', { 'Thời điểm': '24/10/2025 10:00', 'Đơn vị': 'HUE' });
  for (let run = 0; run < 2; run++) await office.syncAt('2025-10-24 10:05');
  expect(await subjectsTo('HPG')).toEqual(['[Đề nghị gửi báo cáo', '[Đã ghi nhận đề nghị gia hạn', '[Không gia hạn']);
  expect((await office.mailsTo('HPG')).at(-1)?.text).toContain('– Lý do: cần kịp phiên họp.');
  // Nobody refuses what nobody asked.
  expect(await toDecide()).toMatchObject([{ found: expect.stringContaining('HUE không có đề nghị gia hạn nào') }]);
  expect(await subjectsTo('HUE')).toEqual(['[Đề nghị gửi báo cáo']);
  const gaps = await gapsOn('2025-10-24');
  expect(gaps[0]).toEqual([]);
  expect(gaps[1]).toHaveLength(2);

  office.moveTo('2025-10-28 09:00');
  await ask('HPG', 'Xin lùi thêm ba ngày làm việc');
  await office.syncAt('2025-10-28 09:05');
  expect((await toDecide()).map(({ found }) => found)).toContainEqual(expect.stringContaining('Xin lùi thêm ba ngày'));
  await office.file('HPG', fullReport('HPG'));
  await office.syncAt('2025-10-28 10:05');
  expect((await toDecide()).filter(({ found }) => found.startsWith('Hải Phòng'))).toEqual([]);
  expect((await subjectsTo('HPG')).slice(-2)).toEqual(['[Đã ghi nhận đề nghị gia hạn', '[Đã tiếp nhận']);
});

test('what asks for nothing, comes by nobody’s link or is secret', async () => {
  office.moveTo('2025-10-24 09:00');
  await ask('HUE', ASKS, { code: 'khong-co' });
  await ask('CTO', 'Không', {});
  await ask('HPG', `MẬT. ${ASKS}`);
  await office.syncAt('2025-10-24 09:05');
  // Who wrote "Không" asked for nothing and sent nothing: the usual receipt says so.
  expect(await subjectsTo('CTO')).toEqual(['[Đề nghị gửi báo cáo', '[Đã tiếp nhận']);
  expect(await subjectsTo('HUE')).toEqual(['[Đề nghị gửi báo cáo']);
  const kept = await office.rowsOf(answers);
  expect(kept.filter(({ version }) => version.startsWith('BC-HPG')).map(({ text }) => text)).toEqual([
    expect.stringContaining('Không sao chép'),
  ]);
  const found = (await toDecide()).map((one) => one.found);
  expect(found).toEqual([expect.stringMatching(/^Hải Phòng đề nghị gia hạn, gửi lúc .*Không sao chép/)]);
  expect(await office.errors()).toMatchObject([{ found: expect.stringContaining('dấu chỉ độ mật') }]);
});

test('who takes a request back has asked for nothing', async () => {
  office.moveTo('2025-10-24 09:00');
  const responseId = await ask('HPG', ASKS);
  await office.syncAt('2025-10-24 09:05');
  expect(await toDecide()).toHaveLength(1);
  office.moveTo('2025-10-24 10:30');
  await office.file('HPG', { '1.4': 'Không có' }, { identification: { moreTime: ASKS }, responseId });
  await office.syncAt('2025-10-24 10:35');
  // An edit that leaves it as it was asks nothing anew.
  expect((await subjectsTo('HPG')).slice(1)).toEqual(['[Đã ghi nhận đề nghị gia hạn', '[Đã tiếp nhận']);
  expect(await toDecide()).toHaveLength(1);
  office.moveTo('2025-10-24 11:40');
  await office.file('HPG', { '1.4': 'Không có' }, { responseId });
  await office.syncAt('2025-10-24 11:45');
  expect(await toDecide()).toEqual([]);
});
