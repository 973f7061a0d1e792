import { formEditUrl } from '../../functions/domain/links/form-links.ts';
import { filerRecord, type PersonRecord, personRecords } from '../../functions/upkeep/personal-data/person-records.ts';
import type { PersonFound } from '../../functions/upkeep/personal-data/plan-find.ts';
import { contacts } from '../../sheets-schema/tabs/units.ts';

/** What was found, as lines to read. */
export function foundLines(found: PersonFound): readonly string[] {
  const records = personRecords(found);
  return [
    records.length === 0 ? 'Không tìm thấy trong bảng tính.' : `Tìm thấy ${records.length} dòng:`,
    ...records.map(recordLine),
    ...(found.alike.length === 0 ? [] : ['Có thể cũng là người này (tìm riêng nếu đúng):']),
    ...found.alike.map(filerRecord).map(recordLine),
  ];
}

function recordLine(record: PersonRecord): string {
  const { Tab: tab, Dòng: row, ...cells } = record;
  return `  ${tab} dòng ${row}: ${Object.values(cells).filter(Boolean).join(' · ')}`;
}

/** What a program cannot erase, and who can. */
export function remainingLines(
  { filed, contacts: found }: Pick<PersonFound, 'filed' | 'contacts'>,
  formId: string,
): readonly string[] {
  const responses = [...new Set(filed.flatMap(({ responseId }) => responseId ?? []))];
  return [
    ...found.map(({ row, id }) => `Đề nghị điều phối viên xóa dòng ${row + 1} (${id}) của tab ${contacts.title}.`),
    ...(responses.length === 0 ? [] : ['Chủ sở hữu biểu mẫu mở từng câu trả lời sau và xóa tay:']),
    ...responses.map((id) => `  ${formEditUrl(formId)}#response=${id}`),
    'Nhật ký phiên bản của bảng tính và các bản sao lưu còn giữ ô cũ; xem docs/du-lieu-ca-nhan.md.',
  ];
}

export const DOUBTS = {
  'several-units':
    'Họ tên này có ở nhiều đơn vị, có thể là nhiều người. Thêm --unit <mã đơn vị> (CXM: chờ xác minh), hoặc tìm theo e-mail.',
  'several-names': 'Địa chỉ hoặc số này ghi cho nhiều người. Đề nghị tìm theo họ tên, kèm --unit <mã đơn vị>.',
} as const;
