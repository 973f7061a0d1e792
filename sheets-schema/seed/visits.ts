import type { Visit } from '../tabs/visits.ts';
import { citySeeds } from './units.ts';

/** The working visits of the letter, mục 2: a window, and each city's day still to be set. */
export const visitSeeds: readonly Visit[] = citySeeds.map(({ code }) => ({
  round: '2025-10',
  unit: code,
  expected: 'khoảng từ 24-31/10/2025',
  day: null,
  hour: null,
  place: null,
  note: 'Ngày cụ thể của từng thành phố cần điều phối viên ấn định.',
}));
