import { defineKind } from './define-kind.ts';
import { CODE, textVariable, toUnit } from './variables.ts';

export const unverifiedReport = defineKind({
  title: 'Báo cáo chưa xác minh',
  key: 'chua-xac-minh',
  occasion:
    'Ngay khi có báo cáo ghi tên đơn vị mà không đi từ đường dẫn riêng, vào bất kỳ giờ nào; mỗi thời hạn một thư, dù gửi bao nhiêu báo cáo; mỗi ngày nhiều nhất một phần tư hạn mức.',
  repeats: 'each deadline',
  about: 'report',
  to: 'city',
  asksFor: 'confirmation',
  // Whoever sends reports in the name of others takes no place from a mail that somebody waits for.
  rank: 15,
  lane: null,
  hours: 'any',
  countsToCap: 'at most a quarter',
  needsReport: true,
  isReply: false,
  callsLate: false,
  setsDeadline: false,
  speaksOfTimeLeft: false,
  button: 'Xác nhận báo cáo',
  encloses: null,
  deed: 'gửi thư hỏi về báo cáo chưa xác minh',
  whyInPublic: null,
  shownOn: null,
  variables: [
    ...toUnit,
    CODE,
    textVariable('gio_nhan', 'Giờ báo cáo được gửi', '15:40'),
    textVariable('ngay_nhan', 'Ngày báo cáo được gửi', '23/10/2025'),
  ],
  subject: '[Đề nghị xác nhận] Báo cáo chưa xác minh ghi tên {{ten_don_vi}} – {{ma}}',
  body: `Kính gửi: {{ten_co_quan}}

Đề nghị Quý cơ quan xác nhận một báo cáo ghi tên Quý cơ quan, mã tiếp nhận {{ma}}, gửi lúc {{gio_nhan}} ngày {{ngay_nhan}}, không đi từ đường dẫn riêng của Quý cơ quan.

Nếu đúng là của Quý cơ quan, xác nhận tại: {{link}}

– Báo cáo này đang chờ xác minh, chưa được tính cho Quý cơ quan; sau khi xác nhận thì được tính theo đúng thời điểm đã gửi.
– Khi xác nhận chỉ cần điền phần thông tin người gửi, không phải gửi lại nội dung.
– Nếu không phải của Quý cơ quan, đề nghị trả lời thư này.

Đường dẫn trên chỉ dùng cho Quý cơ quan; đề nghị chỉ chuyển cho người trực tiếp lập báo cáo.`,
});
