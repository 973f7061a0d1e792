import { MOST_GATES } from '../../sheets-schema/outline-sections.ts';
import { outline as outlineTab } from '../../sheets-schema/tabs/outline.ts';
import { type Round, rounds as roundsTab } from '../../sheets-schema/tabs/rounds.ts';
import { GROUP_CITIES, units as unitsTab } from '../../sheets-schema/tabs/units.ts';
import { fold } from '../../sheets-schema/text.ts';
import { type ChangeBook, roundSubject } from '../domain/standing/change-log.ts';
import { recordedUnits } from '../domain/standing/expected-units.ts';
import { readApplied } from './applied-form.ts';
import { lostOpenRound } from './form-rounds.ts';
import type { FormTabs } from './form-tabs.ts';
import { type FormPast, promisedDates } from './promised-dates.ts';
import type { WantedForm } from './wanted-form.ts';

/**
 * Why the questions and words of the Form must not follow the Sheet just now: a row half typed or lost would take a
 * question or a city off it. Only rows that the Form speaks of count. Vietnamese; null when it may.
 */
export function wordingWait({ rounds, units, outline }: FormTabs, book: ChangeBook, wanted: WantedForm): string | null {
  const tabs = [
    [outline, outlineTab],
    [rounds, roundsTab],
    [units, unitsTab],
  ] as const;
  const unread = tabs.find(([{ readable, rows }]) => !readable || rows.length === 0);
  if (unread) return `chưa đọc được tab "${unread[1].title}"`;
  const lost = lostOpenRound(rounds, book);
  if (lost !== null) return `kỳ ${lost} đang mở nhưng chưa đọc được ở tab "${roundsTab.title}"`;
  const round = rounds.rows.find(({ id }) => id === wanted.round);
  const isOpen = round?.state === 'Đang mở';
  const doubt = roundDoubt(rounds, isOpen) ?? outlineDoubt(outline, round) ?? unitDoubt(units, round, book);
  if (doubt) return doubt;
  if (wanted.gates > MOST_GATES)
    return `đề cương của kỳ có ${wanted.gates} phần chỉ dành cho một số đơn vị, biểu mẫu hỏi được nhiều nhất ${MOST_GATES}`;
  return wanted.questions === 0 ? 'phiên bản đề cương của kỳ chưa có câu hỏi nào' : null;
}

/**
 * Why the form must not become another outline's yet: units of the round whose form it is were told by when they can
 * still supply what is lacking, and its questions would be gone. Vietnamese; null when it may.
 */
export function promiseWait({ rounds }: FormTabs, wanted: WantedForm, past: FormPast): string | null {
  const { round: last } = readApplied(past.formHash);
  if (last === '' || last === wanted.round) return null;
  const outlineOf = (id: string) => rounds.rows.find((round) => round.id === id)?.outlineVersion;
  if (outlineOf(last) === outlineOf(wanted.round)) return null;
  const dates = promisedDates(last, past);
  return dates.length === 0 ? null : `đơn vị của kỳ ${last} còn được bổ sung theo thư đã gửi (${dates.join('; ')})`;
}

/** While no round is open any of them may be the one to show. */
function roundDoubt({ broken, rivals }: FormTabs['rounds'], isOpen: boolean): string | null {
  return isOpen ? null : unclear(roundsTab.title, { broken: broken[0], rival: rivals[0] });
}

function outlineDoubt({ broken, rivals }: FormTabs['outline'], round: Round | undefined): string | null {
  const isAsked = (version: unknown) => typeof version !== 'string' || !round || version === round.outlineVersion;
  return unclear(outlineTab.title, {
    broken: broken.find(({ values }) => isAsked(values['version'])),
    rival: rivals.find(({ version }) => isAsked(version)),
  });
}

function unitDoubt(units: FormTabs['units'], round: Round | undefined, book: ChangeBook): string | null {
  const isOffered = offeredBy(round, round ? book.last(roundSubject(round.id, 'expected')) : null, units.rows);
  return unclear(unitsTab.title, {
    broken: units.broken.find(({ values }) => isOffered(values)),
    rival: units.rivals.find(isOffered),
  });
}

type UnitCells = Readonly<Record<string, unknown>>;

/** Whether a unit of which some cells cannot be read may be among those that the form offers. */
function offeredBy(
  round: Round | undefined,
  logged: string | null,
  units: FormTabs['units']['rows'],
): (cells: UnitCells) => boolean {
  const frozen = recordedUnits(logged);
  if (frozen) {
    const [asked, known] = [new Set(frozen), new Set(units.map(({ code }) => code))];
    const isWhole = frozen.every((code) => known.has(code));
    return ({ code }) => (typeof code === 'string' ? asked.has(code) : !isWhole);
  }
  const entries = new Set((round?.expected ?? [GROUP_CITIES]).map(fold));
  const isEntry = (text: unknown) => typeof text !== 'string' || entries.has(fold(text));
  return ({ code, groups, shortName = '', name = '' }) =>
    groups === undefined || [code, shortName, name, ...((groups ?? []) as readonly string[])].some(isEntry);
}

type Unclear = {
  readonly broken: { readonly at: number } | undefined;
  readonly rival: { readonly at: number } | undefined;
};

function unclear(title: string, { broken, rival }: Unclear): string | null {
  if (broken) return `dòng ${broken.at} của tab "${title}" chưa đọc được`;
  return rival ? `dòng ${rival.at} của tab "${title}" trùng khóa với dòng khác` : null;
}
