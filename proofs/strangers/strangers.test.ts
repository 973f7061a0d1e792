import { forms } from 'googleapis/build/src/apis/forms/index.js';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import type { ServedFunction } from '../../scripts/workspace/serve-function.ts';
import { contacts } from '../../sheets-schema/tabs/units.ts';
import { useBundle } from '../../test/build/served-bundle.ts';
import { askTheCities, CITIES, mailboxOf, useOffice } from '../../test/support/office.ts';
import { fullReport } from '../../test/support/reports.ts';
import {
  type Hands,
  type Letter,
  lettersTo,
  lettersToCities,
  lossesIn,
  NUMBER,
  nobody,
  playRound,
} from './played-round.ts';

/*
 * A slip or a stranger in the round of the letter, played by the program as it is deployed, in a process of its own: every
 * city has the mails it has in the same round without it, the coordinator is told once, and nothing is lost.
 */
const office = useOffice();
const bundle = useBundle(office);

const processes: ServedFunction[] = [];
/** What the scheduler calls. */
let called: ServedFunction;
let ordinary: ServedFunction | undefined;
let other: ServedFunction | undefined;
/** The round when nobody slips. */
let calm: Played | undefined;

async function serve(own: Readonly<Record<string, string>> = {}): Promise<ServedFunction> {
  const served = await bundle.serve('sync', own);
  processes.push(served);
  return served;
}

beforeEach(async () => {
  ordinary ??= await serve();
  called = ordinary;
});
afterAll(() => Promise.all(processes.map((one) => one.close())));

/** No line of `Kiểm tra` says this. */
const NEVER = /^$/;

type Played = Awaited<ReturnType<typeof play>>;

/** @param told what the line in `Kiểm tra` says of it */
async function play(hands: Hands, told = NEVER) {
  /** Lines that told of it after each run. */
  const lines: number[] = [];
  await askTheCities(office);
  await playRound(
    office,
    async () => {
      await called.post();
      lines.push((await office.findings()).filter(({ found }) => told.test(found)).length);
    },
    hands,
  );
  return {
    lines,
    cities: await lettersToCities(office),
    coordinator: await lettersTo(office, mailboxOf('dieuphoi')),
    losses: lossesIn(office),
    after: await called.post(),
  };
}

async function playCalm(): Promise<Played> {
  const played = await play({});
  calm = played;
  return played;
}

const QUIET = { recorded: 0, sent: 0, failed: 0, googleCalls: 2 };

test('the round itself: each city is asked once and hears what its own reports call for', async () => {
  const { cities, coordinator, losses, after } = await playCalm();
  const started = (unit: string) => cities[unit]?.map(({ subject }) => /^\[([^\]]*)\]/.exec(subject)?.[1]);
  expect(started('HUE')).toEqual(['Đề nghị gửi báo cáo', 'Đã tiếp nhận']);
  expect(started('HNI')).toEqual(['Đề nghị gửi báo cáo', 'Nhắc việc', 'Quá hạn', 'Quá hạn – lần 2']);
  expect(coordinator.length).toBe(new Set(coordinator.map(({ day }) => day)).size);
  expect(losses).toEqual([]);
  expect(after).toMatchObject(QUIET);
});

/** What people wrote into fields that ask for a few words. */
const LONG = 'Báo cáo dán nhầm vào ô ngắn. '.repeat(2_100).slice(0, 60_000);
const SHORT = ['office', 'filer', 'position', 'email', 'phone', 'officialNumber', 'officialLink'] as const;
const longFields = Object.fromEntries(SHORT.map((name) => [name, LONG]));

const SECOND = 'sxd@hai.example';
const STRANGER = { code: 'khong-co' } as const;
const secret = { '1.4': 'TỐI MẬT\nNội dung' };

async function manyAnswers(count: number, send: (n: number) => Promise<unknown>): Promise<void> {
  for (let n = 0; n < count; n += 1) await send(n);
}
type Scene = {
  readonly name: string;
  readonly hands: Hands;
  /** What `Kiểm tra` says of it, and in how many lines. */
  readonly told: RegExp;
  readonly lines: number;
  /** Mails besides the morning's that tell of it, a day at most. @default 0 */
  readonly alarms?: number;
  /** The city that does it to itself: it hears of what it sends. */
  readonly ofItself?: string;
  /** How often a mail came at most, under one Message-ID. @default 1 */
  readonly copies?: number;
  /** Mails are as ever to the minute, or on the same days where they had to wait. @default 'minute' */
  readonly asEver?: 'minute' | 'day';
};

