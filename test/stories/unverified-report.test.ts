import { Temporal } from 'temporal-polyfill';
import { beforeEach, expect, test } from 'vitest';
import { entryOf, questionId } from '../../functions/domain/links/form-links.ts';
import { verifyDay } from '../../functions/domain/notices/verify.ts';
import { createGoogle } from '../../functions/google/client.ts';
import { createWorkbook } from '../../functions/google/workbook.ts';
import { pastLogs } from '../../functions/outlook/past-logs.ts';
import { NO_RESPONSES, readSnapshot } from '../../functions/workbook/read-snapshot.ts';
import { ownReports } from '../../scripts/story/reports.ts';
import { identification } from '../../sheets-schema/form.ts';
import { reports } from '../../sheets-schema/tabs/logs.ts';
import { tracking } from '../../sheets-schema/tabs/projections.ts';
import { askTheCities, ROUND, useOffice } from '../support/office.ts';
import { fullReport } from '../support/reports.ts';

const office = useOffice();

/** Hà Nội and Huế are invited. */
beforeEach(async () => {
  await askTheCities(office, { cities: ['HNI', 'HUE'] });
  await office.sync();
});

const subjectsTo = async (unit: string) => (await office.mailsTo(unit)).map(({ subject }) => subject.split(']')[0]);
const tracked = async (unit: string) => (await office.rowsOf(tracking)).find((row) => row.unit === unit);
const newest = async () => (await office.rowsOf(reports)).at(-1);

/** What the confirmation page's own link gives: a form without a code. The city's short name is typed there. */
const fromTheConfirmationPage = { code: 'HUE' };

/** What a link has filled in. */
function prefilled(text: string, name: keyof typeof identification): string | null {
  const link = /https?:\/\/\S*usp=pp_url\S*/.exec(text)?.[0] ?? '';
  const { key, kind } = identification[name];
  return new URL(link).searchParams.get(entryOf(questionId(key, kind)));
}

test('Huế files through the confirmation page of Hà Nội, hears of it in the same run, confirms, and was in time', async () => {
  office.moveTo('2025-10-23 19:58');
  await office.file('HNI', ownReports.HNI);
  office.moveTo('2025-10-23 20:00');
  await office.file('HUE', fullReport('HUE'), fromTheConfirmationPage);
  await office.syncAt('2025-10-23 20:05');
  const { version = '', identity } = (await newest()) ?? {};
  expect([version.slice(0, 7), identity]).toEqual(['BC-CXM-', 'Chờ xác minh đơn vị']);

  const mail = (await office.mailsTo('HUE')).at(-1);
  expect(mail?.subject).toBe(`[Đề nghị xác nhận] Báo cáo chưa xác minh ghi tên Huế – ${version}`);
  expect(mail?.text).toContain(`mã tiếp nhận ${version}, gửi lúc 20:00 ngày 23/10/2025, không đi từ đường dẫn riêng`);
  expect(await office.findings()).toContainEqual(
    expect.objectContaining({ found: expect.stringContaining('đã gửi thư hỏi đơn vị lúc 20:05 ngày 23/10/2025') }),
  );
  expect((await tracked('HUE'))?.filing).toBe('Chờ xác minh đơn vị');

  await office.syncAt('2025-10-24 08:31');

  // The deadline passes; the mail is opened on the morning after, and its link sent as it is.
  office.moveTo('2025-10-30 08:00');
  await office.file(
    'HUE',
    {},
    {
      code: prefilled(mail?.text ?? '', 'code') ?? '',
      identification: { claim: prefilled(mail?.text ?? '', 'claim') ?? '' },
    },
  );
  await office.syncAt('2025-10-30 08:31');
  expect(await tracked('HUE')).toMatchObject({ filing: 'Đã tiếp nhận nội dung', timing: 'Đúng hạn' });
  expect(await subjectsTo('HUE')).toEqual(['[Đề nghị gửi báo cáo', '[Đề nghị xác nhận', '[Đã tiếp nhận']);
  expect((await office.mailsTo('HUE')).at(-1)?.text).toContain('lúc 20:00 ngày 23/10/2025');
  const about = (await office.findings()).filter(({ found }) => /Huế|HUE/.test(found));
  expect(about).toEqual([]);

  const snapshot = await readSnapshot(workbook(), NO_RESPONSES, Temporal.Now.instant());
  const logs = pastLogs(snapshot);
  const gaps = (ledger: typeof logs.ledger) =>
    verifyDay(Temporal.PlainDate.from('2025-10-24'), { ...logs, ledger }).filter(({ key }) =>
      key.startsWith(`${ROUND}/HUE/chua-xac-minh/`),
    );
  expect(gaps(logs.ledger)).toEqual([]);
  expect(gaps([])).toHaveLength(1);
});

const workbook = () =>
  createWorkbook(createGoogle({ emulator: office.workspace.emulator.url }), office.workspace.provisioned.spreadsheetId);

test('whatever a stranger sends in a city’s name, it is asked once, and only its own link confirms', async () => {
  for (const time of ['20:00', '20:10', '22:00']) {
    office.moveTo(`2025-10-23 ${time}`);
    await office.file('HUE', fullReport('HUE'), { code: 'khong-co', filer: 'Kẻ Lạ Mặt' });
    await office.sync();
  }
  const questions = (await office.mailsTo('HUE')).filter(({ subject }) => subject.startsWith('[Đề nghị xác nhận]'));
  expect(questions).toHaveLength(1);
  expect(questions[0]?.text).not.toContain('Kẻ Lạ Mặt');
  const { version = '' } = (await newest()) ?? {};

  office.moveTo('2025-10-24 09:00');
  await office.file('HUE', {}, { code: 'khong-co', identification: { claim: version } });
  await office.file('HNI', {}, { identification: { claim: version } });
  await office.syncAt('2025-10-24 09:05');
  expect((await tracked('HUE'))?.filing).toBe('Chờ xác minh đơn vị');
  expect((await tracked('HNI'))?.filing).toBe('Chưa gửi');
  const asked = (await office.findings()).filter(({ found }) => found.includes('xác nhận báo cáo'));
  expect(asked.map(({ found }) => found)).toEqual([
    expect.stringMatching(/^Hà Nội xác nhận báo cáo "BC-CXM-/),
    expect.stringMatching(/^báo cáo ghi là của Huế xác nhận/),
  ]);
  expect(await subjectsTo('HNI')).not.toContain('[Đã tiếp nhận');

  await office.file('HUE', {}, { identification: { claim: version.toLowerCase().replaceAll('-', ' ') } });
  await office.syncAt('2025-10-24 09:15');
  expect((await tracked('HUE'))?.timing).toBe('Đúng hạn');
  expect((await subjectsTo('HUE')).at(-1)).toBe('[Đã tiếp nhận');
});
