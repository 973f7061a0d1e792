import { describe, expect, test } from 'vitest';
import { isAddress, maskAddress, maskAddresses } from '../../functions/mail/address.ts';

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
    '"a b"@x.example',
    'sở@haiphong.example',
    'sxd@haiphong.example\r\nBcc: b@y.example',
    `${'a'.repeat(65)}@x.example`,
    `a@${'x'.repeat(64)}.example`,
    `a@${'x.'.repeat(130)}example`,
  ])('%j is none', (text) => {
    expect(isAddress(text)).toBe(false);
  });
});

describe('a masked address', () => {
  test.each([
    ['nguoigui@moc.gov.vn', 'n***@moc.gov.vn'],
    ['n@moc.gov.vn', 'n***@moc.gov.vn'],
    ['không phải địa chỉ', '***'],
    ['@moc.gov.vn', '***'],
    ['', '***'],
  ])('%s shows as %s', (address, masked) => {
    expect(maskAddress(address)).toBe(masked);
  });

  test('stays masked inside a server’s words', () => {
    expect(maskAddresses('550 <sxd@haiphong.example>: unknown; also "ubnd@hue.example",x')).toBe(
      '550 <s***@haiphong.example>: unknown; also "u***@hue.example",x',
    );
  });
});
