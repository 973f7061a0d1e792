import { describe, expect, test } from 'vitest';
import { askedForm } from '../../functions/form/asked-form.ts';
import { formPastOf } from '../../functions/form/promised-dates.ts';
import { inForceOf } from '../../functions/outlook/in-force.ts';
import type { Snapshot } from '../../functions/workbook/snapshot.ts';
import type { Cell, Grid } from '../../sheets-schema/cell.ts';
import type { Tab } from '../../sheets-schema/define-tab.ts';
import { encodeRow, headerRow } from '../../sheets-schema/parse-tab.ts';
import { OUTLINE_VERSION, outlineSeeds } from '../../sheets-schema/seed/outline.ts';
import { unitSeeds } from '../../sheets-schema/seed/units.ts';
import { changes } from '../../sheets-schema/tabs/logs.ts';
import { outline } from '../../sheets-schema/tabs/outline.ts';
import { type Round, rounds } from '../../sheets-schema/tabs/rounds.ts';
import { units } from '../../sheets-schema/tabs/units.ts';
import { aRound, at } from '../domain/notices/notice-world.ts';
import { aSnapshot } from '../workbook/a-snapshot.ts';

const gridOf = (tab: Tab, rows: readonly object[]): Grid => [
  headerRow(tab),
  ...rows.map((row) => encodeRow(tab, row as never)),
];

/** A row of which only some cells are filled in. */
function halfTyped(tab: Tab, cells: Readonly<Record<string, Cell>>): Grid[number] {
  return Object.keys(tab.columns).map((name) => cells[name] ?? '');
}

const closed = aRound({
  id: '2025-04',
  state: 'Đã đóng',
  outlineVersion: OUTLINE_VERSION,
  opensAt: at('2025-04-01 08:00'),
});
const open = (id: string): Round => aRound({ id, state: 'Đang mở', outlineVersion: OUTLINE_VERSION });
const nothingTyped = { rounds: [], units: [], outline: [] };

type Sheet = {
  readonly rounds: readonly Round[];
  /** Rows below those of each tab, as they stand in the cells. */
  readonly typed?: Partial<Record<'rounds' | 'units' | 'outline', Grid>>;
  /** What `Nhật ký thay đổi` has of a round's state. */
  readonly logged?: Readonly<Record<string, string>>;
};

function sheetOf({ rounds: rows, typed = {}, logged = {} }: Sheet) {
  const below = { ...nothingTyped, ...typed };
  const log = Object.entries(logged).map(([id, state]) => ({
    seenAt: at('2025-10-23 14:00'),
    subject: `round/${id}/state`,
    old: null,
    new: state,
  }));
  return aSnapshot(
    new Map<number, Grid>([
      [rounds.sheetId, [...gridOf(rounds, rows), ...below.rounds]],
      [units.sheetId, [...gridOf(units, unitSeeds), ...below.units]],
      [outline.sheetId, [...gridOf(outline, outlineSeeds), ...below.outline]],
      [changes.sheetId, gridOf(changes, log)],
    ]),
  );
}

const unreadable = (round: Round, own: Readonly<Record<string, Cell>> = {}) =>
  encodeRow(rounds, round).map((cell, place) => own[Object.keys(rounds.columns)[place] ?? ''] ?? cell);
const agency = halfTyped(units, { code: 'BXX', name: 'Bộ Mẫu' });
const city = halfTyped(units, { code: 'HPX', name: 'Ủy ban nhân dân thành phố Mẫu', groups: 'TP-TW' });
const question = halfTyped(outline, { version: OUTLINE_VERSION, title: 'Câu hỏi mới' });
const oldQuestion = halfTyped(outline, { version: 'PL1-CU', title: 'Câu hỏi cũ' });

const asked = (snapshot: Snapshot) => askedForm(snapshot.people, inForceOf(snapshot), formPastOf(snapshot));

