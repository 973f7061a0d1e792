import { defineKind, OPEN_FORM } from './define-kind.ts';
import { textVariable, toUnit } from './variables.ts';

const ASKED_ON = textVariable('ngay_de_nghi', 'Ngày đơn vị gửi đề nghị gia hạn', '27/10/2025');

export const requestNoted = defineKind({
  title: 'Ghi nhận đề nghị gia hạn',
  key: 'xin-gia-han',
  occasion:
    'Ngay khi đơn vị đề nghị gia hạn qua đường dẫn riêng, vào bất kỳ giờ nào; báo đã ghi nhận, thời hạn chưa đổi; trong một giờ một thư.',
  repeats: 'each report',
  about: 'report',
  to: 'city',
  asksFor: null,
  rank: 95,
  lane: 'hour',
  hours: 'any',
  countsToCap: 'at most a quarter',
  needsReport: false,
  isReply: true,
  callsLate: false,
  setsDeadline: false,
  speaksOfTimeLeft: false,
  button: OPEN_FORM,
  encloses: null,
  deed: 'gửi thư ghi nhận đề nghị gia hạn',
  whyInPublic: null,
  shownOn: null,
  variables: [
    ...toUnit,
    ASKED_ON,
    textVariable('gio_de_nghi', 'Giờ đơn vị gửi đề nghị gia hạn', '10:05'),
    textVariable('han_de_nghi', 'Ngày mà đơn vị đề nghị, khi đọc được; có thể trống', '05/11/2025'),
  ],
  subject: '[Đã ghi nhận đề nghị gia hạn] {{ten_ky}} – {{ten_don_vi}}',
  body: `Kính gửi: {{ten_co_quan}}

{{co_quan_gui}} đã ghi nhận đề nghị gia hạn{{#han_de_nghi}} đến ngày {{han_de_nghi}}{{/han_de_nghi}} của Quý cơ quan, gửi lúc {{gio_de_nghi}} ngày {{ngay_de_nghi}}. Cho đến khi có thông báo, thời hạn gửi {{ten_bao_cao}} giữ nguyên{{#han_cuoi}}: {{han_cuoi}}{{/han_cuoi}}.

Đường dẫn riêng của Quý cơ quan: {{link}}

– Kết quả xem xét sẽ được thông báo bằng thư riêng.
– Có thể gửi trước nội dung đã có; nội dung đã gửi được giữ.`,
});

export const requestRefused = defineKind({
  title: 'Không gia hạn',
  key: 'khong-gia-han',
  occasion: 'Khi có quyết định Không gia hạn về một đề nghị gia hạn của đơn vị.',
  repeats: 'each decision',
  about: 'report',
  to: 'city',
  asksFor: null,
  rank: 75,
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
  deed: 'gửi thông báo không gia hạn',
  whyInPublic: null,
  shownOn: null,
  variables: [...toUnit, ASKED_ON, textVariable('ly_do', 'Lý do không gia hạn, có thể trống', 'cần kịp tổng hợp')],
  subject: '[Không gia hạn] {{ten_ky}} – hạn cuối {{han_cuoi}} – {{ten_don_vi}}',
  body: `Kính gửi: {{ten_co_quan}}

Thời hạn gửi {{ten_bao_cao}} giữ nguyên: {{han_cuoi}}; đề nghị gia hạn của Quý cơ quan gửi ngày {{ngay_de_nghi}} không được chấp thuận.

Đường dẫn riêng của Quý cơ quan: {{link}}

{{#ly_do}}
– Lý do: {{ly_do}}.
{{/ly_do}}
– Có thể gửi trước nội dung đã có, bổ sung sau; nội dung đã gửi được giữ.`,
});
