import { fold } from '../../../sheets-schema/text.ts';

/** The groups Phụ lục I names for difficulties, with the words that speak for each, folded. */
const GROUPS: readonly (readonly [name: string, label: string, words: string])[] = [
  [
    'Thể chế, cơ chế chính sách',
    'the che|co che|chinh sach',
    'the che|co che|chinh sach|quy dinh|phap ly|phap luat|nghi dinh|thong tu|luat|dinh muc|don gia|tham quyen|thu tuc',
  ],
  [
    'Tiêu chuẩn, quy chuẩn',
    'tieu chuan|quy chuan',
    'tieu chuan|quy chuan|tieu chi|khung kien truc|chi so danh gia|huong dan ky thuat',
  ],
  [
    'Nguồn lực, tài chính',
    'nguon luc|tai chinh|kinh phi',
    'nguon luc|tai chinh|kinh phi|nguon von|von dau tu|ngan sach|chi phi|xa hoi hoa|nguon chi|bo tri von',
  ],
  [
    'Dữ liệu, kết nối chia sẻ',
    'du lieu|ket noi',
    'du lieu|ket noi|chia se|lien thong|csdl|tich hop|nen tang so|dung chung',
  ],
  [
    'Hạ tầng',
    'ha tang',
    'ha tang|camera|cam bien|bang rong|5g|iot|trung tam du lieu|thiet bi|duong truyen|phu song|may chu',
  ],
  [
    'Nhân lực',
    'nhan luc|nhan su',
    'nhan luc|nhan su|can bo|cong chuc|chuyen gia|trinh do|dao tao|bien che|chuyen trach|kiem nhiem',
  ],
  [
    'Tổ chức, điều phối',
    'to chuc|dieu phoi',
    'dieu phoi|phoi hop|dau moi|phan cong|chong cheo|sap nhap|sap xep|bo may|hai cap|2 cap|sau hop nhat',
  ],
  [
    'An toàn thông tin',
    'an toan thong tin|an ninh mang',
    'an toan thong tin|an ninh mang|bao mat|tan cong mang|attt|an toan, an ninh|ma doc',
  ],
];

const OTHER_GROUP = 'Khác';

/** The groups in the order they are reported. */
export const difficultyGroups: readonly string[] = [...GROUPS.map(([name]) => name), OTHER_GROUP];

const PATTERNS = GROUPS.map(([name, label, words]) => ({
  name,
  label: new RegExp(`^(?:nhom |ve )*(?:${label})[^:.;]{0,40}:`),
  words: new RegExp(`(?<![a-z0-9])(?:${words})(?![a-z0-9])`, 'g'),
}));

/**
 * Where a difficulty belongs: the group it names before a colon, else the one whose words it uses most, the first named
 * of equals. A suggestion for the person who edits the report; without any such word it is *Khác*.
 */
export function groupOf(difficulty: string): string {
  const text = fold(difficulty);
  const labelled = PATTERNS.find(({ label }) => label.test(text));
  if (labelled) return labelled.name;
  const scored = PATTERNS.map(({ name, words }) => {
    const found = [...text.matchAll(words)];
    return { name, kinds: new Set(found.map(([word]) => word)).size, first: found[0]?.index ?? 0 };
  }).filter(({ kinds }) => kinds > 0);
  return scored.sort((a, b) => b.kinds - a.kinds || a.first - b.first)[0]?.name ?? OTHER_GROUP;
}
