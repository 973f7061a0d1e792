import { forms } from 'googleapis/build/src/apis/forms/index.js';
import { beforeEach, describe, expect, test } from 'vitest';
import { entryOf, questionId } from '../../functions/domain/links/form-links.ts';
import { identification, SECRECY } from '../../sheets-schema/form.ts';
import { sectionsOf } from '../../sheets-schema/outline-sections.ts';
import { reports } from '../../sheets-schema/tabs/logs.ts';
import { mailPlan, matrix, tracking } from '../../sheets-schema/tabs/projections.ts';
import { rounds } from '../../sheets-schema/tabs/rounds.ts';
import { unzip } from '../documents/unzip.ts';
import { fillOnPages } from '../support/form-pages.ts';
import { askTheCities, ROUND, useOffice } from '../support/office.ts';
import { fullReport, without } from '../support/reports.ts';
import { openSecondRound, prepareSecondLetter, SECOND, secondOutline } from '../support/second-letter.ts';

const office = useOffice();
async function liveForm() {
  const { emulator, provisioned } = office.workspace;
  const client = forms({ version: 'v1', rootUrl: `${emulator.url}/` });
  return (await client.forms.get({ formId: provisioned.formId })).data;
}

const titlesOnForm = async () => ((await liveForm()).items ?? []).map(({ title }) => title ?? '');
const isSecondForm = async () => (await titlesOnForm()).includes('Mục 2. Kết quả thí điểm tại Hải Phòng và Huế');
const invitations = async (unit: string) =>
  (await office.mailsTo(unit)).filter(({ subject }) => subject.startsWith('[Đề nghị gửi báo cáo] Báo cáo nguồn lực'));
const ANSWER =
  'Đã bố trí 12 tỷ đồng theo Quyết định số 210/QĐ-UBND ngày 15/3/2025, giao Sở Xây dựng thực hiện trong năm.';

const linkIn = (mail: { readonly text?: string | undefined } | undefined) =>
  /https?:\S+usp=pp_url\S+/.exec(mail?.text ?? '')?.[0] ?? '';

/** A city opens a link and fills the pages it is led through. */
async function fill(link: string, answers: Readonly<Record<string, string>>) {
  const nameOf = ({ key, kind }: { readonly key: string; readonly kind: string }) => entryOf(questionId(key, kind));
  const asked = Object.values(identification).filter(({ required, kind }) => required && kind === 'short');
  return fillOnPages(link, {
    ...Object.fromEntries(asked.map((question) => [nameOf(question), 'Sở Xây dựng'])),
    [nameOf(identification.secrecy)]: SECRECY,
    // What a link of another round has not chosen yet.
    ...Object.fromEntries(sectionsOf(secondOutline).flatMap(({ gate }) => (gate ? [[nameOf(gate), gate.yes]] : []))),
    ...Object.fromEntries(Object.entries(answers).map(([key, text]) => [nameOf({ key, kind: 'paragraph' }), text])),
  });
}

beforeEach(async () => {
  await askTheCities(office);
  await office.sync();
  await office.file('HUE', fullReport('HUE'));
  await office.syncAt('2025-10-24 09:00');
  await prepareSecondLetter(office);
  await office.syncAt('2025-10-24 09:05');
});

test('is prepared while the first round is open: the form stays the first round’s, and nothing is wrong', async () => {
  expect(await isSecondForm()).toBe(false);
  expect((await liveForm()).publishSettings?.publishState?.isAcceptingResponses).toBe(true);
  expect(await office.errors()).toEqual([]);
});

test('opened beside the first it is an error: the earlier round keeps the form, and the later invites nobody', async () => {
  office.moveTo('2025-11-03 08:20');
  await office.type(rounds, SECOND, 'Trạng thái', 'Đang mở');
  await office.sync();
  await office.type(rounds, SECOND, 'Duyệt gửi', true);
  await office.syncAt('2025-11-03 08:40');
  await office.syncAt('2025-11-04 08:40');
  expect(await isSecondForm()).toBe(false);
  expect((await office.errors()).map(({ found }) => found)).toContain(
    `kỳ ${ROUND} cũng Đang mở; biểu mẫu đang nhận báo cáo của kỳ ${ROUND}`,
  );
  expect(await invitations('HPG')).toEqual([]);
  const waiting = (await office.rowsOf(mailPlan)).filter(({ key }) => String(key).startsWith(`${SECOND}/HPG/moi`));
  expect(waiting.map(({ state }) => state)).toEqual(['Giữ lại']);
});

