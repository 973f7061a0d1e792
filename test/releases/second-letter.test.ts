import { expect, test } from 'vitest';
import { questionId } from '../../functions/domain/links/form-links.ts';
import { firstOutline } from '../../sheets-schema/first-outline.ts';
import { citySeeds } from '../../sheets-schema/seed/units.ts';
import { changes, ledger, reports } from '../../sheets-schema/tabs/logs.ts';
import { matrix } from '../../sheets-schema/tabs/projections.ts';
import { rounds } from '../../sheets-schema/tabs/rounds.ts';
import { ROUND } from '../support/office.ts';
import { openSecondRound, prepareSecondLetter, SECOND, secondOutline } from '../support/second-letter.ts';
import { useRelease } from './use-release.ts';

const office = useRelease('0.1.0');
const NAMES = citySeeds.map(({ shortName }) => shortName);

const onForm = async () =>
  ((await office.now()).form.items ?? []).map((item) => item.questionItem?.question?.questionId ?? '');

test('a file of 0.1.0 in the middle of its round meets this release and then the second letter', async () => {
  const told = (await office.rowsOf(ledger)).map(({ key, state }) => `${key} ${state}`);
  const known = (await office.rowsOf(reports)).map(({ version }) => version);
  await office.syncAt('2025-10-30 14:00');
  await office.provision();
  expect(await onForm()).toContain(questionId(firstOutline.gate.key, 'branch'));

  await prepareSecondLetter(office);
  await office.syncAt('2025-10-30 15:00');
  expect(await office.errors()).toEqual([]);
  // A supplement of 0.1.0 named a day that its ledger does not keep: the form waits for it all the same.
  await office.type(rounds, ROUND, 'Trạng thái', 'Đã đóng');
  await office.type(rounds, SECOND, 'Trạng thái', 'Đang mở');
  await office.syncAt('2025-10-31 08:31');
  expect(await onForm()).toContain(questionId(firstOutline.gate.key, 'branch'));
  expect((await office.errors()).map(({ found }) => found)).toEqual([
    expect.stringContaining(`đơn vị của kỳ ${ROUND} còn được bổ sung theo thư đã gửi (DNG: hết ngày`),
  ]);
  const before = await office.mails();
  office.moveTo('2025-11-12 08:31');
  await openSecondRound(office);
  await office.syncAt('2025-11-13 08:31');
  await office.syncAt('2025-11-13 08:32');

  // The form is the second letter's alone, and each unit is invited to it once.
  expect(await office.errors()).toEqual([]);
  expect(await onForm()).not.toContain(questionId(firstOutline.gate.key, 'branch'));
  const since = (await office.mails()).slice(before.length);
  const toUnits = since.filter(({ subject }) => !/^\[(?:Bản tin|Báo cáo Lãnh đạo)/.test(subject));
  expect(toUnits.filter(({ subject }) => !subject.startsWith('[Đề nghị gửi báo cáo] Báo cáo nguồn lực'))).toEqual([]);
  expect(toUnits.map(({ subject }) => subject.split(' – ').at(-1)).sort()).toEqual([...NAMES].sort());
  // Nothing that was on record is lost.
  expect((await office.rowsOf(ledger)).map(({ key, state }) => `${key} ${state}`).slice(0, told.length)).toEqual(told);
  expect((await office.rowsOf(reports)).map(({ version }) => version).slice(0, known.length)).toEqual(known);
  expect((await office.rowsOf(changes)).length).toBeGreaterThan(0);

  const answers = {
    '12-1.1': 'Đã bố trí 12 tỷ đồng theo Quyết định số 210/QĐ-UBND ngày 15/3/2025 cho các sở thực hiện.',
  };
  await office.file('HNI', answers, { round: SECOND, outline: secondOutline });
  await office.syncAt('2025-11-13 09:00');
  const shown = (await office.rowsOf(matrix)).filter(({ unit }) => unit === 'HNI');
  expect(shown.map(({ item, verdict }) => `${item} ${verdict}`)).toEqual(['1.1 Đủ', '2.1 Không áp dụng']);
});
