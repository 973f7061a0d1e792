import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  linkCode,
  linkCodeReader,
  versionCode,
  versionSigns,
  versionsNamedIn,
} from '../../../functions/domain/links/codes.ts';
import { entryOf, itemId, prefilledLink, questionId } from '../../../functions/domain/links/form-links.ts';
import { firstOutline } from '../../../sheets-schema/first-outline.ts';
import { identification } from '../../../sheets-schema/form.ts';
import { OUTLINE_VERSION, outlineSeeds } from '../../../sheets-schema/seed/outline.ts';
import { numRuns } from '../../support/properties.ts';
import { aUnit } from '../notices/notice-world.ts';

const SECRET = '0123456789abcdef';
const ROUNDS = ['2025-10', '2026-04'];
const UNITS = ['HPG', 'HPG-1', 'HO1', 'UBND-HN', 'Huế', 'HUE', 'PG'];
const readCode = linkCodeReader([SECRET], { rounds: ROUNDS, units: UNITS });

describe('the code in a link', () => {
  test('tells unit and round', () => {
    const code = linkCode(SECRET, '2026-04', 'HPG');
    expect(code).toMatch(/^HPG-[0-9A-HJKMNP-TV-Z]{12}$/);
    expect(readCode(code)).toEqual({ round: '2026-04', unit: 'HPG', epoch: 0 });
    expect(readCode(`  ${code} `)).toEqual({ round: '2026-04', unit: 'HPG', epoch: 0 });
  });

  test('made with the former secret is read as long as that is known', () => {
    const former = linkCode('fedcba9876543210', '2025-10', 'HPG');
    const known = { rounds: ROUNDS, units: UNITS };
    expect(linkCodeReader([SECRET, 'fedcba9876543210'], known)(former)).toEqual({
      round: '2025-10',
      unit: 'HPG',
      epoch: 0,
    });
    expect(readCode(former)).toBeNull();
  });

  /** As they stand in mails that went. */
  test.each([
    ['workspace-secret-of-no-value', '2025-10', 'HNI-C4Z68GJZWWM7'],
    ['workspace-secret-of-no-value', '2025-10', 'HCM-QA3JF5YD4SCM'],
    ['workspace-secret-of-no-value', '2025-10', 'HPG-NFC6TV6NGTVF'],
    ['workspace-secret-of-no-value', '2025-10', 'DNG-WTETTRKD7J6F'],
    ['workspace-secret-of-no-value', '2025-10', 'CTO-DYS4NC21RF3K'],
    ['workspace-secret-of-no-value', '2025-10', 'HUE-4WFARA3M32W9'],
    ['0123456789abcdef', '2026-04', 'HNI-54CTSHDKW77K'],
    ['0123456789abcdef', '2026-04', 'HPG-8R5CYJY1NMZ0'],
  ])('that was mailed is the same for ever: %s %s %s', (secret, round, mailed) => {
    const unit = mailed.slice(0, 3);
    expect(linkCode(secret, round, unit)).toBe(mailed);
    const changes = () => 3;
    expect(linkCodeReader([secret], { rounds: [round], units: [unit], changes })(mailed)).toEqual({
      round,
      unit,
      epoch: 0,
    });
  });

  test('is another one after each change of the link, and tells after which', () => {
    const changes = (round: string, unit: string) => (round === '2025-10' && unit === 'HPG' ? 2 : 0);
    const read = linkCodeReader([SECRET], { rounds: ROUNDS, units: UNITS, changes });
    const codes = [0, 1, 2, 3].map((epoch) => linkCode(SECRET, '2025-10', 'HPG', epoch));
    expect(new Set(codes).size).toBe(4);
    expect(codes.map((code) => read(code)?.epoch)).toEqual([0, 1, 2, undefined]);
    expect(read(linkCode(SECRET, '2026-04', 'HPG', 1))).toBeNull();
    expect(read(linkCode(SECRET, '2025-10', 'HUE', 1))).toBeNull();
  });

  test('of a unit whose own code has a dash is read too', () => {
    expect(readCode(linkCode(SECRET, '2025-10', 'UBND-HN'))?.unit).toBe('UBND-HN');
  });

  const CODE = linkCode(SECRET, '2026-04', 'HPG');
  const [, SIGNS = ''] = CODE.split('-');

  /** What happens to a code between a mail and a form: each leaves it the same code. */
  const copies: Readonly<Record<string, (code: string) => string>> = {
    'small letters': (code) => code.toLowerCase(),
    'an en dash': (code) => code.replaceAll('-', '–'),
    'a minus sign': (code) => code.replaceAll('-', '−'),
    'a no-break hyphen': (code) => code.replaceAll('-', '\u2011'),
    'blanks for dashes': (code) => code.replaceAll('-', ' '),
    'no dash': (code) => code.replaceAll('-', ''),
    'groups of four': (code) => code.replace(/.{4}/g, '$& '),
    'no-break blanks': (code) => code.replace('-', '\u00A0-\u00A0'),
    'O for 0': (code) => code.replaceAll('0', 'O'),
    'I for 1': (code) => code.replaceAll('1', 'I'),
    'l for 1': (code) => code.replaceAll('1', 'l'),
    'full width': (code) => code.replace(/[!-~]/g, (sign) => String.fromCodePoint(sign.charCodeAt(0) + 0xfee0)),
    'zero-width marks': (code) => code.replace(/.{3}/g, '$&\u200B'),
    'a name before': (code) => `Mã của đơn vị: ${code}`,
    'a sentence around': (code) => `(Hải Phòng, ${code}).`,
    'words behind': (code) => `${code} của HP`,
    'quotation marks': (code) => `"${code}"`,
  };

  test('is read as people copy it, whatever happened to it on the way, and tells the same unit and round', () => {
    const change = fc.constantFrom(...Object.keys(copies));
    const owner = fc.record({ round: fc.constantFrom(...ROUNDS), unit: fc.constantFrom(...UNITS) });
    fc.assert(
      fc.property(owner, fc.uniqueArray(change, { maxLength: 3 }), ({ round, unit }, names) => {
        const copied = names.reduce((code, name) => copies[name]?.(code) ?? '', linkCode(SECRET, round, unit));
        expect(readCode(copied), copied).toEqual({ round, unit, epoch: 0 });
      }),
      { numRuns: numRuns(500, 10_000) },
    );
  });

  test.each(Object.entries(copies))('is read with %s', (_what, copy) => {
    expect(readCode(copy(CODE))).toEqual({ round: '2026-04', unit: 'HPG', epoch: 0 });
  });

  test('of a version is read the same way, among other codes and words, whatever unit stands in it', () => {
    const change = fc.constantFrom(...Object.keys(copies));
    const unit = fc.constantFrom(null, ...UNITS.filter((code) => /^[A-Z]+$/.test(code)));
    fc.assert(
      fc.property(fc.string(), unit, fc.uniqueArray(change, { maxLength: 3 }), (id, of, names) => {
        const code = versionCode(of, id, '2025-10-24T02:59:00.123456Z');
        const copied = names.reduce((text, name) => copies[name]?.(text) ?? '', code);
        expect(versionsNamedIn(copied).signs.has(versionSigns(code)), copied).toBe(true);
        const another = versionCode(null, `${id}x`, '2025-10-24T02:59:00.123456Z');
        const both = versionsNamedIn(`${copied}; ${another}`).signs;
        expect([both.has(versionSigns(code)), both.has(versionSigns(another))], copied).toEqual([true, true]);
      }),
      { numRuns: numRuns(300, 5000) },
    );
  });

  test.each<[string, number]>([
    ['BC-CXM-7K3M2QXW', 1],
    ['bc cxm 7k3m2qxw, BC–HPG–ZZ90A1B2', 2],
    ['BC-CXM-7K3M2QXW BC-CXM-ZZ90A1B2', 2],
    ['7K3M2QXW', 0],
    ['Báo cáo số 57/BC-UBND; mã BC-CXM-7K3M2QXW', 1],
    ['', 0],
  ])('of versions are counted where they begin: %s', (typed, count) => {
    expect(versionsNamedIn(typed).codes).toBe(count);
  });

  test('with one sign changed is nobody’s, however it is copied', () => {
    const place = fc.integer({ min: 0, max: SIGNS.length - 1 });
    fc.assert(
      fc.property(place, fc.constantFrom(...'0123456789ABCDEFGHJKMNPQRSTVWXYZ'), (at, sign) => {
        fc.pre(SIGNS[at] !== sign);
        const bent = `HPG-${SIGNS.slice(0, at)}${sign}${SIGNS.slice(at + 1)}`;
        return readCode(bent) === null && readCode(`Mã: ${bent.toLowerCase()}`) === null;
      }),
    );
  });

  test.each([
    ['nothing', ''],
    ['a unit alone', 'HPG'],
    ['a dash', '-'],
    ['a made-up code', 'HPG-000000000000'],
    ["another unit's code", `HUE${linkCode(SECRET, '2025-10', 'HPG').slice(3)}`],
    ['a code cut short', linkCode(SECRET, '2025-10', 'HPG').slice(0, -1)],
    ['a code made longer', `${linkCode(SECRET, '2025-10', 'HPG')}0`],
    ['the code of a round that is gone', linkCode(SECRET, '2024-01', 'HPG')],
    ['the code under another secret', linkCode('fedcba9876543210', '2025-10', 'HPG')],
    ['letters that look alike', linkCode(SECRET, '2025-10', 'HPG').replace(/^HPG/, 'НРG')],
  ])('is not %s', (_what, typed) => {
    expect(readCode(typed)).toBeNull();
  });

  test('is not any text at all', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (typed) => readCode(typed) === null));
  });
});

