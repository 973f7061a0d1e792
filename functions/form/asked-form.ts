import { type OutlineQuestion, outline as outlineTab } from '../../sheets-schema/tabs/outline.ts';
import { type Round, rounds as roundsTab } from '../../sheets-schema/tabs/rounds.ts';
import { type Unit, units as unitsTab } from '../../sheets-schema/tabs/units.ts';
import { type ChangeBook, recordedOfRounds } from '../domain/standing/change-log.ts';
import { type WantedForm, wantedForm } from './wanted-form.ts';

/** The Form as the Sheet asks for it. */
export type AskedForm = {
  readonly wanted: WantedForm;
  /**
   * Why the Form must not follow just now: a row half typed or lost would close it, or take a question or a city off it.
   * Vietnamese; null when it may.
   */
  readonly wait: string | null;
};

/** A tab, as far as it could be read. */
type Rows<T> = {
  readonly rows: readonly T[];
  readonly readable: boolean;
  readonly broken: readonly { readonly at: number }[];
  readonly rivals: readonly { readonly at: number }[];
};

/** The tabs that the Form is made from. */
export type FormTabs = {
  readonly outline: Rows<OutlineQuestion>;
  readonly rounds: Rows<Round>;
  readonly units: Rows<Unit>;
};

export function askedForm(
  tabs: FormTabs,
  inForce: { readonly changeBook: ChangeBook; readonly expected: ReadonlyMap<string, readonly string[]> },
): AskedForm {
  const { outline, rounds, units } = tabs;
  const wanted = wantedForm({
    outline: outline.rows,
    rounds: rounds.rows,
    units: units.rows,
    expected: inForce.expected,
  });
  return { wanted, wait: waitFor(tabs, inForce.changeBook, wanted) };
}

function waitFor({ outline, rounds, units }: FormTabs, book: ChangeBook, wanted: WantedForm): string | null {
  const tabs = [
    [outline, outlineTab],
    [rounds, roundsTab],
    [units, unitsTab],
  ] as const;
  for (const [{ readable, broken, rivals, rows }, { title }] of tabs) {
    if (!readable || rows.length === 0) return `chưa đọc được tab "${title}"`;
    const [first] = broken;
    if (first) return `dòng ${first.at} của tab "${title}" chưa đọc được`;
    const [rival] = rivals;
    if (rival) return `dòng ${rival.at} của tab "${title}" trùng khóa với dòng khác`;
  }
  const lost = lostOpenRound(
    book,
    rounds.rows.map(({ id }) => id),
  );
  if (lost) return `kỳ ${lost} đang mở nhưng không còn trong tab "${roundsTab.title}"`;
  return wanted.questions === 0 ? 'phiên bản đề cương của kỳ chưa có câu hỏi nào' : null;
}

function lostOpenRound(book: ChangeBook, present: readonly string[]): string | null {
  const open = recordedOfRounds(book, 'state').find(([id, state]) => state === 'Đang mở' && !present.includes(id));
  return open?.[0] ?? null;
}
