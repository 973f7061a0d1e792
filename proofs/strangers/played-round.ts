import type { ParsedMessage } from 'google-workspace-emulator';
import { timestamp } from 'google-workspace-emulator';
import { CITIES, mailboxOf, type Office } from '../../test/support/office.ts';
import { fullReport, without } from '../../test/support/reports.ts';
import { brokenNow, neverRecorded } from '../invariants.ts';
import { bookOf, cellsIn } from '../soak/the-sheet.ts';

/** What is done at a moment of the round, before the run of that moment: `2025-10-24 08:30`. */
export type Hands = Readonly<Record<string, () => Promise<unknown>>>;

export const nobody = async () => {};

/** The round of the letter: reports on time, one that lacks an item, one that is late, two that never come. */
const ordinary = (office: Office): Hands => ({
  '2025-10-23 14:05': nobody,
  '2025-10-23 14:25': nobody,
  '2025-10-24 08:30': nobody,
  '2025-10-24 10:00': () => office.file('HUE', fullReport('HUE')),
  '2025-10-27 08:30': nobody,
  '2025-10-28 08:30': nobody,
  '2025-10-28 09:00': () => office.file('DNG', without(fullReport('DNG'), '1.4')),
  '2025-10-29 08:30': nobody,
  '2025-10-29 15:00': () => office.file('CTO', fullReport('CTO'), { identification: { officialNumber: NUMBER } }),
  '2025-10-30 08:30': nobody,
  '2025-10-31 08:30': nobody,
  '2025-10-31 09:00': () => office.file('HPG', fullReport('HPG')),
  '2025-11-03 08:30': nobody,
  '2025-11-04 08:30': nobody,
  '2025-11-05 08:30': nobody,
});

/** The number of an official document, as a city gives it. */
export const NUMBER = '12/BC-UBND';

/** Plays it. Hands at a moment of the ordinary round take its place; at another moment they come besides. */
export async function playRound(office: Office, run: () => Promise<unknown>, hands: Hands): Promise<void> {
  const all: Hands = { ...ordinary(office), ...hands };
  for (const [time, act] of Object.entries(all).sort()) {
    office.moveTo(time);
    await act();
    await run();
  }
}

/** One mail as its reader has it; `day` and `time` as it is in Ha Noi. */
export type Letter = { readonly day: string; readonly time: string; readonly subject: string; readonly text: string };

/** Every mail to a city, oldest first, by city. */
export async function lettersToCities(office: Office): Promise<Readonly<Record<string, readonly Letter[]>>> {
  const all = await office.mails();
  return Object.fromEntries(CITIES.map((unit) => [unit, lettersIn(all, mailboxOf(unit))]));
}

export async function lettersTo(office: Office, mailbox: string): Promise<readonly Letter[]> {
  return lettersIn(await office.mails(), mailbox);
}

/** One that came twice under the same Message-ID is one mail. */
function lettersIn(all: readonly ParsedMessage[], mailbox: string): readonly Letter[] {
  const own = all.filter(({ envelope }) => envelope.to.includes(mailbox));
  const first = own.filter(({ messageId }, at) => own.findIndex((one) => one.messageId === messageId) === at);
  return first.map(({ receivedAt, subject, text }) => {
    const [day = '', time = ''] = new Date(Date.parse(receivedAt) + 7 * 3_600_000).toISOString().split('T');
    return { day, time: time.slice(0, 5), subject: withoutIds(subject), text: withoutIds(text ?? '') };
  });
}

/** Versions are named anew in each round that is played. */
function withoutIds(text: string): string {
  return text.replaceAll(/BC-([A-Z]+)-[0-9A-Z]{8}/g, 'BC-$1').trim();
}

/** What was lost, doubled or miscounted; nothing when all is well. */
export function lossesIn(office: Office): readonly string[] {
  const cells = cellsIn(bookOf(office));
  const { emulator, provisioned } = office.workspace;
  const answers = emulator.forms.store.find(provisioned.formId)?.responses.values() ?? [];
  const sent = [...answers].map(({ responseId, lastMicros }) => ({ responseId, submitted: timestamp(lastMicros) }));
  return [...neverRecorded(cells, sent).map((id) => `${id} was never recorded`), ...brokenNow(cells)];
}
