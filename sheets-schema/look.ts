import type { Owner } from './define-tab.ts';

/** A colour as the Sheets API takes it: parts of 1. */
export type Rgb = { readonly red: number; readonly green: number; readonly blue: number };

export type Tone = {
  /** The words stand in the cell; the colour only repeats what they say. */
  readonly words: readonly string[];
  readonly text: string;
  readonly ground: string;
};

/** One meaning, one colour, in sheet, mails and pages; contrast at least 4.5. The first tone whose words fit wins. */
export const tones: readonly Tone[] = [
  { words: ['Hoàn thành quá hạn', 'Gửi muộn', 'Gửi sau khi khóa'], text: '#5a3e85', ground: '#e6dcf5' },
  {
    words: [
      'Dữ liệu trước vận hành',
      'Không áp dụng',
      'Không bắt buộc',
      'Không nêu',
      'Thường xuyên',
      'Không xác định',
      'Dự kiến',
      'Thông tin',
      'Khi có yêu cầu',
      'Khẩn trương',
    ],
    text: '#41464b',
    ground: '#e2e3e5',
  },
  { words: ['Thiếu', 'Chưa gửi', 'Quá hạn', 'Trả lại', 'Lỗi', 'Số liệu cũ'], text: '#842029', ground: '#f8d7da' },
  {
    words: [
      'Cần làm rõ',
      'Sắp đến hạn',
      'Đến hạn hôm nay',
      'Chờ xác minh',
      'Chờ chấp nhận',
      'Đề nghị bổ sung',
      'Đã báo cáo',
      'Lưu ý',
      'Giữ lại',
    ],
    text: '#664d03',
    ground: '#fff3cd',
  },
  {
    words: ['Đủ', 'Đúng hạn', 'Hoàn thành', 'Đã tiếp nhận', 'Đã nhận văn bản'],
    text: '#0f5132',
    ground: '#d1e7dd',
  },
  { words: ['Chưa đến hạn', 'Sẽ gửi'], text: '#084298', ground: '#cfe2ff' },
];

/** Columns whose words are coloured, by tab name. */
export const colouredColumns: Readonly<Record<string, readonly string[]>> = {
  overview: ['label'],
  tracking: ['filing', 'timing'],
  matrix: ['verdict'],
  progress: ['state'],
  findings: ['level'],
  mailPlan: ['state'],
};

/** Tabs are coloured by owner. */
export const ownerColours: Readonly<Record<Owner, string>> = {
  people: '#0b5cad',
  projection: '#0f5132',
  log: '#52606d',
  system: '#52606d',
};

export const INK = '#1f2933';
export const MUTED = '#52606d';
export const LINE = '#d9e2ec';
export const PAPER = '#ffffff';
export const GROUND = '#f7f9fb';
/** The darker of two bands on the ground. */
export const BAND = '#eef2f6';
export const ACCENT = '#0b5cad';

export function rgb(hex: string): Rgb {
  const channel = (at: number) => Number.parseInt(hex.slice(at, at + 2), 16) / 255;
  return { red: channel(1), green: channel(3), blue: channel(5) };
}
