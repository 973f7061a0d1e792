import { defineKind } from './define-kind.ts';
import { common, textVariable, UNIT } from './variables.ts';

export const sample = defineKind({
  title: 'Thư mẫu',
  key: 'thu-mau',
  occasion:
    'Khi có quyết định Gửi thư mẫu: mỗi loại thư sắp gửi đơn vị của kỳ một thư, gửi các điều phối viên. Không cần Duyệt gửi, không tính vào hạn mức.',
  repeats: 'each decision',
  about: 'report',
  to: 'coordinators',
  asksFor: null,
  rank: 20,
  lane: null,
  hours: 'any',
  countsToCap: false,
  needsReport: false,
  isReply: false,
  callsLate: false,
  setsDeadline: false,
  speaksOfTimeLeft: false,
  button: null,
  encloses: null,
  deed: null,
  whyInPublic: null,
  shownOn: null,
  variables: [
    ...common('Điều phối viên'),
    UNIT,
    textVariable('loai_thu', 'Loại của thư thật', 'Nhắc việc'),
    textVariable('tieu_de', 'Tiêu đề của thư thật', '[Nhắc việc] Báo cáo đô thị thông minh – Hải Phòng'),
    textVariable(
      'noi_dung',
      'Nội dung của thư thật, không gồm chân thư',
      'Kính gửi: Ủy ban nhân dân thành phố Hải Phòng',
    ),
  ],
  subject: '[Thư mẫu] {{tieu_de}}',
  body: `Kính gửi: {{ten_co_quan}}

Đây là thư mẫu, chỉ gửi điều phối viên để xem trước. Thư thật, loại "{{loai_thu}}", gửi {{ten_don_vi}}; đường dẫn trong thư là của đơn vị đó, đề nghị không gửi báo cáo qua đường dẫn này.

{{noi_dung}}`,
});