/** A second form, published and accepting, as a trial deployment has. */
async function anotherForm(): Promise<string> {
  const client = forms({ version: 'v1', rootUrl: `${office.workspace.emulator.url}/` });
  const { data } = await client.forms.create({ requestBody: { info: { title: 'Biểu mẫu dùng thử' } } });
  return data.formId ?? '';
}

const scenes: readonly Scene[] = [
  {
    name: 'a year 0025 as the date of the official document',
    hands: {
      '2025-10-29 15:00': () =>
        office.file('CTO', fullReport('CTO'), { official: { number: NUMBER, date: '0025-10-23' } }),
    },
    told: /0025/,
    lines: 1,
  },
  {
    name: 'the same from somebody without a link',
    hands: {
      '2025-10-27 08:00': () =>
        office.file('HUE', fullReport('HUE'), { ...STRANGER, official: { number: NUMBER, date: '0025-10-23' } }),
    },
    told: /0025/,
    lines: 1,
  },
  {
    name: '60,000 characters in each short field of a city’s report',
    hands: {
      '2025-10-31 09:00': () => office.file('HPG', fullReport('HPG'), { identification: longFields }),
    },
    told: /người gửi ghi: (?:Báo cáo dán nhầm|\(60000 ký tự\))/,
    lines: SHORT.length,
    // Its receipt asks for the number of the document.
    asEver: 'day',
  },
  {
    name: '60,000 characters in each short field from somebody without a link',
    hands: {
      '2025-10-27 08:00': () => office.file('HUE', fullReport('HUE'), { ...STRANGER, identification: longFields }),
    },
    told: /người gửi ghi: (?:Báo cáo dán nhầm|\(60000 ký tự\))/,
    lines: SHORT.length,
  },
  {
    name: '410 answers without a link, marked as state secrets',
    hands: {
      '2025-10-30 00:30': () => manyAnswers(410, (n) => office.file(n % 2 ? 'HUE' : 'DNG', secret, STRANGER)),
    },
    told: /không đi từ đường dẫn riêng/,
    lines: 2,
    alarms: 5,
  },
  {
    name: 'every second day an answer without a link in the name of a city that sends nothing',
    hands: Object.fromEntries(
      ['2025-10-24 09:00', '2025-10-28 08:45', '2025-10-30 08:00', '2025-11-03 08:00', '2025-11-04 08:00'].map(
        (time) => [time, () => office.file('HNI', { '1.5': 'Không có đề nghị nào khác.' }, STRANGER)],
      ),
    ),
    told: /không đi từ đường dẫn riêng/,
    lines: 1,
    asEver: 'day',
  },
  {
    name: '420 answers by the link of one city, on the morning on which others are late',
    hands: {
      '2025-10-30 07:00': () => manyAnswers(420, () => office.file('CTO', fullReport('CTO'))),
    },
    told: NEVER,
    lines: 0,
    ofItself: 'CTO',
  },
  {
    name: 'a server that puts off one of two recipients',
    hands: {
      '2025-10-23 14:05': async () => {
        await office.type(contacts, 'HPG-1', 'E-mail', `${mailboxOf('HPG')}; ${SECOND}`);
        await office.breakMail({ kind: 'refuse-temporary', to: SECOND, times: 1 });
      },
    },
    told: NEVER,
    lines: 0,
    copies: 2,
  },
  {
    name: 'a server that will never take mail for one of two recipients',
    hands: {
      '2025-10-23 14:05': async () => {
        await office.type(contacts, 'HPG-1', 'E-mail', `${mailboxOf('HPG')}; ${SECOND}`);
        await office.breakMail({ kind: 'refuse-permanent', to: SECOND });
      },
    },
    told: /không nhận thư/,
    lines: 1,
  },
  {
    name: 'a comma behind the address of a contact',
    hands: {
      '2025-10-24 08:30': () => office.type(contacts, 'HPG-1', 'E-mail', `${mailboxOf('HPG')},`),
    },
    told: /hpg\.example,/,
    lines: 1,
  },
  {
    name: 'a mail server that answers 25 seconds after it has the mail',
    hands: {
      '2025-10-23 14:05': () => office.breakMail({ kind: 'answer-late', ms: 25_000, to: 'hpg', times: 1 }),
    },
    told: NEVER,
    lines: 0,
    copies: 1,
  },
  {
    name: 'a mail server that drops the connection after accepting',
    hands: {
      '2025-10-23 14:05': () => office.breakMail({ kind: 'drop-after-data', times: 6 }),
    },
    told: /không cho biết/,
    lines: 0,
    copies: 2,
  },
  {
    name: 'a mail server that goes on dropping the connection after accepting, until a person sends the mails again',
    hands: {
      '2025-10-23 14:05': () => office.breakMail({ kind: 'drop-after-data' }),
      '2025-10-23 14:45': nobody,
      '2025-10-23 15:30': () => office.breakMail(),
      '2025-10-23 15:45': async () => {
        for (const unit of CITIES) await office.decide('Gửi lại', { 'Thời điểm': '23/10/2025 15:40', 'Đơn vị': unit });
      },
    },
    told: /không cho biết/,
    // The morning's mail to the coordinator is one of them.
    lines: CITIES.length + 1,
    copies: 3,
  },
  {
    name: 'a form that is another one, in a deployment that took the place of this',
    hands: {
      '2025-10-29 08:30': async () => {
        called = other ??= await serve({ FORM_ID: await anotherForm() });
      },
      '2025-10-29 08:50': async () => {
        called = ordinary ?? called;
      },
    },
    told: /biểu mẫu khác/,
    lines: 1,
    asEver: 'day',
  },
];

