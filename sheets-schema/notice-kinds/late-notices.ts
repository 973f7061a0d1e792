import { defineKind, OPEN_FORM } from './define-kind.ts';
import { DAYS_LATE, REPLY_BY, textVariable, toUnit, WAITING } from './variables.ts';

/** All share a key: which of them a step turns out to be depends on how many late notices were sent before. */
const late = {
  key: 'qua-han',
  repeats: 'each step',
  about: 'report',
  to: 'city',
  asksFor: 'report',
  rank: 80,
  lane: 'unit',
  hours: 'windows',
  countsToCap: true,
  needsReport: false,
  isReply: false,
  callsLate: true,
  setsDeadline: false,
  speaksOfTimeLeft: false,
  button: OPEN_FORM,
  encloses: null,
  whyInPublic: null,
} as const;

export const firstLate = defineKind({
  ...late,
  title: 'Quá hạn lần 1',
  occasion: 'Bước thứ nhất sau hạn, khi chưa nhận được báo cáo.',
  deed: 'gửi thông báo quá hạn lần 1',
  shownOn: 1,
  variables: [...toUnit, DAYS_LATE, WAITING],
  subject:
    '[Quá hạn] {{ten_ky}} – chưa {{#bao_cao_cho}}ghi nhận{{/bao_cao_cho}}{{^bao_cao_cho}}nhận được{{/bao_cao_cho}} báo cáo của {{ten_don_vi}} (lần 1)',
  body: `Kính gửi: {{ten_co_quan}}

Đề nghị Quý cơ quan quan tâm, sớm gửi {{ten_bao_cao}}: hạn cuối là {{han_cuoi}}, đến {{gio}} ngày {{ngay}} đã quá hạn {{so_ngay_qua_han}} ngày làm việc và chúng tôi chưa ghi nhận báo cáo của Quý cơ quan.

Đường dẫn riêng của Quý cơ quan: {{link}}

– Căn cứ: {{loai_vb}} số {{so_ky_hieu}} ngày {{ngay_vb}} của {{co_quan_ban_hanh}}.
– Thời hạn ghi trong văn bản: "{{nguyen_van_han}}"{{#dieu_chinh}} ({{han_theo_van_ban}}), đã được điều chỉnh đến {{han_cuoi}}{{/dieu_chinh}}.
{{#bao_cao_cho}}
– Hiện {{bao_cao_cho}}; đề nghị Quý cơ quan trao đổi với đầu mối nêu dưới đây để được ghi nhận, hoặc gửi lại qua đường dẫn riêng.
{{/bao_cao_cho}}
{{#co_khoa}}
– Báo cáo gửi sau thời hạn, đến hết ngày {{ngay_khoa}}, vẫn được tiếp nhận và ghi là gửi muộn; gửi sau ngày đó thì chờ {{co_quan_gui}} xem xét.
{{/co_khoa}}

Báo cáo của Quý cơ quan là cần thiết để kịp tổng hợp, báo cáo cấp có thẩm quyền. Trường hợp có vướng mắc về nội dung hoặc cần thêm thời gian, xin trao đổi với đầu mối nêu dưới đây. Nếu báo cáo đã được gửi, xin thông tin số, ký hiệu, ngày gửi để đối chiếu.`,
});

