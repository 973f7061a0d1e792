import type { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import type { Mail, SendOutcome } from '../../functions/ports.ts';
import { sync } from '../../functions/sync/sync.ts';
import { blankMail } from '../../proofs/simulation/blank-mail.ts';
import { createModelResponses, LINK_SECRET } from '../../proofs/simulation/model-responses.ts';
import { applyTo, createModelWorkbook } from '../../proofs/simulation/model-workbook.ts';
import { createRandom } from '../../proofs/simulation/random.ts';
import { createWorld } from '../../proofs/simulation/world.ts';
import { encodeRow } from '../../sheets-schema/parse-tab.ts';
import { units } from '../../sheets-schema/tabs/units.ts';
import { at, aUnit } from '../domain/notices/notice-world.ts';

const OPENS = at('2025-10-20 08:00').epochMilliseconds;

/** An open round that asks so many units, before the first run. */
function anOffice(asked: number) {
  const world = createWorld(createRandom(1), OPENS);
  const codes = Array.from({ length: asked }, (_, nth) => `U${nth + 101}`);
  const rows = codes.map((code) => encodeRow(units, aUnit(code, { groups: ['TP-TW'] })).map((value) => ({ value })));
  applyTo(world.file, { kind: 'append', sheetId: units.sheetId, log: false, rows });
  const person = (id: string, unit: string, role: 'Đầu mối' | 'Điều phối') => {
    const address = `${id.toLowerCase()}@don-vi.example`;
    world.office.contacts.set(id, { id, unit, role, addresses: [address], typed: address, active: true });
  };
  world.type((office) => {
    const strict = { day: Math.floor(Date.parse('2025-11-20') / 86_400_000), minute: null };
    const fixed = { adjusted: null, steps: null, locksOn: null, state: 'Đang mở', approved: true } as const;
    office.rounds.set('2025-10', { id: '2025-10', opensAt: OPENS, strict, ...fixed });
    for (const code of codes) person(`${code}-1`, code, 'Đầu mối');
    person('BXD-1', 'BXD', 'Điều phối');
  });
  const mails: Mail[] = [];
  let tokens = 0;
  /** @param beforeSending what happens before the first mail leaves */
  const runAt = async (when: string, beforeSending: () => void = () => {}) => {
    mails.length = 0;
    const now: Temporal.Instant = at(when);
    const send = async (mail: Mail): Promise<SendOutcome> => {
      if (mails.length === 0) beforeSending();
      mails.push(mail);
      return { kind: 'sent' };
    };
    await sync(
      {
        workbook: createModelWorkbook(world.file),
        responses: createModelResponses([], () => now.epochMilliseconds),
        follower: { follow: async (_, { formHash }) => ({ hash: formHash, changed: false, looked: false }) },
        mailer: { send, verify: async () => null, close: () => {} },
        writeMail: blankMail,
        newToken: () => `t${++tokens}`,
        hasTime: () => true,
      },
      { now, linkSecret: LINK_SECRET, mailDomain: 'bo.example' },
    );
    return mails.map(({ key, text }) => ({ key, still: text.split('\n').slice(2) }));
  };
  const choose = (locale: string) => {
    world.file.settings = { locale, timeZone: 'Asia/Ho_Chi_Minh' };
  };
  return { runAt, choose };
}

const says = expect.stringContaining('ngôn ngữ hoặc múi giờ của bảng tính đã đổi');

test.each([
  ['before the windows open', '2025-10-21 08:05'],
  ['with the mails of the morning', '2025-10-21 08:30'],
])('a digest claimed by the commit that tells of another language says so: %s', async (_, when) => {
  const { runAt, choose } = anOffice(3);
  await runAt('2025-10-20 17:05');
  choose('en_US');
  expect(await runAt(when)).toEqual([{ key: 'digest//ban-tin/1@2025-10-21', still: [says] }]);
  expect(await runAt('2025-10-21 09:05'), 'it is the word of the day').toEqual([]);
  choose('vi_VN');
  const late = await runAt('2025-10-21 10:05');
  expect(late.map(({ key }) => key).sort()).toEqual([101, 102, 103].map((nth) => `2025-10/U${nth}/moi/0@mot-lan`));
});

test('and one of a later batch, where its own claim tells it', async () => {
  const { runAt, choose } = anOffice(130);
  await runAt('2025-10-20 17:05');
  const gone = await runAt('2025-10-21 08:31', () => choose('en_US'));
  const digest = gone.filter(({ key }) => key.startsWith('digest/'));
  expect(digest).toEqual([{ key: 'digest//ban-tin/1@2025-10-21', still: [says] }]);
  expect(gone.length).toBeLessThan(130);
});
