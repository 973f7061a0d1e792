import fc from 'fast-check';
import { numberOf } from '../../sheets-schema/outline-sections.ts';
import { outlineSeeds } from '../../sheets-schema/seed/outline.ts';
import { citySeeds } from '../../sheets-schema/seed/units.ts';
import { type OutlineQuestion, questionTypes } from '../../sheets-schema/tabs/outline.ts';
import type { Round } from '../../sheets-schema/tabs/rounds.ts';
import type { Unit } from '../../sheets-schema/tabs/units.ts';
import { aRound, at } from '../domain/notices/notice-world.ts';

/** What of the Sheet the Form follows. */
export type Sheet = {
  readonly outline: readonly OutlineQuestion[];
  readonly units: readonly Unit[];
  readonly rounds: readonly Round[];
};

export const firstSheet: Sheet = {
  outline: outlineSeeds,
  units: citySeeds,
  rounds: [aRound({ id: 'R1', state: 'Chuẩn bị' })],
};

/** One thing a coordinator does to the Sheet, and its name when a sequence fails. */
export type Edit = { readonly name: string; readonly apply: (sheet: Sheet) => Sheet };

const words = fc.constantFrom('Tình hình', 'Kết quả', 'Vướng mắc', 'Dữ liệu dùng chung', 'Kinh phí', 'Nhân lực');
const options = fc.uniqueArray(fc.constantFrom('Có', 'Không', 'Đang làm', 'Đã xong', 'Khác'), {
  minLength: 0,
  maxLength: 4,
});
const place = fc.nat(30);

function outlineEdit(name: string, apply: (outline: readonly OutlineQuestion[]) => readonly OutlineQuestion[]): Edit {
  return { name, apply: (sheet) => ({ ...sheet, outline: apply(sheet.outline) }) };
}

function onOne(name: string, at: number, change: (question: OutlineQuestion) => OutlineQuestion): Edit {
  return outlineEdit(name, (outline) =>
    outline.map((one, index) => (index === at % outline.length ? change(one) : one)),
  );
}

const added = fc
  .record({
    item: fc.constantFrom('1.6', '2.4', '3', '1.3'),
    title: words,
    type: fc.constantFrom(...questionTypes),
    options,
    place,
    n: fc.nat(5),
  })
  .map(({ item, title, type, options: values, place: at, n }) =>
    outlineEdit(`add ${item}-moi-${n} (${type}) at ${at}`, (outline) => {
      const model = outline[0] as OutlineQuestion;
      const question = `${item}-moi-${n}`;
      if (outline.some((one) => one.question === question && one.version === model.version)) return outline;
      const row = { ...model, section: '', item, question, title, type, options: values, used: true };
      return outline.toSpliced(at % outline.length, 0, row);
    }),
  );

const changed = fc.oneof(
  fc.tuple(place, words).map(([at, title]) => onOne(`reword ${at}`, at, (one) => ({ ...one, title }))),
  fc.tuple(place, fc.option(words)).map(([at, help]) => onOne(`help ${at}`, at, (one) => ({ ...one, help }))),
  fc
    .tuple(place, fc.boolean())
    .map(([at, used]) => onOne(`${used ? 'ask' : 'retire'} ${at}`, at, (one) => ({ ...one, used }))),
  fc
    .tuple(place, fc.constantFrom(...questionTypes), options)
    .map(([at, type, values]) => onOne(`${at} is ${type}`, at, (one) => ({ ...one, type, options: values }))),
);

const moved = fc.oneof(
  fc.tuple(place, place).map(([from, to]) =>
    outlineEdit(`move ${from} to ${to}`, (outline) => {
      const row = outline[from % outline.length] as OutlineQuestion;
      return outline.toSpliced(from % outline.length, 1).toSpliced(to % outline.length, 0, row);
    }),
  ),
  place.map((at) =>
    outlineEdit(`delete ${at}`, (outline) =>
      outline.length > 3 ? outline.toSpliced(at % outline.length, 1) : outline,
    ),
  ),
);

const part = fc.constantFrom('1', '2', '3', '4', '5');
const forWhom = fc.constantFrom(null, ['TP-TW'], ['MUC-2'], ['HPG', 'HUE'], ['Không ai']);

/** On every row of a part, in every version. */
function onPart(name: string, number: string, change: (question: OutlineQuestion) => Partial<OutlineQuestion>): Edit {
  return outlineEdit(`part ${number} ${name}`, (outline) =>
    outline.map((one) => (numberOf(one) === number ? { ...one, ...change(one) } : one)),
  );
}

