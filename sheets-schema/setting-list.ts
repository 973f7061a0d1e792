import type { Temporal } from 'temporal-polyfill';
import { choice, list, yesNo } from './columns/choice.ts';
import { dateTime } from './columns/date.ts';
import { email } from './columns/email.ts';
import { type ColumnKind, optional } from './columns/kind.ts';
import { wholeNumberOf } from './columns/number.ts';
import { key, longText, text } from './columns/text.ts';

/** A setting: its row in `Cài đặt`, its kind, and the value it is provisioned with. */
export type Setting<T, U = T> = {
  readonly title: string;
  readonly kind: ColumnKind<T>;
  readonly initial: T;
  /** What counts while nobody can read the cell. */
  readonly unread: U;
  readonly about: string;
} & SettingPast;

type SettingPast = {
  /** The schema version that brought it; absent for those of the first. */
  readonly since?: number;
  /** Titles it had before: read for ever. */
  readonly former?: readonly string[];
};

function setting<T>(title: string, kind: ColumnKind<T>, initial: T, about: string, past: SettingPast = {}): Setting<T> {
  return { title, kind, initial, unread: initial, about, ...past };
}

/** The settings people have, in the order they stand in `Cài đặt`. */
export const settings = {
  mail: setting(
    'Gửi thư',
    choice(['Tắt', 'Bật']),
    'Tắt',
    'Khóa thứ nhất: khi Tắt, không thư nào rời hệ thống. Xem Lịch thư trước khi Bật.',
  ),
  goLive: setting<Temporal.Instant | null>(
    'Mốc vận hành',
    optional(dateTime),
    null,
    'Thời điểm đưa vào dùng. Nhiệm vụ có hạn trước mốc này im lặng cho tới khi được xác nhận. Ví dụ: 23/10/2025 08:00',
  ),
  windows: setting<readonly string[]>(
    'Khung giờ gửi',
    list,
    ['08:30-11:00', '13:45-16:00'],
    'Thư nhắc chỉ đi trong các khung này, vào ngày làm việc; thư xác nhận tiếp nhận đi ngay.',
  ),
  steps: setting<readonly string[]>(
    'Nhịp nhắc',
    list,
    ['-5', '-3', '-1', '0', '1', '3', '5'],
    'Ngày làm việc so với hạn cuối: âm là trước hạn, 0 là ngày cuối, 1 quá hạn lần 1, 3 quá hạn lần 2, 5 báo cáo lãnh đạo. Từ ngày đề nghị đến hạn cuối dưới 5 ngày làm việc thì trước hạn chỉ nhắc một lần.',
  ),
  repeatAfter: setting(
    'Nhắc lại sau',
    wholeNumberOf(1, 60),
    10,
    'Sau thư quá hạn lần 2, nhắc lại sau mỗi bấy nhiêu ngày làm việc, nhiều nhất ba lần.',
    { since: 2 },
  ),
  soonDays: setting(
    'Ngưỡng sắp đến hạn',
    wholeNumberOf(0, 60),
    5,
    'Còn bấy nhiêu ngày làm việc trở xuống thì là Sắp đến hạn.',
  ),
  supplementDays: setting(
    'Thời gian bổ sung',
    wholeNumberOf(1, 60),
    3,
    'Số ngày làm việc dành cho đơn vị bổ sung nội dung còn thiếu.',
  ),
  groupMailbox: {
    ...setting(
      'Hộp thư nhóm',
      email,
      'dothithongminh@boxaydung.example',
      'Địa chỉ nhận thư trả lời và ghi trong chân thư.',
    ),
    // Better none than one that nobody reads: answers then go to the sender.
    unread: null,
  },
  officeName: setting('Cơ quan gửi', text, 'Cục Phát triển đô thị, Bộ Xây dựng', 'Tên cơ quan ghi trong thư.'),
  ministry: setting(
    'Mã cơ quan chủ trì',
    key,
    'BXD',
    'Mã ở tab Đơn vị của cơ quan chủ trì các kỳ báo cáo: Báo cáo lãnh đạo gửi lãnh đạo của cơ quan này.',
    { since: 2 },
  ),
  place: setting('Địa danh', text, 'Hà Nội', 'Địa danh ghi trong dự thảo báo cáo tổng hợp, công văn.', { since: 2 }),
  reportTo: setting(
    'Nơi nhận báo cáo tổng hợp',
    text,
    'Phó Thủ tướng Chính phủ, Tổ trưởng Tổ công tác',
    'Chức danh, cơ quan ghi ở dòng Kính gửi của dự thảo báo cáo tổng hợp.',
    { since: 2 },
  ),
  bookTitle: setting(
    'Tên sổ theo dõi',
    text,
    'Theo dõi báo cáo đô thị thông minh',
    'Tên trên trang tổng quan của lãnh đạo khi không có kỳ nào mở, và trong tên tệp lưu trữ.',
    { since: 2 },
  ),
  contactLine: setting('Đầu mối trong thư', text, 'Tổ giúp việc đô thị thông minh', 'Đầu mối ghi trong chân thư.'),
  signature: setting(
    'Chân thư',
    longText,
    'Thư này không thay thế văn bản hành chính. Đề nghị không gửi nội dung thuộc bí mật nhà nước qua kênh này.',
    'Dòng cuối của mọi thư.',
  ),
  dailyCap: setting(
    'Hạn mức thư mỗi ngày',
    wholeNumberOf(1, 100_000),
    400,
    'Quá hạn mức thì thư còn lại đi ngày hôm sau, không mất. Thư tiếp nhận dùng nhiều nhất một nửa; bản tin điều phối không tính.',
  ),
  leaders: setting('Gửi báo cáo lãnh đạo', yesNo, true, 'Có gửi thư Báo cáo lãnh đạo (nội bộ Bộ) hay không.'),
  previousReport: setting(
    'Gửi kèm báo cáo kỳ trước',
    yesNo,
    false,
    'Thư đề nghị báo cáo của kỳ sau gửi kèm nội dung đơn vị đã báo cáo ở kỳ trước, khi mọi địa chỉ đang dùng của đơn vị thuộc Miền e-mail ghi ở tab Đơn vị và nội dung không mang dấu chỉ mức độ mật.',
    { since: 2 },
  ),
  ownReport: setting(
    'Gửi kèm báo cáo để ký',
    yesNo,
    false,
    'Thư xác nhận tiếp nhận gửi kèm nội dung đơn vị đã gửi, trình bày theo thể thức văn bản hành chính để đơn vị ký, khi mọi địa chỉ đang dùng của đơn vị thuộc Miền e-mail ghi ở tab Đơn vị và nội dung không mang dấu chỉ mức độ mật.',
    { since: 2 },
  ),
  retentionMonths: setting(
    'Lưu dữ liệu người gửi',
    wholeNumberOf(1, 600),
    24,
    'Số tháng giữ họ tên, chức vụ, e-mail, điện thoại của người gửi; quá thời hạn thì quản trị viên chạy lệnh xóa.',
  ),
} as const;

export type SettingName = keyof typeof settings;
export type Settings = {
  readonly [K in SettingName]: (typeof settings)[K]['initial'] | (typeof settings)[K]['unread'];
} & {
  readonly mail: 'Tắt' | 'Bật';
};