describe('the code of a version', () => {
  const id = 'ACYDBNi84NuJUO2O13A';
  test('is the same however often it is read, another for an edit', () => {
    const code = versionCode('HPG', id, '2025-10-24T03:00:00.123456Z');
    expect(code).toMatch(/^BC-HPG-[0-9A-Z]{8}$/);
    expect(versionCode('HPG', id, '2025-10-24T03:00:00.123456Z')).toBe(code);
    expect(versionCode('HPG', id, '2025-10-24T03:00:00.123457Z')).not.toBe(code);
    expect(versionCode(null, id, '2025-10-24T03:00:00.123456Z')).toMatch(/^BC-CXM-/);
  });
});

describe('ids on the form', () => {
  const kinds = ['short', 'paragraph', 'choice', 'date', 'tick', 'units', 'branch'];
  const keys = [
    ...outlineSeeds.map(({ question }) => question),
    ...Object.values(identification).map(({ key }) => key),
    firstOutline.gate.key,
  ];

  test('are eight hexadecimal digits, the first below eight, none twice', () => {
    const ids = [...new Set(keys)].flatMap((key) =>
      kinds.flatMap((kind) => [questionId(key, kind), itemId(key, kind)]),
    );
    for (const id of ids) expect(id).toMatch(/^[0-7][0-9a-f]{7}$/);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('come from the key and the way of asking alone', () => {
    expect(questionId('1.3', 'paragraph')).toBe(questionId('1.3', 'paragraph'));
    expect(questionId('1.3', 'paragraph')).not.toBe(questionId('1.3', 'short'));
  });

  test('stand in links as decimal numbers', () => {
    expect(entryOf('0000000a')).toBe('entry.10');
    expect(entryOf('7fffffff')).toBe('entry.2147483647');
  });
});

describe('a unit’s own link', () => {
  const FORM = 'https://docs.google.example/forms/d/e/1FAIp/viewform';
  const round = { id: '2025-10', outlineVersion: OUTLINE_VERSION };
  const filled = (link: string, { key, kind }: { key: string; kind: string }) =>
    new URL(link).searchParams.get(entryOf(questionId(key, kind)));

  test.each([
    ['of the three cities', ['TP-TW', 'MUC-2'], firstOutline.gate.yes],
    ['of the others', ['TP-TW'], firstOutline.gate.no],
    ['of a unit without groups', null, firstOutline.gate.no],
  ])('fills in name, code and section 2 %s', (_what, groups, section2) => {
    const unit = aUnit('HPG', { shortName: 'Hải Phòng & Đồ Sơn', groups });
    const link = prefilledLink(FORM, SECRET, outlineSeeds, { round, unit, epoch: 0 });
    expect(link).toMatch(/^https:\/\/docs\.google\.example\/forms\/d\/e\/1FAIp\/viewform\?usp=pp_url&/);
    expect(filled(link, identification.unit)).toBe('Hải Phòng & Đồ Sơn');
    expect(filled(link, identification.code)).toBe(linkCode(SECRET, '2025-10', 'HPG'));
    expect(filled(link, { key: firstOutline.gate.key, kind: 'branch' })).toBe(section2);
  });

  test('is nothing while there is no form', () => {
    expect(prefilledLink('', SECRET, outlineSeeds, { round, unit: aUnit(), epoch: 0 })).toBe('');
  });
});