export const secondLate = defineKind({
  ...late,
  title: 'Quá hạn lần 2',
  occasion: 'Bước thứ hai sau hạn, khi đã gửi lần 1.',
  deed: 'gửi thông báo quá hạn lần 2',
  shownOn: 3,
  variables: [
    ...toUnit,
    DAYS_LATE,
    WAITING,
    textVariable('ngay_lan_1', 'Ngày gửi thông báo quá hạn lần 1', '30/10/2025'),
    textVariable('so_da_gui', 'Số đơn vị đã gửi báo cáo; trống khi chưa có', '04'),
    textVariable('tong', 'Số đơn vị phải báo cáo', '06'),
    REPLY_BY,
  ],
  subject: '[Quá hạn – lần 2] {{ten_ky}} – đề nghị sớm gửi – {{ten_don_vi}}',
  body: `Kính gửi: {{ten_co_quan}}

Đề nghị Quý cơ quan gửi {{ten_bao_cao}}, hoặc cho biết thời gian dự kiến gửi và cán bộ đầu mối, {{han_phan_hoi}}.

Đường dẫn riêng của Quý cơ quan: {{link}}

– Căn cứ: {{loai_vb}} số {{so_ky_hieu}} ngày {{ngay_vb}} của {{co_quan_ban_hanh}}; thời hạn ghi trong văn bản: "{{nguyen_van_han}}"{{#dieu_chinh}} ({{han_theo_van_ban}}), đã được điều chỉnh đến {{han_cuoi}}{{/dieu_chinh}}.
– Tình trạng: tiếp theo thư ngày {{ngay_lan_1}}, đến {{gio}} ngày {{ngay}} chúng tôi vẫn chưa {{#bao_cao_cho}}ghi nhận{{/bao_cao_cho}}{{^bao_cao_cho}}nhận được{{/bao_cao_cho}} báo cáo (quá hạn {{so_ngay_qua_han}} ngày làm việc).
{{#so_da_gui}}
– Đến nay {{so_da_gui}}/{{tong}} đơn vị đã gửi báo cáo.
{{/so_da_gui}}
{{#bao_cao_cho}}
– Hiện {{bao_cao_cho}}; đề nghị Quý cơ quan trao đổi với đầu mối nêu dưới đây để được ghi nhận, hoặc gửi lại qua đường dẫn riêng.
{{/bao_cao_cho}}
{{#co_khoa}}
– Báo cáo gửi sau thời hạn, đến hết ngày {{ngay_khoa}}, vẫn được tiếp nhận và ghi là gửi muộn; gửi sau ngày đó thì chờ {{co_quan_gui}} xem xét.
{{/co_khoa}}

Sau thời điểm nêu trên, chúng tôi sẽ báo cáo Lãnh đạo xem xét việc có văn bản đôn đốc theo quy định. Nếu báo cáo đã được gửi, xin thông tin số, ký hiệu, ngày gửi để đối chiếu.`,
});

export const furtherLate = defineKind({
  ...late,
  title: 'Quá hạn lần n',
  occasion: 'Sau lần 2, mỗi kỳ "Nhắc lại sau", nhiều nhất ba lần.',
  deed: 'gửi thông báo quá hạn',
  shownOn: 13,
  variables: [
    ...toUnit,
    DAYS_LATE,
    textVariable('lan', 'Thư quá hạn thứ mấy', '3'),
    textVariable('cac_ngay_da_nhac', 'Những ngày đã gửi thông báo quá hạn', '30/10/2025, 03/11/2025'),
    REPLY_BY,
  ],
  subject: '[Quá hạn – lần {{lan}}] {{ten_ky}} – đề nghị gửi – {{ten_don_vi}}',
  body: `Kính gửi: {{ten_co_quan}}

Đề nghị Quý cơ quan gửi {{ten_bao_cao}}, hoặc cho biết lý do chưa gửi và thời gian dự kiến gửi, {{han_phan_hoi}}.

Đường dẫn riêng của Quý cơ quan: {{link}}

– Căn cứ: {{loai_vb}} số {{so_ky_hieu}} ngày {{ngay_vb}} của {{co_quan_ban_hanh}}; hạn cuối: {{han_cuoi}}.
– Tình trạng: chúng tôi đã có thư ngày {{cac_ngay_da_nhac}}; đến {{gio}} ngày {{ngay}} vẫn chưa nhận được báo cáo (quá hạn {{so_ngay_qua_han}} ngày làm việc).
{{#co_khoa}}
– Báo cáo gửi sau thời hạn, đến hết ngày {{ngay_khoa}}, vẫn được tiếp nhận và ghi là gửi muộn; gửi sau ngày đó thì chờ {{co_quan_gui}} xem xét.
{{/co_khoa}}

Nếu báo cáo đã được gửi, xin thông tin số, ký hiệu, ngày gửi để đối chiếu.`,
});