describe('whether the form accepts is told by the rounds alone', () => {
  test.each<[string, Sheet, boolean | null]>([
    ['a round is open', { rounds: [closed, open('2025-10')] }, true],
    ['none is', { rounds: [closed] }, false],
    ['there is none at all', { rounds: [] }, false],
    ['an agency is half typed', { rounds: [open('2025-10')], typed: { units: [agency] } }, true],
    ['a city is half typed', { rounds: [open('2025-10')], typed: { units: [city] } }, true],
    ['a question is half typed', { rounds: [open('2025-10')], typed: { outline: [question] } }, true],
    [
      'another round is half typed',
      { rounds: [open('2025-10')], typed: { rounds: [halfTyped(rounds, { id: '2025-11' })] } },
      true,
    ],
    [
      'a box was ticked and unticked',
      { rounds: [open('2025-10')], typed: { rounds: [halfTyped(rounds, { approved: false })] } },
      true,
    ],
    [
      'the open round has a cell nobody can read',
      { rounds: [closed], typed: { rounds: [unreadable(open('2025-10'), { strictDeadline: 'sớm' })] } },
      null,
    ],
    [
      'the state of a round cannot be read',
      { rounds: [closed], typed: { rounds: [unreadable(open('2025-10'), { state: 'xong chưa' })] } },
      null,
    ],
    ['the open round is gone', { rounds: [closed], logged: { '2025-10': 'Đang mở' } }, null],
    ['the open round is gone, its id has a slash', { rounds: [closed], logged: { '2025/10': 'Đang mở' } }, null],
    ['the open round has a slash in its id', { rounds: [open('10/2025')], logged: { '10/2025': 'Đang mở' } }, true],
    [
      'two rows of one round say different things',
      { rounds: [closed, open('2025-10'), { ...open('2025-10'), state: 'Đã đóng' }], logged: { '2025-10': 'Đang mở' } },
      null,
    ],
  ])('%s', (_what, sheet, expected) => {
    expect(asked(sheetOf(sheet)).door).toBe(expected);
  });

  test('nobody can tell from a tab without its headers', () => {
    const snapshot = sheetOf({ rounds: [closed] });
    const damaged = { ...snapshot.people.rounds, readable: false, rows: [] };
    expect(asked({ ...snapshot, people: { ...snapshot.people, rounds: damaged } }).door).toBeNull();
  });
});

describe('what stands on the form waits only for rows it speaks of', () => {
  test.each<[string, Sheet, string | null]>([
    ['all is well', { rounds: [open('2025-10')] }, null],
    ['the open round has a slash in its id', { rounds: [open('10/2025')], logged: { '10/2025': 'Đang mở' } }, null],
    ['an agency is half typed', { rounds: [open('2025-10')], typed: { units: [agency] } }, null],
    ['a city is half typed', { rounds: [open('2025-10')], typed: { units: [city] } }, 'tab "Đơn vị"'],
    ['a question is half typed', { rounds: [open('2025-10')], typed: { outline: [question] } }, 'tab "Đề cương"'],
    ['a question of another version is', { rounds: [open('2025-10')], typed: { outline: [oldQuestion] } }, null],
    [
      'another round is half typed',
      { rounds: [open('2025-10')], typed: { rounds: [halfTyped(rounds, { id: '2025-11' })] } },
      null,
    ],
    [
      'a round is half typed while none is open',
      { rounds: [closed], typed: { rounds: [halfTyped(rounds, { id: '2025-11' })] } },
      'tab "Kỳ báo cáo"',
    ],
    ['the open round is gone', { rounds: [closed], logged: { '10/2025': 'Đang mở' } }, 'kỳ 10/2025'],
    ['its version has no question', { rounds: [{ ...open('2025-10'), outlineVersion: 'PL2' }] }, 'chưa có câu hỏi nào'],
  ])('%s', (_what, sheet, expected) => {
    const { wait } = asked(sheetOf(sheet));
    if (expected === null) expect(wait).toBeNull();
    else expect(wait).toContain(expected);
  });
});
