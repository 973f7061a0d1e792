/** One thing, the word for it, and the words that would be another one for it. */
export type Term = { readonly word: string; readonly instead: RegExp };

/** Of everything people read: the Sheet, the Form, mails, papers, pages, guides. */
export const terms: readonly Term[] = [
  // Of a spreadsheet; "Google Trang tính" is the product.
  { word: 'tab', instead: /(?<![Gg]oogle )\btrang tính/ },
  { word: 'dòng', instead: /(?<!\p{L}|ngân )hàng(?! (?:ngày|tuần|tháng|năm|hóa|hải))(?!\p{L})/iu },
  { word: 'ô', instead: /(?<!\p{L})ô tính(?!\p{L})/iu },
  { word: 'Nhật ký phiên bản', instead: /lịch sử phiên bản/i },
  // What came by the form; "phản hồi" is the answer to a mail, "câu trả lời" that to one question.
  { word: 'báo cáo', instead: /(?:hai|các) phản hồi|(?<!\p{L})phản hồi (?:mới|này|ghi)|ghi nhận câu trả lời/iu },
  { word: 'đề nghị', instead: /vui lòng|làm ơn/i },
  // A ministry asks for reports, it invites nobody. What once bore that name is read for ever.
  { word: 'đề nghị gửi báo cáo', instead: /(?<!\p{L})mời(?!\p{L})(?! gửi báo cáo(?:'|$))/iu },
  { word: 'quá thời hạn', instead: /đã quá hạn cuối/i },
  { word: 'thư này', instead: /thư (?:nhắc việc )?tự động/i },
  { word: '08:30', instead: /\d{2}\/\d{2}\/\d{4} \d:\d{2}/ },
];

/** Of mails that leave the office besides: what the register calls its own things means nothing to an official elsewhere. */
export const termsOfMails: readonly Term[] = [
  { word: 'thời gian tiếp nhận đã kết thúc', instead: /(?<!\p{L})khóa(?!\p{L})/iu },
  { word: 'cơ quan gửi thư', instead: /điều phối viên/i },
  { word: 'báo cáo', instead: /phiên bản|bản ghi|dữ liệu người gửi/i },
  { word: 'chúng tôi', instead: /hệ thống(?! quản lý văn bản)/i },
  { word: 'đã được điều chỉnh đến', instead: /hạn (?:điều chỉnh|áp dụng|hiệu lực)/i },
  { word: 'đề nghị', instead: /yêu cầu|vi phạm|xử phạt|phê bình/i },
];
