import { Temporal } from 'temporal-polyfill';
import { GROUP_CITIES, GROUP_LATER_CITIES, GROUP_TASK_FORCE, type Unit } from '../tabs/units.ts';

export const GROUP_MINISTRIES = 'BO-NGANH';
/** The three cities that section 2 of the letter names. */
export const GROUP_SECTION_2 = 'MUC-2';

type Known = Partial<Pick<Unit, 'aliases' | 'domains' | 'groups' | 'activeFrom'>>;

function unit(code: string, name: string, shortName: string, known: Known = {}): Unit {
  return {
    code,
    name,
    shortName,
    aliases: null,
    domains: null,
    groups: null,
    activeFrom: null,
    activeTo: null,
    successor: null,
    ...known,
  };
}

const CITY = [GROUP_CITIES, GROUP_TASK_FORCE];
const CITY_IN_SECTION_2 = [GROUP_CITIES, GROUP_SECTION_2, GROUP_TASK_FORCE];
const MINISTRY = [GROUP_MINISTRIES, GROUP_TASK_FORCE];
const PARTNER = [GROUP_TASK_FORCE];

/**
 * The six cities in the order the letter addresses them. Domains of provinces merged into a city follow its own. Short
 * names two units could mean (TPH, ĐN, DN, TP ĐN) are left out on purpose: nobody is recognised by them.
 */
export const citySeeds: readonly Unit[] = [
  unit('HNI', 'Ủy ban nhân dân thành phố Hà Nội', 'Hà Nội', {
    aliases: ['Ha Noi', 'Hanoi', 'HN', 'TP HN', 'TP.HN', 'TP. Hà Nội', 'Thủ đô Hà Nội', 'UBND TP Hà Nội'],
    domains: ['hanoi.gov.vn'],
    groups: CITY_IN_SECTION_2,
  }),
  unit('HCM', 'Ủy ban nhân dân Thành phố Hồ Chí Minh', 'TP. Hồ Chí Minh', {
    aliases: [
      'Hồ Chí Minh',
      'Thành phố Hồ Chí Minh',
      'TP.HCM',
      'TPHCM',
      'TP HCM',
      'HCMC',
      'Ho Chi Minh City',
      'Sài Gòn',
      'Saigon',
      'SG',
    ],
    domains: ['tphcm.gov.vn', 'hochiminhcity.gov.vn', 'binhduong.gov.vn', 'baria-vungtau.gov.vn'],
    groups: CITY_IN_SECTION_2,
  }),
  unit('HPG', 'Ủy ban nhân dân thành phố Hải Phòng', 'Hải Phòng', {
    aliases: ['Hai Phong', 'Haiphong', 'HP', 'TP HP', 'TP. Hải Phòng'],
    domains: ['haiphong.gov.vn', 'haiduong.gov.vn'],
    groups: CITY,
  }),
  unit('DNG', 'Ủy ban nhân dân thành phố Đà Nẵng', 'Đà Nẵng', {
    aliases: ['Da Nang', 'Danang', 'Đà Nẳng', 'TP. Đà Nẵng'],
    domains: ['danang.gov.vn', 'quangnam.gov.vn'],
    groups: CITY_IN_SECTION_2,
  }),
  unit('CTO', 'Ủy ban nhân dân thành phố Cần Thơ', 'Cần Thơ', {
    aliases: ['Can Tho', 'Cantho', 'CT', 'TP CT', 'TPCT', 'TP. Cần Thơ'],
    domains: ['cantho.gov.vn', 'soctrang.gov.vn', 'haugiang.gov.vn'],
    groups: CITY,
  }),
  unit('HUE', 'Ủy ban nhân dân thành phố Huế', 'Huế', {
    aliases: ['Hue', 'TP Huế', 'Thừa Thiên Huế', 'Thừa Thiên - Huế', 'TTH', 'TT-Huế'],
    domains: ['hue.gov.vn', 'thuathienhue.gov.vn'],
    groups: CITY,
  }),
];

/**
 * A city under the central government since 30/4/2026 (Nghị quyết 30/2026/QH16). It stands outside TP-TW: the letter of
 * 2025 asked six cities, and a group that grew by itself would ask a seventh for a report nobody sent it.
 */
