import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { questionsById } from '../../functions/domain/links/form-links.ts';
import { parseLedgerKey } from '../../functions/domain/notices/ledger-key.ts';
import { decodeFacts } from '../../functions/domain/reading/examine-answer.ts';
import { isFormerText, markOfText } from '../../functions/letters/former-texts.ts';

import packageFile from '../../package.json' with { type: 'json' };
import { allTabs } from '../../sheets-schema/all-tabs.ts';
import type { Cell, Grid } from '../../sheets-schema/cell.ts';
import type { Columns, Tab } from '../../sheets-schema/define-tab.ts';
import { kinds } from '../../sheets-schema/notice-kinds.ts';
import { isIn, parseTab, placesOf, titlesOf } from '../../sheets-schema/parse-tab.ts';
import { RELEASE, SCHEMA_VERSION } from '../../sheets-schema/schema-version.ts';
import { settings } from '../../sheets-schema/setting-list.ts';
import { answers, ledger } from '../../sheets-schema/tabs/logs.ts';
import { outline } from '../../sheets-schema/tabs/outline.ts';
import { settingsTab } from '../../sheets-schema/tabs/settings.ts';
import { system } from '../../sheets-schema/tabs/system.ts';
import { templates } from '../../sheets-schema/tabs/templates.ts';
import { type RecordedSheet, readRecording } from './recording.ts';

const releases = readdirSync(import.meta.dirname).filter((name) => /^\d/.test(name));
const tabs: readonly Tab[] = allTabs;

describe.each(releases)('what release %s wrote', (release) => {
  const { sheets } = readRecording(release).spreadsheet;
  const sheetOf = ({ sheetId }: Tab) => sheets.find(({ properties }) => properties?.sheetId === sheetId);
  const gridOf = (tab: Tab): Grid =>
    (sheetOf(tab)?.rows ?? []).map((row) => row.map((cell): Cell => (typeof cell === 'object' ? '' : cell)));
  const cells = new Map(gridOf(system).map(([name, value]) => [name, value]));
  const version = Number(cells.get('schema') ?? 1);

  test('every tab, every column and every setting of today was there, or says since when it is', () => {
    const news = tabs.flatMap((tab) => {
      if (!sheetOf(tab)) return isIn(tab, version) ? [tab.title] : [];
      const places = placesOf(tab, gridOf(tab)[0] ?? []);
      const missing = Object.entries(tab.columns as Columns).filter(([name]) => !places.has(name));
      return missing.flatMap(([, column]) => (isIn(column, version) ? [`${tab.title}, ${column.header}`] : []));
    });
    const rows = new Set(gridOf(settingsTab).map(([title]) => title));
    const unknown = Object.values(settings).filter(
      (setting) => isIn(setting, version) && ![setting.title, ...(setting.former ?? [])].some((one) => rows.has(one)),
    );
    expect([...news, ...unknown.map(({ title }) => title)]).toEqual([]);
  });

  test('no tab and no column is forgotten', () => {
    const forgotten = sheets.flatMap(({ properties, rows }) => {
      const tab = tabs.find(({ sheetId }) => sheetId === properties?.sheetId);
      if (!tab) return [properties?.title];
      const titles = new Set(Object.values(tab.columns as Columns).flatMap(titlesOf));
      return (rows[0] ?? []).filter((title) => !titles.has(String(title)) && title !== 'Người theo dõi');
    });
    expect(forgotten).toEqual([]);
  });

  test('every word that its drop-downs offered still means something', () => {
    const lost = tabs.flatMap((tab) =>
      offeredIn(sheetOf(tab)).flatMap(({ column, words }) => {
        const declared = Object.values(tab.columns as Columns).find((one) => titlesOf(one).includes(column));
        return words.filter((word) => declared && !declared.codec.safeParse(word).success);
      }),
    );
    expect(lost).toEqual([]);
  });

  test('every row of it is read, and nothing is wrong with it', () => {
    for (const tab of tabs.filter(({ owner }) => owner !== 'projection')) {
      const { rows, findings, readable } = parseTab(tab, gridOf(tab), version);
      expect(findings, tab.title).toEqual([]);
      expect(readable && rows.length, tab.title).toBe(Math.max(0, gridOf(tab).length - 1));
    }
  });

  test('its built-in mail texts are known as such, for today others may be built in', () => {
    const written = parseTab(templates, gridOf(templates), version).rows;
    const own = (text: string | null) => text?.startsWith('[Nhắc việc] {{ten_don_vi}}');
    const strange = written.flatMap(({ kind, subject, body }) =>
      [subject, body].filter(
        (text) => text && !own(text) && !isFormerText(text) && !same(text, kinds[kind].subject, kinds[kind].body),
      ),
    );
    expect(strange.map((text) => `${markOfText(text ?? '')} ${text}`)).toEqual([]);
  });

  test('its keys, its question ids and what it read of answers are understood', () => {
    const keys = parseTab(ledger, gridOf(ledger), version).rows.map(({ key }) => key);
    expect(keys.filter((key) => parseLedgerKey(key) === null)).toEqual([]);
    const asked = new Set(parseTab(outline, gridOf(outline), version).rows.map(({ question }) => question));
    const given = parseTab(answers, gridOf(answers), version).rows;
    expect(given.filter(({ question }) => !asked.has(question))).toEqual([]);
    expect(given.filter(({ part, facts }) => part === 1 && decodeFacts(facts ?? '') === null)).toEqual([]);
    const ids = new Set(questionsById(parseTab(outline, gridOf(outline), version).rows).keys());
    const { items = [] } = readRecording(release).form;
    const onForm = items.flatMap(({ questionItem }) => questionItem?.question?.questionId ?? []);
    expect(onForm.filter((id) => ids.has(id))).toHaveLength(ids.size);
  });
});

