import { Temporal } from 'temporal-polyfill';
import type { Holiday } from '../tabs/holidays.ts';

type Said = Pick<Holiday, 'name' | 'status' | 'source'>;

function rows(kind: Holiday['kind'], said: Said, days: readonly string[]): Holiday[] {
  return days.map((day) => ({ day: Temporal.PlainDate.from(day), kind, ...said }));
}

function off(name: string, status: Holiday['status'], source: string, ...days: readonly string[]): Holiday[] {
  return rows('Nghỉ', { name, status, source }, days);
}

function madeUp(name: string, status: Holiday['status'], source: string, ...days: readonly string[]): Holiday[] {
  return rows('Làm bù', { name, status, source }, days);
}

const LABOUR_CODE = 'Bộ luật Lao động 2019, Điều 111 và 112';
const PLAN_2025 = 'Lịch nghỉ Tết và lễ năm 2025 đã công bố';
const PLAN_2026 = 'Lịch nghỉ Tết và lễ năm 2026 đã công bố';
const NEW_YEAR_2026 = 'Công văn 12729/VPCP-KGVX ngày 25/12/2025';
const CULTURE_DAY = 'Nghị quyết 28/2026/QH16, hiệu lực từ 01/7/2026';
const SWAP_2026 = 'Đề xuất hoán đổi ngày 23/11 và 28/11/2026; chưa thấy văn bản chốt';
const TET_2027 =
  'Đề xuất của Bộ Nội vụ (tháng 9/2026): phương án 1 nghỉ 04-10/02, phương án 2 nghỉ 05-14/02; chưa chốt';

const year2025 = [
  ...off('Tết Dương lịch', 'tính theo luật', LABOUR_CODE, '2025-01-01'),
  ...off(
    'Tết Nguyên đán Ất Tỵ',
    'chốt',
    PLAN_2025,
    '2025-01-27',
    '2025-01-28',
    '2025-01-29',
    '2025-01-30',
    '2025-01-31',
  ),
  ...off('Giỗ Tổ Hùng Vương', 'chốt', PLAN_2025, '2025-04-07'),
  ...madeUp('Làm bù cho ngày 02/5/2025', 'chốt', PLAN_2025, '2025-04-26'),
  ...off('Ngày Chiến thắng và Quốc tế Lao động', 'chốt', PLAN_2025, '2025-04-30', '2025-05-01'),
  ...off('Nghỉ hoán đổi dịp 30/4 - 01/5', 'chốt', PLAN_2025, '2025-05-02'),
  ...off('Quốc khánh', 'chốt', PLAN_2025, '2025-09-01', '2025-09-02'),
];

const year2026 = [
  ...off('Tết Dương lịch', 'chốt', NEW_YEAR_2026, '2026-01-01'),
  ...off('Nghỉ hoán đổi dịp Tết Dương lịch', 'chốt', NEW_YEAR_2026, '2026-01-02'),
  ...madeUp('Làm bù cho ngày 02/01/2026', 'chốt', NEW_YEAR_2026, '2026-01-10'),
  ...off(
    'Tết Nguyên đán Bính Ngọ',
    'chốt',
    PLAN_2026,
    '2026-02-16',
    '2026-02-17',
    '2026-02-18',
    '2026-02-19',
    '2026-02-20',
  ),
  ...off('Nghỉ bù Giỗ Tổ Hùng Vương', 'tính theo luật', LABOUR_CODE, '2026-04-27'),
  ...off('Ngày Chiến thắng và Quốc tế Lao động', 'tính theo luật', LABOUR_CODE, '2026-04-30', '2026-05-01'),
  ...madeUp('Làm bù cho ngày 31/8/2026', 'chốt', PLAN_2026, '2026-08-22'),
  ...off('Nghỉ hoán đổi dịp Quốc khánh', 'chốt', PLAN_2026, '2026-08-31'),
  ...off('Quốc khánh', 'chốt', PLAN_2026, '2026-09-01', '2026-09-02'),
  ...off('Nghỉ hoán đổi dịp Ngày Văn hóa Việt Nam', 'đề xuất', SWAP_2026, '2026-11-23'),
  ...off('Ngày Văn hóa Việt Nam', 'tính theo luật', CULTURE_DAY, '2026-11-24'),
  ...madeUp('Làm bù cho ngày 23/11/2026', 'đề xuất', SWAP_2026, '2026-11-28'),
];

const year2027 = [
  ...off('Tết Dương lịch', 'tính theo luật', LABOUR_CODE, '2027-01-01'),
  // Working days of either plan: silent on all of them, none counted as a day off until one plan is settled.
  ...off(
    'Tết Nguyên đán Đinh Mùi',
    'đề xuất',
    TET_2027,
    '2027-02-04',
    '2027-02-05',
    '2027-02-08',
    '2027-02-09',
    '2027-02-10',
    '2027-02-11',
    '2027-02-12',
  ),
  ...off('Giỗ Tổ Hùng Vương', 'tính theo luật', LABOUR_CODE, '2027-04-16'),
  ...off('Ngày Chiến thắng', 'tính theo luật', LABOUR_CODE, '2027-04-30'),
  ...off('Nghỉ bù Quốc tế Lao động', 'tính theo luật', LABOUR_CODE, '2027-05-03'),
  ...off('Quốc khánh', 'tính theo luật', LABOUR_CODE, '2027-09-02'),
  ...off('Ngày liền kề Quốc khánh', 'đề xuất', 'Ngày liền kề trước hoặc sau chưa chốt', '2027-09-03'),
  ...off('Ngày Văn hóa Việt Nam', 'tính theo luật', CULTURE_DAY, '2027-11-24'),
];

/** Lịch nghỉ as first provisioned: days off on weekdays, and make-up Saturdays. */
export const holidaySeeds: readonly Holiday[] = [...year2025, ...year2026, ...year2027];
