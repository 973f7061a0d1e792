import { kinds, type NoticeKind } from '../../../../sheets-schema/notice-kinds.ts';
import type { Decision } from '../../../../sheets-schema/tabs/decisions.ts';
import { momentWords } from '../../time/moment-words.ts';
import { isTerminal } from '../ledger.ts';
import type { Moot, Notice } from '../notice.ts';
import { type Desk, isBefore } from '../notice-desk.ts';
import { keyOf, owe } from './owe.ts';

/** A decision *Gửi thư mẫu*: about which round, and of whose mails if not of the first that leave. */
export type SampleAsked = Pick<Decision, 'at' | 'subject' | 'unit'>;

/**
 * For the coordinators, who asked for it: one of each kind of mail that units of the round are to get, as the first unit
 * will get it. What a decision asks for is what is coming when it is acted on; kinds that come up later are none of it.
 * @param coming everything else that is owed
 */
export function samples(desk: Desk, coming: readonly Notice[]): readonly Notice[] {
  return desk.samplesAsked.flatMap((asked) => {
    const begun = desk
      .entriesOf(asked.subject, null, 'Thư mẫu')
      .filter(({ parts }) => parts?.step.startsWith(stepOf(asked)))
      .map(({ key }) => key);
    const own = [...firstOfEachKind(desk, asked, coming)].map(([kind, real]) => sampleOf(desk, asked, kind, real));
    if (begun.length > 0) return own.filter(({ key }) => begun.includes(key));
    return own.length > 0 ? own : [noSample(desk, asked)];
  });
}

function firstOfEachKind(
  desk: Desk,
  { subject, unit }: SampleAsked,
  coming: readonly Notice[],
): ReadonlyMap<NoticeKind, Notice> {
  const first = new Map<NoticeKind, Notice>();
  for (const notice of coming) {
    const { kind, key, moot, dueAt } = notice;
    if (notice.subject !== subject || (unit !== null && notice.unit !== unit)) continue;
    const entry = desk.ledger.entries.get(key);
    if (kinds[kind].to !== 'city' || moot !== null || (entry && isTerminal(entry.state))) continue;
    const known = first.get(kind);
    if (!known || isBefore(dueAt, known.dueAt)) first.set(kind, notice);
  }
  return first;
}

function sampleOf(desk: Desk, asked: SampleAsked, kind: NoticeKind, real: Notice): Notice {
  const { key, callsLate } = kinds[kind];
  return owe(desk, 'Thư mẫu', {
    ...named(asked, callsLate ? `${key}-${real.nth}` : key),
    why: `Quyết định "Gửi thư mẫu" lúc ${momentWords(asked.at)}: mẫu của thư "${kind}".`,
    sample: real,
  });
}

/** The decision had nothing to show: said in the ledger, and from there in `Kiểm tra`. */
function noSample(desk: Desk, asked: SampleAsked): Notice {
  return owe(desk, 'Thư mẫu', {
    ...named(asked, ''),
    why: `Quyết định "Gửi thư mẫu" lúc ${momentWords(asked.at)}.`,
    moot: NOTHING_COMES,
  });
}

const NOTHING_COMES: Moot = { state: 'không cần nữa', reason: 'Lúc đó kỳ không có thư nào sắp gửi đơn vị.' };

/** Whether a decision was acted on and nothing was coming. */
export function hadNoSample({ ledger }: Pick<Desk, 'ledger'>, asked: SampleAsked): boolean {
  const entry = ledger.entries.get(keyOf('Thư mẫu', named(asked, '')));
  return entry?.state === NOTHING_COMES.state;
}

function named(asked: SampleAsked, name: string) {
  return { subject: asked.subject, unit: null, step: `${stepOf(asked)}${name}`, dueAt: asked.at };
}

function stepOf({ at, unit }: SampleAsked): string {
  return `${at}${unit === null ? '' : `~${unit}`}+`;
}
