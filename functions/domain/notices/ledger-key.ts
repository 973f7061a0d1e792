import { createHash } from 'node:crypto';
import { type NoticeKind, noticeKinds } from '../../../sheets-schema/tabs/settings.ts';
import type { Contact } from '../../../sheets-schema/tabs/units.ts';

/**
 * What keys call each kind, kept apart from the words people see so that rewording never sends a mail twice. Both late
 * kinds share one name: which of them a step turns out to be depends on how many late notices were sent before.
 */
const names = {
  'Mời gửi báo cáo': 'moi',
  'Xác nhận tiếp nhận': 'tiep-nhan',
  'Nhắc việc': 'nhac',
  'Quá hạn lần 1': 'qua-han',
  'Quá hạn lần 2': 'qua-han',
  'Gia hạn': 'gia-han',
  'Đề nghị bổ sung': 'bo-sung',
  'Trả lại': 'tra-lai',
  'Nhiệm vụ quá hạn': 'nhiem-vu',
  'Bản tin điều phối': 'ban-tin',
  'Báo cáo lãnh đạo': 'lanh-dao',
} as const satisfies Record<NoticeKind, string>;
export type KeyKind = (typeof names)[NoticeKind];

const known: ReadonlySet<string> = new Set(Object.values(names));

/** Where a key's last part is not a deadline, version or day, because the notice goes only once. */
export const ONCE = 'mot-lan';

export type LedgerKeyParts = {
  /** Round or task id, or `digest`. */
  readonly subject: string;
  readonly unit: string | null;
  readonly kind: NoticeKind;
  readonly step: string;
  /** The deadline the step is counted from, the version received, or the day of a digest. */
  readonly at: string;
};

/** `2025-10/HPG/nhac/-3@2025-10-23`. */
export function ledgerKey({ subject, unit, kind, step, at }: LedgerKeyParts): string {
  return `${[subject, unit ?? '', names[kind], step].map(escaped).join('/')}@${escaped(at)}`;
}

/** @returns null when the text is no key of ours. */
export function parseLedgerKey(key: string): (Omit<LedgerKeyParts, 'kind'> & { readonly kind: KeyKind }) | null {
  const match = /^([^/@]*)\/([^/@]*)\/([^/@]*)\/([^/@]*)@([^/@]*)$/.exec(key);
  const [subject = '', unit = '', kind = '', step = '', at = ''] = (match ?? []).slice(1).map(unescaped);
  if (!match || !isKeyKind(kind)) return null;
  return { subject, unit: unit === '' ? null : unit, kind, step, at };
}

function isKeyKind(name: string): name is KeyKind {
  return known.has(name);
}

/** The kind a key stands for; of two that share a name the one that was written beside it. */
export function kindOf(name: KeyKind, written: string | null): NoticeKind {
  const kinds = noticeKinds.filter((kind) => names[kind] === name);
  const kind = kinds.find((one) => one === written) ?? kinds[0];
  if (kind === undefined) throw new Error(`No kind of notice is called ${name} in keys.`);
  return kind;
}

/** Ids may hold `/` and `@`; inside a key these two part the parts. */
function escaped(part: string): string {
  if (!/[%/@]/.test(part)) return part;
  return part.replace(/[%/@]/g, (mark) => `%${mark.charCodeAt(0).toString(16)}`);
}

function unescaped(part: string): string {
  return part.replace(/%([0-9a-f]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

/** The same key always gives the same Message-ID, so a mail sent again after a crash is one mail to its reader. */
export function messageIdOf(key: string, domain: string): string {
  return `<${shortHash(key, 40)}@${domain}>`;
}

/** A contact as the ledger remembers it: `HPG-1#a1b2c3` tells a changed address without holding one. */
export function contactMark(contact: Pick<Contact, 'id' | 'email'>): string {
  return `${contact.id}#${shortHash(contact.email.trim().toLowerCase(), 6)}`;
}

function shortHash(text: string, length: number): string {
  return createHash('sha256').update(text).digest('hex').slice(0, length);
}
