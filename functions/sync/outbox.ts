import type { Temporal } from 'temporal-polyfill';
import type { LedgerRow } from '../../sheets-schema/tabs/logs.ts';
import { type LedgerEntry, readLedger } from '../domain/notices/ledger.ts';
import { messageIdOf } from '../domain/notices/ledger-key.ts';
import type { Mailer } from '../ports.ts';
import type { Snapshot } from '../workbook/snapshot.ts';

type Sources = { readonly snapshot: Snapshot; readonly mailDomain: string; readonly now: Temporal.Instant };

/** Mails that lay ready as files and that a person has sent since: facts, whatever became of their notices meanwhile. */
export async function sentByHand({ outbox }: Mailer, sources: Sources): Promise<readonly LedgerRow[]> {
  const sent = outbox ? await outbox.sent() : new Set<string>();
  if (sent.size === 0) return [];
  return exportedIn(sources.snapshot)
    .filter(({ entry }) => entry.sentAt === null)
    .map(({ entry }) => ({ entry, messageId: messageIdOf(entry.key, sources.mailDomain) }))
    .filter(({ messageId }) => sent.has(messageId))
    .map(({ entry, messageId }) => ({
      at: sources.now,
      key: entry.key,
      state: 'đã gửi',
      unit: entry.parts?.unit ?? null,
      kind: entry.kind,
      contacts: null,
      messageId,
      reason: 'Có người đã gửi tệp thư và chuyển tệp vào da-gui.',
      told: entry.told.length > 0 ? entry.told : null,
      heldBy: null,
    }));
}

/** Puts away the files of mails that are to be sent no more, and lists the others. */
export async function tidyOutbox({ outbox }: Mailer, { snapshot, mailDomain }: Omit<Sources, 'now'>): Promise<void> {
  if (!outbox) return;
  const all = exportedIn(snapshot);
  const idsOf = (some: typeof all) => new Set(some.map(({ entry }) => messageIdOf(entry.key, mailDomain)));
  const waiting = all.filter(({ entry }) => entry.state === 'đã xuất');
  await outbox.tidy({ waiting: idsOf(waiting), stopped: idsOf(all.filter((one) => !waiting.includes(one))) });
}

/** Notices that were ever written as files. */
function exportedIn({ logs }: Snapshot): readonly { readonly entry: LedgerEntry }[] {
  const { rows } = logs.ledger;
  const keys = new Set(rows.filter(({ state }) => state === 'đã xuất').map(({ key }) => key));
  return [...readLedger(rows).entries.values()].filter(({ key }) => keys.has(key)).map((entry) => ({ entry }));
}
