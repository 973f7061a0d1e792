import { afterEach, expect, test } from 'vitest';
import { decisions } from '../../sheets-schema/tabs/decisions.ts';
import { rounds } from '../../sheets-schema/tabs/rounds.ts';
import { settingsTab } from '../../sheets-schema/tabs/settings.ts';
import { templates } from '../../sheets-schema/tabs/templates.ts';
import { contacts } from '../../sheets-schema/tabs/units.ts';
import { askTheCities, ROUND, useOffice } from '../support/office.ts';
import { fullReport } from '../support/reports.ts';

const office = useOffice();
const before = Object.getOwnPropertyNames(Object.prototype).sort();

afterEach(() => {
  expect(Object.getOwnPropertyNames(Object.prototype).sort()).toEqual(before);
});

test.each(['__proto__', 'constructor', 'toString'])('a cell that says %s is a word like any other', async (name) => {
  await askTheCities(office, { cities: ['HPG'] });
  await office.sync();
  await office.add(settingsTab, { 'Cài đặt': name, 'Giá trị': 'Bật' });
  await office.add(contacts, { 'Mã liên hệ': name, 'Đơn vị': name, 'Vai trò': 'Đầu mối', 'E-mail': 'x@y.example' });
  await office.type(rounds, ROUND, 'Đơn vị phải báo cáo', `HPG; ${name}`);
  await office.decide(name, { 'Kỳ hoặc nhiệm vụ': name, 'Đơn vị': name });
  await office.type(templates, 'Xác nhận tiếp nhận', 'Nội dung', `{{${name}}} {{${name}.${name}}} {{ten_don_vi}}`);
  await office.file('HPG', { ...fullReport('HPG'), '1.4': name }, { filer: name });
  expect(await office.sync()).toMatchObject({ recorded: 1, failed: 0 });
  const findings = (await office.findings()).map(({ tab }) => tab);
  expect(findings).toEqual(expect.arrayContaining([decisions.title, templates.title]));
  expect((await office.mails()).map(({ text }) => text).join()).not.toContain('[object Object]');
});
