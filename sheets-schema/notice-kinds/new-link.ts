import { defineKind, OPEN_FORM } from './define-kind.ts';
import { textVariable, toUnit } from './variables.ts';

export const newLink = defineKind({
  title: 'Đổi đường dẫn',
  key: 'doi-duong-dan',
  occasion: 'Khi đường dẫn riêng đã gửi cho đơn vị được đổi.',
  repeats: 'each decision',
  about: 'report',
  to: 'city',
  asksFor: null,
  rank: 80,
  lane: null,
  hours: 'windows',
  countsToCap: true,
  needsReport: false,
  isReply: false,
  callsLate: false,
  setsDeadline: false,
  speaksOfTimeLeft: false,
  button: OPEN_FORM,
  encloses: null,
  deed: 'gửi đường dẫn mới',
  whyInPublic: null,
  shownOn: null,
  variables: [...toUnit, textVariable('ngay_doi', 'Ngày đổi đường dẫn', '24/10/2025')],
  subject: '[Đường dẫn mới] {{ten_ky}} – {{ten_don_vi}}',
  body: `Kính gửi: {{ten_co_quan}}

Đề nghị Quý cơ quan từ nay chỉ dùng đường dẫn mới dưới đây để gửi {{ten_bao_cao}}, hạn cuối {{han_cuoi}}; đường dẫn trước đã được đổi ngày {{ngay_doi}}.

Đường dẫn riêng của Quý cơ quan: {{link}}

– Đường dẫn trong các thư trước không còn dùng cho Quý cơ quan; báo cáo gửi qua đường dẫn đó phải chờ xác minh.
– Báo cáo đã gửi trước khi đổi vẫn được giữ, không phải gửi lại.

Đường dẫn trên chỉ dùng cho Quý cơ quan; đề nghị chỉ chuyển cho người trực tiếp lập báo cáo.`,
});