function same(text: string, ...others: readonly string[]): boolean {
  return others.some((other) => markOfText(other) === markOfText(text));
}

/** The words of each drop-down, by the title of its column. */
function offeredIn(sheet: RecordedSheet | undefined): readonly { column: string; words: readonly string[] }[] {
  return (sheet?.looks ?? []).flatMap(({ at, dataValidation }) => {
    const { type, values } = dataValidation?.condition ?? {};
    if (type !== 'ONE_OF_LIST' || sheet?.properties?.sheetId === settingsTab.sheetId) return [];
    const words = (values ?? []).map(({ userEnteredValue }) => userEnteredValue ?? '');
    return (sheet?.rows[0] ?? []).slice(at[2], at[3]).map((title) => ({ column: String(title), words }));
  });
}

describe('the declarations of today', () => {
  test('say the release that package.json says', () => {
    expect(RELEASE).toBe(packageFile.version);
  });

  test('say nothing of a version to come', () => {
    const columns = tabs.flatMap((tab) => [tab, ...Object.values(tab.columns as Columns)]);
    const tooNew = [...columns, ...Object.values(settings)].filter((one) => !isIn(one, SCHEMA_VERSION));
    expect(tooNew).toEqual([]);
  });

  test('put new columns of a log behind the last', () => {
    for (const tab of tabs.filter(({ owner }) => owner === 'log')) {
      const births = Object.values(tab.columns as Columns).map(({ since = 1 }) => Math.max(since, tab.since ?? 1));
      expect(births, tab.title).toEqual(births.toSorted());
    }
  });

  test('no column of a log is one by which nothing is decided: without it rows would stand in wrong places', () => {
    const idle = tabs.filter(({ owner, columns }) => {
      return owner === 'log' && Object.values(columns as Columns).some(({ decides }) => decides === false);
    });
    expect(idle).toEqual([]);
  });

  test('a column that is new, or decides nothing, is read where its cell is empty; a tick box is then not ticked', () => {
    for (const tab of tabs) {
      for (const column of Object.values(tab.columns as Columns)) {
        if (column.since === undefined && column.decides !== false) continue;
        const read = column.codec.safeParse('');
        expect(read.success, `${tab.title}, ${column.header}`).toBe(true);
        // Where a rule makes tick boxes of a column, its empty cells read as not ticked.
        if (column.rule?.type === 'BOOLEAN') expect(read.data || false).toBe(false);
      }
    }
  });
});
