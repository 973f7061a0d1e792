import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  aboutKey,
  claimState,
  isStillRefused,
  openRest,
  readLedger,
  writeMarks,
} from '../../../functions/domain/notices/ledger.ts';
import {
  contactMark,
  kindOf,
  ledgerKey,
  messageIdOf,
  parseLedgerKey,
} from '../../../functions/domain/notices/ledger-key.ts';
import { noticeKinds } from '../../../sheets-schema/notice-kinds.ts';
import { type LedgerRow, ledgerStates } from '../../../sheets-schema/tabs/logs.ts';
import { aContact, at, ledgerRow } from './notice-world.ts';

const KEY = '2025-10/HPG/nhac/-3@2025-10-31';

describe('the key of a notice', () => {
  test('reads as subject, unit, kind, step and deadline', () => {
    const parts = { subject: '2025-10', unit: 'HPG', kind: 'Nhắc việc', step: '-3', at: '2025-10-31' } as const;
    expect(ledgerKey(parts)).toBe(KEY);
    expect(parseLedgerKey(KEY)).toEqual({ ...parts, kind: 'nhac' });
  });

  test('both late kinds share a key, so a step keeps its key whatever number its mail bears', () => {
    const parts = { subject: 'K', unit: 'HPG', step: '3', at: '2025-10-31' };
    expect(ledgerKey({ ...parts, kind: 'Quá hạn lần 1' })).toBe(ledgerKey({ ...parts, kind: 'Quá hạn lần 2' }));
  });

  test('ids with slashes and at signs survive, and no two notices share a key', () => {
    const parts = fc.record({
      subject: fc.string(),
      unit: fc.oneof(fc.constant(null), fc.string({ minLength: 1 })),
      kind: fc.constantFrom(...noticeKinds),
      step: fc.string(),
      at: fc.string(),
    });
    fc.assert(
      fc.property(parts, (one) => {
        const read = parseLedgerKey(ledgerKey(one));
        expect(read && { ...read, kind: kindOf(read.kind, one.kind) }).toEqual(one);
      }),
    );
  });

  test.each(['', 'Nhắc việc', 'a/b/c/d@e', 'a/b/nhac/d', 'a/b/nhac/d/e@f'])('%j is no key', (text) => {
    expect(parseLedgerKey(text)).toBeNull();
  });

  test('the same key gives the same Message-ID, another key another one', () => {
    expect(messageIdOf(KEY, 'bxd.example')).toBe(messageIdOf(KEY, 'bxd.example'));
    expect(messageIdOf(KEY, 'bxd.example')).not.toBe(messageIdOf(`${KEY}x`, 'bxd.example'));
    expect(messageIdOf(KEY, 'bxd.example')).toMatch(/^<[0-9a-f]{40}@bxd\.example>$/);
  });
});

