import { createHash } from 'node:crypto';
import { type KeyKind, keyFacts, kinds, type NoticeKind, noticeKinds } from '../../../sheets-schema/notice-kinds.ts';
import type { Contact } from '../../../sheets-schema/tabs/units.ts';

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
  return `${escaped(subject)}/${escaped(unit ?? '')}/${escaped(kinds[kind].key)}/${escaped(step)}@${escaped(at)}`;
}

/** @returns null when the text is no key of ours. */
export function parseLedgerKey(key: string): (Omit<LedgerKeyParts, 'kind'> & { readonly kind: KeyKind }) | null {
  const match = /^([^/@]*)\/([^/@]*)\/([^/@]*)\/([^/@]*)@([^/@]*)$/.exec(key);
  const [subject = '', unit = '', kind = '', step = '', at = ''] = (match ?? []).slice(1).map(unescaped);
  if (!match || !isKeyKind(kind)) return null;
  return { subject, unit: unit === '' ? null : unit, kind, step, at };
}

/** The subjects of so many keys, read from their beginnings alone: there may be thirty thousand. */
export function subjectsIn(keys: Iterable<string>): ReadonlySet<string> {
  const begun = new Set<string>();
  for (const key of keys) begun.add(key.slice(0, Math.max(0, key.indexOf('/'))));
  return new Set([...begun].map(unescaped));
}

function isKeyKind(name: string): name is KeyKind {
  return Object.hasOwn(keyFacts, name);
}

/** The kind a key stands for; of several that share a name the one that was written beside it. */
export function kindOf(name: KeyKind, written: string | null): NoticeKind {
  const named = noticeKinds.filter((kind) => kinds[kind].key === name);
  const kind = named.find((one) => one === written) ?? named[0];
  if (kind === undefined) throw new Error(`No kind of notice is called ${name} in keys.`);
  return kind;
}

/** Where at most one mail a working day, or an hour, goes; null for what neither waits for others nor makes them wait. */
export function laneOf(
  name: KeyKind,
  { subject, unit, step }: Pick<LedgerKeyParts, 'subject' | 'unit' | 'step'>,
): string | null {
  switch (keyFacts[name].lane) {
    case 'unit':
      return unit;
    case 'round':
      return `${name}/${subject}`;
    case 'all':
      return name;
    case 'hour':
      return `${name}/${step}/${unit ?? ''}`;
    case null:
      return null;
  }
}

/** The mail that a notice shares with others due at its time, by its name; null for what is a mail of its own. */
export function sharedMailOf(
  name: KeyKind,
  { subject, unit }: Pick<LedgerKeyParts, 'subject' | 'unit'>,
): string | null {
  switch (keyFacts[name].about) {
    case 'tasks':
      return `tasks/${unit}`;
    case 'late tasks':
      return 'leaders/tasks';
    case 'late reports':
      return `leaders/${subject}`;
    case 'report':
    case 'morning':
      return null;
  }
}

/** Ids may hold `/` and `@`; inside a key these two part the parts. */
function escaped(part: string): string {
  if (!/[%/@]/.test(part)) return part;
  return part.replace(/[%/@]/g, (mark) => `%${mark.charCodeAt(0).toString(16)}`);
}

function unescaped(part: string): string {
  if (!part.includes('%')) return part;
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

/** The contact that a mark stands for. */
export function contactOfMark(mark: string): string {
  return mark.slice(0, mark.lastIndexOf('#'));
}

function shortHash(text: string, length: number): string {
  return createHash('sha256').update(text).digest('hex').slice(0, length);
}
