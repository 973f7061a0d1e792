import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isAddress, readAddresses, readMailbox } from '../../sheets-schema/address.ts';
import { emails } from '../../sheets-schema/columns/email.ts';
import { encodeRow, headerRow, parseTab } from '../../sheets-schema/parse-tab.ts';
import { type ContactRow, contacts } from '../../sheets-schema/tabs/units.ts';
import { anAddress } from './an-address.ts';

describe('an address', () => {
  test.each([
    'sxd@haiphong.example',
    'baocao.uda@moc.gov.vn',
    'a+b_c-d@x-1.y.example',
    "o'neil@x.example",
    `${'a'.repeat(64)}@x.example`,
  ])('%s is one', (text) => {
    expect(isAddress(text)).toBe(true);
  });

  test.each([
    '',
    '@haiphong.example',
    'sxd@',
    'sxd@haiphong',
    'sxd haiphong.example',
    'sxd@haiphong..example',
    '.sxd@haiphong.example',
    'sxd.@haiphong.example',
    'sxd@-haiphong.example',
    'sxd@haiphong.example ',
    'Sở Xây dựng <sxd@haiphong.example>',
    'a@x.example, b@y.example',
    'a@x.example;b@y.example',
    'a@b@x.example',
    'sở@haiphong.example',
    'sxd@haiphong.example\r\nBcc: b@y.example',
    `${'a'.repeat(65)}@x.example`,
    `a@${'x'.repeat(64)}.example`,
    `a@${'x.'.repeat(130)}example`,
    'a@192.0.2.1',
    '"a b"@x.example',
    'a@[192.0.2.1]',
    'a@hảiphòng.example',
  ])('%j is none', (text) => {
    expect(isAddress(text)).toBe(false);
  });
});

describe('a cell with addresses', () => {
  test('gives back every address that was written, in any number', () => {
    fc.assert(
      fc.property(fc.uniqueArray(anAddress, { minLength: 1, maxLength: 20, selector: lower }), (written) => {
        const cell = emails.codec.write(written);
        expect(emails.codec.read(cell)).toEqual(written);
        expect(emails.remark?.(cell)).toBeNull();
      }),
    );
  });

  /** What people and programs put around an address, without meaning another one. */
  const slips: readonly ((address: string) => string)[] = [
    (a) => `${a},`,
    (a) => `${a} ;`,
    (a) => `;, ${a}`,
    (a) => `${a}.`,
    (a) => `mailto:${a}`,
    (a) => `MAILTO: ${a}?subject=x`,
    (a) => `<${a}>`,
    (a) => `<${a}`,
    (a) => `<mailto:${a}>`,
    (a) => `Nguyễn Văn Mẫu <${a}>`,
    (a) => `"Mẫu, Sở Xây dựng" <${a}>`,
    (a) => `Mẫu, Sở Xây dựng <${a}>`,
    (a) => `"${a}"`,
    (a) => `“${a}”`,
    (a) => `'${a}'`,
    (a) => `(${a})`,
    (a) => `\u2068${a}\u2069`,
    (a) => `\uFEFF${a}`,
    (a) => a.replace('@', '\u200B@'),
    (a) => a.replace('@', ' @ '),
    (a) => a.replace('@', '\n@'),
    (a) => a.replace('@', '＠'),
    (a) => a.replace(/\.(?=[^.]*$)/, '．'),
    (a) => a.replace(/\.(?=[^.]*$)/, '. '),
    (a) => a.replace(/@.*/, (domain) => domain.toUpperCase()),
    (a) => `${a}; ${a}`,
    (a) => `${a}\u0000`,
  ];

  test('that was slipped over is read as it was meant, and told', () => {
    fc.assert(
      fc.property(anAddress, fc.constantFrom(...slips), (address, slip) => {
        const cell = slip(address);
        fc.pre(cell !== address);
        expect(emails.codec.read(cell), cell).toEqual([address]);
        expect(emails.remark?.(cell), cell).toMatchObject({ level: 'warning', expected: address });
      }),
      { numRuns: 500 },
    );
  });

  test.each([
    'a@x.example; b@y.example',
    'a@x.example,b@y.example',
    'a@x.example\r\nb@y.example',
    'a@x.example  b@y.example',
  ])('%j holds two, and nothing to tell', (cell) => {
    expect(readAddresses(cell)).toEqual({ addresses: ['a@x.example', 'b@y.example'], wrong: [], isMended: false });
  });

  test.each<[string, string[], string[]]>([
    ['a@x.example; b@y', ['a@x.example'], ['b@y']],
    ['a@x.example\r\nBcc: thief@z.example', ['a@x.example'], ['Bcc: thief@z.example']],
    ['Nhóm: a@x.example, b@y.example;', ['b@y.example'], ['Nhóm: a@x.example']],
    ['an,binh@x.example', [], ['an,binh@x.example']],
    ['so xay dung@x.example', [], ['so xay dung@x.example']],
    ['a@x.example (Sở Xây dựng)', [], ['a@x.example (Sở Xây dựng)']],
    ['(Sở) a@x.example', [], ['(Sở) a@x.example']],
    ['"a b"@x.example', [], ['"a b"@x.example']],
    ['sở@x.example', [], ['sở@x.example']],
    ['a@hảiphòng.example', [], ['a@hảiphòng.example']],
    ['a@b@x.example', [], ['a@b@x.example']],
    [`${'x'.repeat(300)}@x.example`, [], [`${'x'.repeat(300)}@x.example`]],
    ['chưa có', [], ['chưa có']],
    [';,', [], []],
  ])('%j gives %j and names %j', (cell, addresses, wrong) => {
    expect(readAddresses(cell)).toMatchObject({ addresses, wrong });
    const read = emails.codec.read(cell);
    expect(Array.isArray(read)).toBe(addresses.length > 0);
    if (addresses.length > 0)
      expect(emails.remark?.(cell)).toMatchObject({ level: 'error', found: expect.stringContaining(wrong[0] ?? '') });
  });

  test('of any text gives nothing but plain addresses that stand in it, and stops no other row', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc
        .array(fc.oneof(anAddress, fc.constantFrom(...' ,;<>"@\n\r:()', 'Bcc: ', '\u2028')))
        .map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(text, anAddress, (cell, good) => {
        const { rows, findings } = parseTab(contacts, [
          headerRow(contacts),
          cellsOf('HPG-1', cell),
          cellsOf('HUE-1', good),
        ]);
        expect(rows.find(({ id }) => id === 'HUE-1')?.emails).toEqual([good]);
        expect(
          findings.every(({ tab, row, column }) => tab === 'Danh bạ' && row === 'HPG-1' && column === 'E-mail'),
        ).toBe(true);
        const taken = rows.find(({ id }) => id === 'HPG-1')?.emails ?? [];
        expect(taken.every((address) => isAddress(address))).toBe(true);
        if (taken.length === 0) expect(findings).toHaveLength(1);
      }),
      { numRuns: 500 },
    );
  });
});

