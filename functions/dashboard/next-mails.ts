import { kinds, noticeKinds } from '../../sheets-schema/notice-kinds.ts';
import type { MailAhead } from '../domain/notices/schedule.ts';
import { momentWords } from '../domain/time/moment-words.ts';

export type NextMail = {
  readonly at: string;
  readonly unit: string;
  readonly kind: string;
  readonly state: MailAhead['state'];
  readonly why: string;
};

const MOST = 15;
/** What a coordinator typed as a reason, and any address, may speak of a person: neither is for this page. */
const ADDRESS = /\S+@\S+/g;

/** The mails that come first, those that will go before those that are held, and how many are left. */
export function nextMails(
  schedule: readonly MailAhead[],
  names: ReadonlyMap<string, string>,
): { readonly shown: readonly NextMail[]; readonly left: number } {
  const ordered = (['Sẽ gửi', 'Giữ lại'] as const).flatMap((state) => schedule.filter((row) => row.state === state));
  return {
    shown: ordered.slice(0, MOST).map((row) => ({
      at: row.at === null ? '–' : momentWords(row.at),
      unit: row.unit === null ? 'Nội bộ' : (names.get(row.unit) ?? row.unit),
      kind: row.kind,
      state: row.state,
      why: whyOf(row),
    })),
    left: Math.max(0, ordered.length - MOST),
  };
}

function whyOf({ kind, why }: MailAhead): string {
  const declared = noticeKinds.find((one) => one === kind);
  return (declared && kinds[declared].whyInPublic) ?? (why ?? '').replaceAll(ADDRESS, '(địa chỉ)');
}
