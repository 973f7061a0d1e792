import { expect, test } from 'vitest';
import { reports } from '../../sheets-schema/tabs/logs.ts';
import { tracking } from '../../sheets-schema/tabs/projections.ts';
import { rounds } from '../../sheets-schema/tabs/rounds.ts';
import { askTheCities, ROUND, useOffice } from '../support/office.ts';
import { fullReport } from '../support/reports.ts';

const office = useOffice();

test.each(['10/2025', 'Tháng 10/2025', 'Đợt 1 – 2025 (bổ sung)', '2025.10', 'quý IV/2025/bổ sung', 'T10:2025'])(
  'a round called %s is asked, reported to, followed by the form, and its files have names that every computer takes',
  async (id) => {
    await office.type(rounds, ROUND, 'Mã kỳ', id);
    await askTheCities(office, { cities: ['HPG', 'CTO'], round: id });
    await office.syncAt('2025-10-23 14:05');
    const [invitation] = await office.mailsTo('HPG');
    expect(invitation?.attachments.map(({ filename }) => filename)).toEqual([
      expect.stringMatching(/^[A-Za-z0-9-]+\.docx$/),
    ]);
    await office.file('HPG', fullReport('HPG'), { round: id });
    const matter = { 'Kỳ hoặc nhiệm vụ': id, 'Thời điểm': '23/10/2025 14:05' };
    await office.decide('Gia hạn', { ...matter, 'Giá trị': '31/10/2025' });
    expect(await office.sync()).toMatchObject({ recorded: 1, formChanged: true, failed: 0 });
    expect((await office.rowsOf(reports))[0]).toMatchObject({ round: id, unit: 'HPG' });
    await office.syncAt('2025-11-03 08:40');
    expect((await office.mailsTo('CTO')).at(-1)?.subject).toContain('Quá hạn');
    expect((await office.rowsOf(tracking)).map(({ round }) => round)).toEqual([id, id]);
    expect(await office.errors()).toEqual([]);
    expect(await office.sync()).toMatchObject({ googleCalls: 2, sent: 0 });
  },
);
