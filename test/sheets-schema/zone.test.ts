import { expect, test } from 'vitest';
import { readsDaysAsMeant } from '../../sheets-schema/zone.ts';

test.each([
  ['vi_VN', 'Asia/Ho_Chi_Minh', true],
  ['vi_VN', 'Asia/Saigon', true],
  ['vi_VN', 'Asia/Bangkok', true],
  ['vi', 'Asia/Ho_Chi_Minh', true],
  ['en_US', 'Asia/Ho_Chi_Minh', false],
  ['en_GB', 'Asia/Ho_Chi_Minh', false],
  ['ja_JP', 'Asia/Ho_Chi_Minh', false],
  ['vi_VN', 'Asia/Tokyo', false],
  ['vi_VN', 'America/New_York', false],
  ['vi_VN', 'Etc/GMT', false],
  ['vi_VN', 'Europe/Paris', false],
  ['vi_VN', 'Nowhere/Here', false],
  ['', '', false],
])('a file in %s and %s reads days as they are meant: %s', (locale, timeZone, expected) => {
  expect(readsDaysAsMeant({ locale, timeZone })).toBe(expected);
});