describe('opened after the first is closed', () => {
  test('the form is the second outline’s, and whoever is invited is led through the parts that are its', async () => {
    await office.syncAt('2025-11-04 08:05');
    const before = (await office.rowsOf(tracking)).filter(({ round }) => round === ROUND);
    office.moveTo('2025-11-04 08:31');
    await openSecondRound(office);
    expect(await office.errors()).toEqual([]);
    const { info } = await liveForm();
    expect(info?.title).toBe('Báo cáo nguồn lực phát triển đô thị thông minh');
    expect(JSON.stringify(await titlesOnForm())).not.toContain('382/TB-VPCP');
    const gates = sectionsOf(secondOutline).flatMap(({ gate }) => gate ?? []);
    for (const [unit, isIn] of [
      ['HPG', true],
      ['HNI', false],
    ] as const) {
      const [mail] = await invitations(unit);
      expect(mail?.subject).toBe(
        `[Đề nghị gửi báo cáo] Báo cáo nguồn lực (tháng 12/2025) – hạn cuối hết ngày 28/11/2025 – ${isIn ? 'Hải Phòng' : 'Hà Nội'}`,
      );
      expect(mail?.text).toContain(
        isIn ? 'Quý cơ quan thuộc diện báo cáo Mục 2.' : 'Mục 2 không áp dụng đối với Quý cơ quan.',
      );
      const link = new URL(linkIn(mail));
      const chosen = gates.map(({ key, kind }) => link.searchParams.get(entryOf(questionId(key, kind))));
      expect(chosen).toEqual(gates.map(({ yes, no }) => (isIn ? yes : no)));
      const outlineSent =
        unzip(Buffer.from(mail?.attachments[0]?.contentBase64 ?? '', 'base64')).get('word/document.xml') ?? '';
      expect(outlineSent).toContain('1. Tình hình bố trí nguồn lực');
      expect(outlineSent.includes('2. Kết quả thí điểm')).toBe(isIn);
      expect(outlineSent).not.toContain('382/TB-VPCP');
    }
    // The closed round stays as it was.
    const after = (await office.rowsOf(tracking)).filter(({ round }) => round === ROUND);
    const settled = ({ filing, timing, missing }: (typeof after)[number]) => [filing, timing, missing];
    expect(after.map(settled)).toEqual(before.map(settled));
  });

  test('each city is complete with the parts that are its', async () => {
    office.moveTo('2025-11-03 08:31');
    await openSecondRound(office);
    await office.syncAt('2025-11-04 08:31');
    const answers = { '12-1.1': ANSWER };
    const hni = await fill(linkIn((await invitations('HNI'))[0]), answers);
    const hpg = await fill(linkIn((await invitations('HPG'))[0]), answers);
    const [first, second] = ['Mục 1. Tình hình bố trí nguồn lực', 'Mục 2. Kết quả thí điểm tại Hải Phòng và Huế'];
    expect([hni.pages, hpg.pages]).toEqual([[first], [first, second]]);
    await office.syncAt('2025-11-04 09:00');
    const received = (await office.rowsOf(reports)).slice(-2);
    expect(received.map(({ unit, identity }) => [unit, identity])).toEqual([
      ['HNI', 'Mã hợp lệ'],
      ['HPG', 'Mã hợp lệ'],
    ]);
    const shown = (await office.rowsOf(matrix)).filter(({ unit }) => ['HNI', 'HPG'].includes(unit));
    expect(shown.map(({ unit, item, verdict }) => `${unit} ${item} ${verdict}`)).toEqual([
      'HNI 1.1 Đủ',
      'HNI 2.1 Không áp dụng',
      'HPG 1.1 Đủ',
      'HPG 2.1 Thiếu',
    ]);
    expect((await office.rowsOf(reports)).at(-1)?.gates).toBe('Có, thuộc diện báo cáo Mục 2');
    const receipt = (await office.mailsTo('HPG')).at(-1);
    expect(receipt?.text).toContain('Mục 2.1 "Kết quả thí điểm"');
    expect(receipt?.text).not.toContain('1.4');
    // What was lacking comes alone, by the link of the receipt.
    await fill(linkIn(receipt), { '12-2.1': ANSWER });
    await office.syncAt('2025-11-04 09:10');
    const now = (await office.rowsOf(matrix)).filter(({ unit }) => unit === 'HPG');
    expect(now.map(({ item, verdict }) => `${item} ${verdict}`)).toEqual(['1.1 Đủ', '2.1 Đủ']);
    const [one, two] = (await office.rowsOf(reports)).slice(-2).map(({ version }) => version);
    expect(now.map(({ change }) => change)).toEqual([null, `Mới: ${two} nêu, ${one} chưa nêu`]);
  });

  test('the link of the first letter still says whose it is, and is asked about', async () => {
    office.moveTo('2025-11-03 08:31');
    await openSecondRound(office);
    await office.syncAt('2025-11-04 08:31');
    const [old] = (await office.mailsTo('HPG')).filter(({ subject }) => subject.startsWith('[Đề nghị gửi báo cáo]'));
    await fill(linkIn(old), { '12-1.1': ANSWER });
    await office.syncAt('2025-11-04 09:00');
    expect((await office.rowsOf(reports)).at(-1)).toMatchObject({ unit: 'HPG', identity: 'Mã của kỳ đã đóng' });
  });

  test('not before the days have passed that units were told for what is lacking', async () => {
    office.moveTo('2025-10-29 09:00');
    await office.file('DNG', without(fullReport('DNG'), '1.4', '1.5'));
    await office.sync();
    await office.syncAt('2025-10-30 09:00');
    const asked = (await office.mailsTo('DNG')).at(-1);
    expect(asked?.subject).toContain('[Đề nghị bổ sung]');
    const until = /chậm nhất hết ngày (\d\d\/\d\d\/\d{4})/.exec(asked?.text ?? '')?.[1];
    expect(until).toBe('04/11/2025');
    office.moveTo('2025-11-03 08:31');
    await openSecondRound(office);
    await office.syncAt('2025-11-04 08:31');
    expect(await isSecondForm()).toBe(false);
    expect((await office.errors()).map(({ found }) => found)).toEqual([
      expect.stringContaining(`đơn vị của kỳ ${ROUND} còn được bổ sung theo thư đã gửi (DNG: hết ngày 04/11/2025)`),
    ]);
    expect(await invitations('HPG')).toEqual([]);
    await office.syncAt('2025-11-05 08:31');
    expect(await isSecondForm()).toBe(true);
    expect(await invitations('HPG')).toHaveLength(1);
  });
});
