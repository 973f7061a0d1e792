import { describe, expect, test } from 'vitest';
import { nameOfView, readyViews } from '../../sheets-schema/ready-views.ts';
import { rounds } from '../../sheets-schema/tabs/rounds.ts';
import { contacts } from '../../sheets-schema/tabs/units.ts';
import { askTheCities, ROUND, useOffice } from '../support/office.ts';

const office = useOffice();

/** What nobody has measured of a Vietnamese Sheet: how it takes what people type. Each may be so or not. */
const readings = [
  'as expected',
  'sheets.typed-days-stay-text',
  'sheets.typed-months-first',
  'sheets.typed-points-are-days',
  'sheets.vietnamese-truth',
] as const;

async function under(reading: string): Promise<void> {
  const { url } = office.workspace.emulator;
  await fetch(`${url}/_emulator/switches`, { method: 'PUT', body: JSON.stringify({ [reading]: true }) });
}

/** What the system reads in a cell of the round; null when it asks instead. */
async function readAs(column: 'effectiveDeadline' | 'approved') {
  const round = (await office.rowsOf(rounds)).find(({ id }) => id === ROUND);
  const value = round?.[column];
  if (value === undefined || value === null || typeof value === 'boolean') return value ?? null;
  return value.day.toString();
}

describe.each(readings)('a Sheet that reads typed text %s', (reading) => {
  test('gives the day that was typed, or asks, and never another', async () => {
    await under(reading);
    const year = new Date(office.workspace.emulator.clock.nowMillis()).getUTCFullYear();
    for (const [typed, ...meant] of [
      ['31/12/2026', '2026-12-31'],
      ['31-12-2026', '2026-12-31'],
      ['31.12.2026', '2026-12-31'],
      ['2026-12-31', '2026-12-31'],
      ['31/12/2026 17:00', '2026-12-31'],
      ['17h ngày 31/12/2026', '2026-12-31', null],
      ['31.12.2026 17:00', '2026-12-31'],
      ['3/4/2026', '2026-04-03'],
      ['12/31/2026', '2026-12-31', null],
      ['1.5', `${year}-05-01`, null],
    ] as const) {
      await office.type(rounds, ROUND, rounds.columns.effectiveDeadline.header, typed);
      expect(meant, typed).toContain(await readAs('effectiveDeadline'));
    }
  });

  test('says yes to a tick and to the words of yes, and no to those of no', async () => {
    await under(reading);
    for (const [typed, meant] of [
      [true, true],
      [false, false],
      ['TRUE', true],
      ['FALSE', false],
      ['Đúng', true],
      ['SAI', false],
      ['Có', true],
      ['Không', false],
    ] as const) {
      await office.type(rounds, ROUND, rounds.columns.approved.header, typed);
      expect(await readAs('approved'), String(typed)).toBe(meant);
    }
  });

  test('hides a contact out of use in the view of those in use', async () => {
    await under(reading);
    await askTheCities(office);
    await office.type(contacts, 'HPG-1', contacts.columns.active.header, false);
    const view = readyViews.find((one) => nameOfView(one) === 'Danh bạ · Đang dùng');
    const page = await fetch(`${office.workspace.provisioned.sheetUrl}?gid=${contacts.sheetId}&fvid=${view?.id}`);
    const shown = [...(await page.text()).matchAll(/<div>([A-Z]{3}-1)<\/div>/g)].map(([, id]) => id);
    expect(shown).toEqual(['HNI-1', 'HCM-1', 'DNG-1', 'CTO-1', 'HUE-1', 'BXD-1']);
  });
});