describe('what the ledger says of a key', () => {
  const states = (...rows: readonly (readonly [LedgerRow['state'], string])[]) =>
    readLedger(rows.map(([state, when]) => ledgerRow(KEY, state, when))).entries.get(KEY);

  test('the last row is its state; claims are counted and the first sending is remembered', () => {
    const entry = states(
      ['đang gửi', '2025-10-28 08:30'],
      ['gửi lại sau', '2025-10-28 08:31'],
      ['đang gửi', '2025-10-28 08:46'],
      ['đã gửi', '2025-10-28 08:47'],
    );
    expect(entry).toMatchObject({ state: 'đã gửi', attempts: 2 });
    expect(entry?.sentAt).toEqual(at('2025-10-28 08:47'));
  });

  test('what was sent stays sent, whatever a slow run writes after it', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...ledgerStates)), (after) => {
        const rows = [
          ledgerRow(KEY, 'đã gửi', '2025-10-28 08:47'),
          ...after.map((state) => ledgerRow(KEY, state, '2025-10-28 09:00')),
        ];
        expect(claimState(readLedger(rows).entries.get(KEY), at('2025-10-28 09:00'))).toBe('terminal');
      }),
    );
  });

  test.each<readonly [string, readonly (readonly [LedgerRow['state'], string | null])[], readonly string[] | null]>([
    ['put off', [], ['A#1', 'B#2']],
    ['being sent', [['đang gửi', 'A#1; B#2']], ['A#1', 'B#2']],
    [
      'put off again',
      [
        ['đang gửi', 'A#1; B#2'],
        ['gửi lại sau', null],
      ],
      ['A#1', 'B#2'],
    ],
    ['refused for good in part', [['gửi lại sau', 'B#2']], ['A#1']],
    ['refused for good', [['không gửi được', null]], null],
    ['got through to all', [['đã gửi thêm', null]], null],
    [
      'got through to one',
      [
        ['đã gửi thêm', null],
        ['chờ người nhận còn lại', 'B#2'],
      ],
      ['B#2'],
    ],
    ['no longer needed', [['không cần nữa', null]], null],
    ['sent whole by another run', [['đã gửi', null]], null],
  ])('what is left of a mail that was sent, %s', (_, after, owed) => {
    const rows = [
      ledgerRow(KEY, 'đang gửi', '2025-10-28 08:30', { contacts: 'A#1; B#2; C#3' }),
      ledgerRow(KEY, 'đã gửi', '2025-10-28 08:31'),
      ledgerRow(KEY, 'chờ người nhận còn lại', '2025-10-28 08:31', { contacts: 'A#1; B#2' }),
      ...after.map(([state, contacts]) => ledgerRow(KEY, state, '2025-10-29 09:00', { contacts })),
    ];
    const entry = readLedger(rows).entries.get(KEY);
    expect(entry).toMatchObject({ state: 'đã gửi', sentAt: at('2025-10-28 08:31'), marks: ['A#1', 'B#2', 'C#3'] });
    expect(openRest(entry)?.marks ?? null).toEqual(owed);
    const gone = after.flatMap(([state, contacts]) =>
      state === 'không gửi được' ? ['A#1', 'B#2'] : state === 'gửi lại sau' && contacts ? [contacts] : [],
    );
    expect(entry?.undeliverable).toEqual(gone);
  });

  test.each([
    ['no row', [], 'none'],
    ['a claim of fourteen minutes', [['đang gửi', '2025-10-28 08:46']], 'live'],
    ['a claim of fifteen minutes', [['đang gửi', '2025-10-28 08:45']], 'expired'],
    ['a temporary refusal', [['gửi lại sau', '2025-10-28 08:59']], 'none'],
    ['a refusal for good', [['không gửi được', '2025-10-28 08:59']], 'none'],
    ['sent', [['đã gửi', '2025-10-28 08:59']], 'terminal'],
    ['superseded', [['gộp vào thư mạnh hơn', '2025-10-28 08:59']], 'terminal'],
    ['filed', [['đã nộp', '2025-10-28 08:59']], 'terminal'],
    ['withdrawn', [['không cần nữa', '2025-10-28 08:59']], 'terminal'],
    ['restored', [['khôi phục', '2025-10-28 08:59']], 'terminal'],
  ] as const)('%s at nine', (_, rows, expected) => {
    expect(claimState(states(...rows), at('2025-10-28 09:00'))).toBe(expected);
  });

  test('entries are found by what they are about', () => {
    const book = readLedger([ledgerRow(KEY, 'đã gửi', '2025-10-28 08:47')]);
    expect(book.about.get(aboutKey('2025-10', 'HPG'))).toHaveLength(1);
    expect(book.about.get(aboutKey('2025-10', 'HUE'))).toBeUndefined();
  });
});

describe('a refusal for good', () => {
  const contact = aContact('HPG-1');
  const refused = (contacts: string | null) => {
    const rows = [
      ledgerRow(KEY, 'đang gửi', '2025-10-28 08:30', { contacts }),
      ledgerRow(KEY, 'không gửi được', '2025-10-28 08:31'),
    ];
    const entry = readLedger(rows).entries.get(KEY);
    if (!entry) throw new Error('the ledger lost the key');
    return entry;
  };

  test.each([
    ['stands while the contacts are the same', [contact], true],
    ['stands when a name was corrected', [{ ...contact, name: 'Nguyễn Văn Mẫu' }], true],
    ['stands when only the case of the address changed', [{ ...contact, email: contact.email.toUpperCase() }], true],
    ['ends when the address changed', [{ ...contact, email: 'khac@don-vi.example' }], false],
    ['ends when a contact was added', [contact, aContact('HPG-2')], false],
    ['ends when another contact took over', [aContact('HPG-2')], false],
  ])('%s', (_, contacts, expected) => {
    expect(isStillRefused(refused(writeMarks([contact])), contacts)).toBe(expected);
  });

  test('the mark holds no address', () => {
    expect(contactMark(contact)).toMatch(/^HPG-1#[0-9a-f]{6}$/);
  });
});