/** Parts added, removed, reordered, renamed, and given to some units alone. */
const parts = fc.oneof(
  fc.tuple(part, words).map(([number, heading]) => onPart(`is called ${heading}`, number, () => ({ heading }))),
  fc
    .tuple(part, forWhom)
    .map(([number, sectionFor]) =>
      onPart(`is for ${sectionFor ?? 'all'}`, number, () => ({ sectionFor, appliesTo: sectionFor })),
    ),
  fc.tuple(part, part).map(([from, to]) => onPart(`is part ${to}`, from, () => ({ section: to }))),
  fc
    .tuple(place, part)
    .map(([at, section]) => onOne(`${at} moves to part ${section}`, at, (one) => ({ ...one, section }))),
  fc
    .tuple(part, fc.boolean())
    .map(([number, used]) => onPart(used ? 'is asked' : 'is retired', number, () => ({ used }))),
  fc.tuple(part, fc.boolean()).map(([number, first]) =>
    outlineEdit(`part ${number} goes ${first ? 'first' : 'last'}`, (outline) => {
      const [own, others] = [true, false].map((isOwn) => outline.filter((one) => (numberOf(one) === number) === isOwn));
      return [...((first ? own : others) ?? []), ...((first ? others : own) ?? [])];
    }),
  ),
  part.map((number) =>
    outlineEdit(`part ${number} is removed`, (outline) => {
      const left = outline.filter((one) => numberOf(one) !== number);
      return left.some((one) => one.used) ? left : outline;
    }),
  ),
  fc.tuple(part, words, forWhom).map(([section, heading, sectionFor]) =>
    outlineEdit(`part ${section} is added for ${sectionFor ?? 'all'}`, (outline) => {
      const model = outline.at(-1) as OutlineQuestion;
      const question = `${section}.1-phan`;
      if (outline.some((one) => one.question === question && one.version === model.version)) return outline;
      const row = { ...model, section, heading, sectionFor, appliesTo: null, item: `${section}.1`, question };
      return [...outline, { ...row, title: `${section}.1. ${heading}`, used: true }];
    }),
  ),
);

const cities = fc.oneof(
  fc.tuple(place, words).map(
    ([at, shortName]): Edit => ({
      name: `rename city ${at}`,
      apply: (sheet) => ({
        ...sheet,
        units: sheet.units.map((unit, index) => (index === at % sheet.units.length ? { ...unit, shortName } : unit)),
      }),
    }),
  ),
  fc.nat(3).map(
    (n): Edit => ({
      name: `add city ${n}`,
      apply: (sheet) => {
        const code = `TP${n}`;
        if (sheet.units.some((unit) => unit.code === code)) return sheet;
        return {
          ...sheet,
          units: [...sheet.units, { ...(sheet.units[0] as Unit), code, shortName: `Thành phố ${n}` }],
        };
      },
    }),
  ),
);

const rounds = fc.oneof(
  fc.constantFrom('Chuẩn bị' as const, 'Đang mở' as const, 'Đã đóng' as const).map(
    (state): Edit => ({
      name: `last round is ${state}`,
      apply: (sheet) => ({
        ...sheet,
        rounds: sheet.rounds.map((round, index) => (index === sheet.rounds.length - 1 ? { ...round, state } : round)),
      }),
    }),
  ),
  fc.integer({ min: 1, max: 28 }).map(
    (day): Edit => ({
      name: `deadline ${day}/11`,
      apply: (sheet) => ({
        ...sheet,
        rounds: sheet.rounds.map((round) => ({
          ...round,
          effectiveDeadline: { day: round.basisDate.with({ month: 11, day }), time: null },
        })),
      }),
    }),
  ),
  fc.boolean().map(
    (isOpen): Edit => ({
      name: `a new round with an outline of its own${isOpen ? ', open' : ''}`,
      apply: (sheet) => {
        const n = sheet.rounds.length + 1;
        const version = `V${n}`;
        const last = sheet.rounds.at(-1) as Round;
        return {
          ...sheet,
          outline: [
            ...sheet.outline,
            ...sheet.outline.filter((one) => one.version === last.outlineVersion).map((one) => ({ ...one, version })),
          ],
          rounds: [
            ...sheet.rounds.map((round) => ({ ...round, state: 'Đã đóng' as const })),
            aRound({
              id: `R${n}`,
              outlineVersion: version,
              opensAt: at('2025-11-01 08:00').add({ hours: 24 * n }),
              state: isOpen ? 'Đang mở' : 'Chuẩn bị',
            }),
          ],
        };
      },
    }),
  ),
);

/** Between two syncs a coordinator does one thing or several. */
export const editsBetweenSyncs: fc.Arbitrary<readonly (readonly Edit[])[]> = fc.array(
  fc.array(
    fc.oneof(
      { arbitrary: added, weight: 3 },
      { arbitrary: changed, weight: 5 },
      { arbitrary: moved, weight: 3 },
      { arbitrary: parts, weight: 6 },
      { arbitrary: cities, weight: 1 },
      { arbitrary: rounds, weight: 3 },
    ),
    { minLength: 1, maxLength: 4 },
  ),
  { minLength: 1, maxLength: 3 },
);

export function applyAll(sheet: Sheet, edits: readonly Edit[]): Sheet {
  return edits.reduce((now, edit) => edit.apply(now), sheet);
}
