/** Bodies that can act on a proposal, folded; enough where nobody asks in words. "chính phủ số" is no body. */
const BODIES = `(?<![a-z])(?:${[
  'chinh phu(?! so(?![a-z])| dien tu)',
  '(?:pho )?thu tuong',
  'tt(?:g)?cp',
  'quoc hoi',
  'trung uong',
  'van phong chinh phu',
  'vpcp',
  'ban chi dao',
  'to cong tac',
  'doan cong tac',
  'bo (?:xay dung|xd|khoa hoc|kh|tai chinh|tc|noi vu|cong an|tu phap|quoc phong|nong nghiep|nn|giao duc|gd|y te|cong thuong|van hoa|vh|ngoai giao|dan toc|thong tin|tt&tt|tai nguyen|giao thong|gtvt)',
  '(?:cac )?bo,? nganh',
  'cac bo(?=,|:| va| lien quan)',
  'b(?:xd|khcn|tc|nv|ca|tp|qp|gddt|yt|ct|nnmt)',
  'uy ban (?:nhan dan|thuong vu)',
  'ubnd',
  'hoi dong nhan dan',
  'hdnd',
  'so (?:xay dung|khoa hoc|tai chinh|noi vu|nong nghiep)',
  'tong cuc [a-z]+',
  'cuc (?:phat trien do thi|chuyen doi so|an toan|vien thong)',
  'ngan hang nha nuoc',
  'kiem toan nha nuoc',
  'kho bac',
  'thanh uy|tinh uy',
  '(?:quy bo|bo truong|thu truong)',
  'tap doan|tong cong ty',
  'dai (?:truyen hinh|tieng noi)',
  'bao hiem xa hoi',
  'thanh tra chinh phu',
  'toa an nhan dan',
  '(?:hoc vien|vien nghien cuu)',
  'co quan (?:co tham quyen|trung uong|chu tri)',
  'cap co tham quyen',
].join('|')})(?![a-z])`;
/** A body that is named anywhere. */
export const NAMED = new RegExp(BODIES);

/** A head of a body, small letters with their marks. "bộ tiêu chí", "ban hành", "tổ chức", "viện dẫn" are none. */
const HEAD = `(?:${[
  'bộ(?! (?:tiêu|chỉ|máy|phận|mã|dữ|quy|công cụ|tài liệu|khung|luật|phiếu|lọc|môn))',
  'bộ, ?ngành',
  '(?:tổng )?cục',
  'vụ(?! việc)',
  'viện(?! dẫn)',
  'tập đoàn',
  'tổng công ty',
  'ngân hàng',
  'kho bạc',
  'kiểm toán',
  'thanh tra',
  't(?:òa|oà) án',
  'ban(?! (?:hành|đầu|bố))',
  'văn phòng',
  'sở(?! hữu)',
  'công an',
  'quân đội',
  'đài',
  'bảo hiểm xã hội',
  'hội đồng',
  'hđnd',
  '(?:ủy|uỷ) ban',
  'ubnd',
  '(?:thành|tỉnh|đảng|huyện|quân) (?:ủy|uỷ)',
  'quốc hội',
  'tỉnh',
  'chính phủ(?! số(?!\\p{L})| điện tử)',
  '(?:phó )?thủ tướng',
  '(?:bộ|thứ|cục|vụ) trưởng',
  'trung ương',
  'tw',
  'nhà nước',
  'mặt trận',
  'liên đoàn',
  'hiệp hội',
  'học viện',
  'trường đại học',
  'đại học',
  '(?:tổ|đoàn) công tác',
  'đoàn đại biểu',
  'cơ quan(?! thuộc)',
  'cấp (?:có thẩm quyền|trên|thẩm quyền)',
  'b(?:xd|khcn|tc|nv|ca|tp|qp|gdđt|yt|ct|nnmt)',
  'vpcp|tt(?:g)?cp|nhnn|ktnn|evn|vnpt|viettel|gtvt',
].join('|')})(?!\\p{L})`;