const dongNai = unit('DNI', 'Ủy ban nhân dân thành phố Đồng Nai', 'Đồng Nai', {
  aliases: ['Dong Nai', 'Dongnai', 'TP. Đồng Nai', 'Tỉnh Đồng Nai'],
  domains: ['dongnai.gov.vn', 'binhphuoc.gov.vn'],
  groups: [GROUP_LATER_CITIES],
  activeFrom: Temporal.PlainDate.from('2026-04-30'),
});

const ministries: readonly Unit[] = [
  unit('BXD', 'Bộ Xây dựng', 'Bộ Xây dựng', {
    aliases: ['Bộ XD', 'MOC'],
    domains: ['moc.gov.vn'],
    groups: MINISTRY,
  }),
  unit('BKHCN', 'Bộ Khoa học và Công nghệ', 'Bộ KH&CN', { aliases: ['KHCN', 'MOST'], groups: MINISTRY }),
  unit('VPCP', 'Văn phòng Chính phủ', 'Văn phòng Chính phủ', { groups: [GROUP_MINISTRIES] }),
  unit('BTP', 'Bộ Tư pháp', 'Bộ Tư pháp', { groups: [GROUP_MINISTRIES] }),
  unit('BCA', 'Bộ Công an', 'Bộ Công an', { groups: MINISTRY }),
  unit('BQP', 'Bộ Quốc phòng', 'Bộ Quốc phòng', { groups: MINISTRY }),
  unit('BNNMT', 'Bộ Nông nghiệp và Môi trường', 'Bộ NN&MT', { groups: MINISTRY }),
  unit('BGDDT', 'Bộ Giáo dục và Đào tạo', 'Bộ GD&ĐT', { groups: MINISTRY }),
  unit('BNV', 'Bộ Nội vụ', 'Bộ Nội vụ', { groups: MINISTRY }),
  unit('BTC', 'Bộ Tài chính', 'Bộ Tài chính', { groups: MINISTRY }),
  unit('BYT', 'Bộ Y tế', 'Bộ Y tế', { groups: MINISTRY }),
  unit('BCT', 'Bộ Công Thương', 'Bộ Công Thương', { groups: MINISTRY }),
  unit('BVHTTDL', 'Bộ Văn hóa, Thể thao và Du lịch', 'Bộ VHTT&DL', {
    aliases: ['Bộ Văn hóa Thể thao và Du lịch'],
    groups: MINISTRY,
  }),
];

const partners: readonly Unit[] = [
  unit('VNPT', 'Tập đoàn Bưu chính Viễn thông Việt Nam', 'VNPT', {
    aliases: ['Tập đoàn Bưu chính Viễn thông VNPT'],
    groups: PARTNER,
  }),
  unit('VIETTEL', 'Tập đoàn Công nghiệp - Viễn thông Quân đội', 'Viettel', {
    aliases: ['Tập đoàn Viễn thông quân đội Viettel'],
    groups: PARTNER,
  }),
  unit('CMC', 'Tập đoàn CMC', 'CMC', { groups: PARTNER }),
  unit('FPT', 'Tập đoàn FPT', 'FPT', { groups: PARTNER }),
  unit('HUST', 'Đại học Bách khoa Hà Nội', 'ĐH Bách khoa Hà Nội', { aliases: ['ĐHBKHN'], groups: PARTNER }),
  unit('PTIT', 'Học viện Công nghệ Bưu chính Viễn thông', 'HV Bưu chính Viễn thông', {
    aliases: ['HVCNBCVT', 'Học viện Công nghệ bưu chính viễn thông Việt Nam'],
    groups: PARTNER,
  }),
];

/** Bodies that give or receive tasks and are never asked to report. */
const steering: readonly Unit[] = [
  unit(
    'TCTLN',
    'Tổ công tác liên ngành điều phối xây dựng, triển khai đồng bộ đô thị thông minh',
    'Tổ công tác liên ngành',
    { aliases: ['TCT', 'Tổ công tác'] },
  ),
  unit(
    'BCDTW',
    'Ban Chỉ đạo Trung ương về phát triển khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số',
    'Ban Chỉ đạo Trung ương',
  ),
];

/** Đơn vị as first provisioned. Members of TV-TCT are those the notice names as attending. */
export const unitSeeds: readonly Unit[] = [...citySeeds, dongNai, ...ministries, ...partners, ...steering];