const byDay = (letters: readonly Letter[]) => Map.groupBy(letters, ({ day }) => day);

/** Without the minute, and the words that follow from it or from a report that waits. */
const dated = (letters: readonly Letter[] | undefined) =>
  letters?.map(({ day, subject }) => `${day} ${subject.replace(WAITING, 'chưa nhận được')}`);

/** Of who may have sent something nobody says that nothing was received. */
const WAITING = 'chưa ghi nhận';

/** Receipts come once an hour at most. */
const MOST_OF_ITSELF = 2;

async function mostCopies(): Promise<number> {
  const copies = Map.groupBy(await office.mails(), ({ messageId }) => messageId);
  return Math.max(...[...copies.values()].map(({ length }) => length));
}

/** Whose name a stranger used is asked once whether the report is its own. */
const isQuestion = ({ subject }: { readonly subject: string }) => subject.startsWith('[Đề nghị xác nhận]');

async function expectItStopsAlone({
  hands,
  told,
  lines,
  alarms = 0,
  copies = 1,
  asEver = 'minute',
  ofItself,
}: Scene): Promise<void> {
  const before = calm ?? (await playCalm());
  const played = await play(hands, told);
  for (const unit of CITIES.filter((one) => one !== ofItself)) {
    const letters = played.cities[unit] ?? [];
    const others = letters.filter((letter) => !isQuestion(letter));
    expect(letters.length - others.length, unit).toBeLessThanOrEqual(1);
    if (asEver === 'minute') expect(others, unit).toEqual(before.cities[unit]);
    else expect(dated(others), unit).toEqual(dated(before.cities[unit]));
  }
  if (ofItself) {
    const more = (played.cities[ofItself]?.length ?? 0) - (before.cities[ofItself]?.length ?? 0);
    expect(more).toBeLessThanOrEqual(MOST_OF_ITSELF);
  }
  expect(Math.max(...played.lines)).toBe(lines);
  const usual = byDay(before.coordinator);
  const mornings = [...byDay(played.coordinator)];
  const besides = mornings.map(([day, letters]) => letters.length - (usual.get(day)?.length ?? 0));
  expect(Math.max(...besides)).toBeLessThanOrEqual(alarms);
  expect(await mostCopies()).toBe(copies);
  expect(played.losses).toEqual([]);
  expect(played.after).toMatchObject(QUIET);
}

describe('stops itself alone', () => {
  test.each(scenes.map((scene) => [scene.name, scene] as const))('%s', (_, scene) => expectItStopsAlone(scene));
});
