import { describe, expect, test } from 'vitest';
import { maskAddress, maskAddresses } from '../../functions/mail/send-outcome.ts';

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