function lower(address: string): string {
  return address.toLowerCase();
}

function cellsOf(id: string, email: string) {
  const row: ContactRow = {
    id,
    unit: 'HPG',
    role: 'Đầu mối',
    honorific: null,
    name: null,
    emails: ['x@x.example'],
    active: true,
  };
  return encodeRow(contacts, row).map((cell) => (cell === 'x@x.example' ? email : cell));
}

describe('a mailbox', () => {
  test.each([
    ['a@x.example', { name: '', address: 'a@x.example' }],
    ['a@X.Example', { name: '', address: 'a@x.example' }],
    ['<a@x.example>', { name: '', address: 'a@x.example' }],
    ['Tổ (BXD) <a@x.example>', { name: 'Tổ (BXD)', address: 'a@x.example' }],
    ['Tổ giúp việc, "đô thị" <a@x.example>', { name: 'Tổ giúp việc, "đô thị"', address: 'a@x.example' }],
    ['"Tổ, \\"đô thị\\"" <a@x.example>', { name: 'Tổ, "đô thị"', address: 'a@x.example' }],
  ])('%s', (text, mailbox) => {
    expect(readMailbox(text)).toEqual(mailbox);
  });

  test.each([
    '',
    'a',
    'a@x',
    'a@x.example,',
    'a@x.example, b@y.example',
    'A <a@x.example>, B <b@y.example>',
    'a@x.example <b@y.example>',
    'Nhóm: a@x.example;',
    'Nhóm: A <a@x.example>;',
    'A <a@x.example> B',
    'A <a@x.example',
    'A\r\nBcc: b <a@x.example>',
    'A <a@x.example\r\nBcc: b@y.example>',
    'mailto:a@x.example',
    'A <"a b"@x.example>',
  ])('%j is none, or not exactly one', (text) => {
    expect(readMailbox(text)).toBeNull();
  });
});