/** Heads of bodies above a city: they are asked where a sentence begins with them; a city's own may be telling. */
const ABOVE =
  '(?:(?:đối )?với |về phía |các )*(?:bộ(?! (?:tiêu|chỉ|máy|phận|mã|dữ|quy|công cụ|tài liệu|khung))|(?:tổng )?cục|chính phủ(?! số(?!\\p{L})| điện tử)|(?:phó )?thủ tướng|quốc hội|(?:ủy|uỷ) ban thường vụ|văn phòng chính phủ|ngân hàng nhà nước|kiểm toán nhà nước|tập đoàn|trung ương|bxd|bkhcn|btc|bnv|bca|vpcp|ttgcp)(?!\\p{L})';

const ASKING =
  '(?<!\\p{L})(?:đề nghị|kiến nghị|đề xuất|yêu cầu|kính mong|mong muốn|mong|xin|kính trình|trình)(?!\\p{L})';
/** What may stand between the word of asking and who is asked. */
const BETWEEN =
  '(?:[ ,:;.(“"-]|\\d{1,2}[.)]|(?<!\\p{L})(?:với|tới|đến|lên|gửi|kính|(?:về )?phía|đối với|các|quý|được|sớm|tiếp tục|giao|lãnh đạo|đồng chí|thường trực|ý kiến(?: của)?|chủ trương của|và|cùng|trình|đề nghị|kiến nghị|đề xuất)(?!\\p{L})){0,12}';

export const ASKS = new RegExp(ASKING, 'u');
/** Ways to say who is asked. */
export const ASKED: readonly RegExp[] = [
  // Đề nghị Bộ Xây dựng … · Kiến nghị với các Bộ: … · Xin ý kiến của Thành ủy
  `${ASKING}${BETWEEN}(?<!\\p{L})${HEAD}`,
  // … gửi Bộ Tài chính · cơ quan xử lý: Chính phủ · thẩm quyền: … · (Bộ Nội vụ)
  `(?<!\\p{L})(?:kính gửi|gửi|(?:cơ quan|đơn vị)(?: (?:xử lý|giải quyết|chủ trì|thực hiện|tiếp nhận))|(?:thẩm quyền|trách nhiệm)(?: (?:xử lý|giải quyết|của))?|nơi nhận|nơi gửi)(?: là)?[ :-]{1,3}(?:các |quý )?${HEAD}`,
  `\\((?:gửi |đề nghị )?${HEAD}`,
  // … sớm có hướng dẫn của Bộ Xây dựng; "theo hướng dẫn của …" only says by what
  `${ASKING}[^.;]{0,80}(?<!theo )(?<!\\p{L})(?:hướng dẫn|ý kiến|chỉ đạo|hỗ trợ|phối hợp|chấp thuận|quan tâm) (?:kịp thời |chính thức |cụ thể )?của (?:các )?${ABOVE}`,
  // (2) Bộ Tài chính bố trí … · Đối với Chính phủ: …
  `(?:^|[.;:](?!\\d))[ -]*(?:\\(?\\d{1,2}[.)]+ ?|[-+•*] ?|[a-zđ]\\) ?)*${ABOVE}(?! (?:[^.;:]{0,40} )?(?:đã|đang|chưa|vừa|còn)(?!\\p{L}))`,
].map((form) => new RegExp(form, 'u'));

/** The same for a text typed without marks, where only names that are known can be told from other words. */
const ASKING_PLAINLY = '(?<![a-z])(?:de nghi|kien nghi|de xuat|yeu cau|mong|xin|trinh)(?![a-z])';
export const ASKS_PLAINLY = new RegExp(ASKING_PLAINLY);
export const ASKED_PLAINLY = new RegExp(
  `${ASKING_PLAINLY}(?:[ ,:;.(-]|(?<![a-z])(?:voi|toi|den|len|gui|kinh|cac|quy|duoc|som|giao|lanh dao|y kien|cua|va)(?![a-z])){0,12}${BODIES}`,
);
