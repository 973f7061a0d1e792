import { firstOutline } from '../first-outline.ts';
import type { OutlineQuestion, QuestionType } from '../tabs/outline.ts';
import { GROUP_SECTION_2 } from './units.ts';

export const OUTLINE_VERSION = firstOutline.version;

/** What all questions of one outline item share. */
type Item = Pick<OutlineQuestion, 'section' | 'heading' | 'sectionFor' | 'item' | 'wording' | 'rule' | 'params'> & {
  readonly related?: readonly string[];
};

/** A question of an item: the ending of its key, the title on the form, the guidance under it. */
type Asked = {
  readonly suffix?: string;
  readonly title: string;
  readonly help: string;
  readonly type?: QuestionType;
  readonly part?: OutlineQuestion['part'];
  readonly options?: readonly string[];
};

function ask(item: Item, questions: readonly Asked[]): OutlineQuestion[] {
  return questions.map(({ suffix, title, help, type = 'Đoạn văn', part = 'nội dung', options = null }) => ({
    version: OUTLINE_VERSION,
    outlineTitle: firstOutline.title,
    related: null,
    ...item,
    // Release 0.1.0 went by the items alone.
    appliesTo: item.sectionFor,
    task: `L12112-PL1-${item.item}`,
    question: suffix === undefined ? item.item : `${item.item}-${suffix}`,
    title: `${item.item}. ${title}`,
    help,
    type,
    options,
    part,
    used: true,
  }));
}

/** The tick that says an item is empty on purpose, so that a blank is never taken for "không có". */
function nothing(what: string, ...others: readonly string[]): Asked {
  const same = others.map((other) => ` Nếu đã báo cáo ở mục trước, chọn "${other}".`).join('');
  return {
    suffix: 'khong-co',
    title: `Trường hợp không có ${what}`,
    help: `Chỉ chọn khi thực tế không có ${what}; khi đó để trống ô nội dung ở trên.${same}`,
    type: 'Chọn một',
    part: 'không có',
    options: ['Không có', ...others],
  };
}

const DIFFICULTIES =
  'Mỗi khó khăn một dòng, đề nghị nêu: nhóm (thể chế, cơ chế chính sách; tiêu chuẩn, quy chuẩn; nguồn lực, tài chính; dữ liệu, kết nối chia sẻ; hạ tầng; nhân lực; tổ chức, điều phối; an toàn thông tin; khác), mô tả, điều khoản vướng mắc, cấp có thẩm quyền xử lý.';
const PROPOSALS =
  'Mỗi kiến nghị một dòng, đề nghị nêu: nội dung, gửi cơ quan nào (Chính phủ, Thủ tướng Chính phủ, Bộ Xây dựng, Bộ Khoa học và Công nghệ, Bộ Tài chính, Bộ Nội vụ, Bộ Công an, Văn phòng Chính phủ, cơ quan khác), căn cứ, thời gian mong muốn, liên quan tới khó khăn nào';
const IN_1 = { section: '1', heading: firstOutline.headings[1], sectionFor: null };
const IN_2 = { section: '2', heading: firstOutline.headings[2], sectionFor: [GROUP_SECTION_2] };
const IN_3 = { section: '3', heading: firstOutline.headings[3], sectionFor: null };

const section1 = [
  ...ask(
    {
      item: '1.1',
      wording:
        'Việc rà soát các Đề án về phát triển đô thị thông minh, về chuyển đổi số, các hoạt động phát triển đô thị thông minh đã và đang triển khai thực hiện tại địa phương mình.',
      rule: 'Danh mục rà soát',
      params: 'dài=100',
      related: ['N382-II3b-1'],
      ...IN_1,
    },
    [
      {
        title: 'Việc rà soát các đề án, hoạt động đô thị thông minh và chuyển đổi số tại địa phương',
        help: 'Đề nghị nêu: đã rà soát xong, đang rà soát hay chưa; danh mục (tên, loại, số, ký hiệu và ngày quyết định, giai đoạn, tình trạng, kinh phí nếu có); kết luận rà soát (giữ, điều chỉnh, thay thế hoặc dừng); ngày hoàn thành. Nếu đang rà soát: danh mục tạm và ngày dự kiến hoàn thành. Nếu không có đề án nào: giải trình lý do.',
      },
    ],
  ),
  ...ask(
    {
      item: '1.2',
      wording:
        'Việc chuẩn bị, thực hiện công tác phát triển đô thị phù hợp với tình hình mới theo hướng dẫn của các Bộ, ngành Trung ương.',
      rule: 'Tường thuật có căn cứ',
      params: 'dài=150',
      related: ['N382-II3b-2'],
      ...IN_1,
    },
    [
      {
        title: 'Việc chuẩn bị, thực hiện công tác phát triển đô thị phù hợp với tình hình mới',
        help: 'Đề nghị nêu: văn bản hướng dẫn đã thực hiện theo (số, ký hiệu, ngày, cơ quan ban hành); việc đã làm; việc chuẩn bị tiếp và mốc thời gian; đơn vị đầu mối. Cần ít nhất một văn bản viện dẫn hoặc một mốc thời gian.',
      },
    ],
  ),
  ...ask(
    {
      item: '1.3',
      wording: 'Tình hình xây dựng kế hoạch hành động của địa phương',
      rule: 'Kế hoạch hành động',
      params: null,
      related: ['N382-II3c'],
      ...IN_1,
    },
    [
      {
        suffix: 'trang-thai',
        title: 'Kế hoạch hành động của địa phương: tình trạng',
        help: 'Nếu đã ban hành, đề nghị ghi số, ký hiệu và ngày; nếu chưa, đề nghị ghi ngày dự kiến và lý do.',
        type: 'Chọn một',
        part: 'trạng thái',
        options: ['Đã ban hành', 'Đã trình', 'Đang dự thảo', 'Chưa xây dựng'],
      },
      {
        suffix: 'so-ky-hieu',
        title: 'Kế hoạch hành động: số, ký hiệu (nếu đã ban hành)',
        help: 'Ví dụ: 123/KH-UBND.',
        type: 'Một dòng',
        part: 'số, ký hiệu',
      },
      {
        suffix: 'ngay',
        title: 'Kế hoạch hành động: ngày ban hành (nếu đã ban hành)',
        help: 'Ngày ghi trên văn bản.',
        type: 'Ngày',
        part: 'ngày',
      },
      {
        suffix: 'ngay-gui',
        title: 'Kế hoạch hành động: ngày gửi Bộ Xây dựng (nếu đã gửi)',
        help: 'Ngày của văn bản gửi kế hoạch về Bộ Xây dựng; thời hạn tính theo ngày này.',
        type: 'Ngày',
        part: 'ngày gửi',
      },
      {
        suffix: 'du-kien',
        title: 'Kế hoạch hành động: ngày dự kiến ban hành (nếu chưa ban hành)',
        help: 'Ngày dự kiến; có thể cập nhật sau.',
        type: 'Ngày',
        part: 'ngày dự kiến',
      },
      {
        suffix: 'ly-do',
        title: 'Kế hoạch hành động: lý do chưa ban hành và tiến độ hiện nay',
        help: 'Đề nghị nêu lý do và mức độ hoàn thành, ví dụ: đang lấy ý kiến các sở, khoảng 60%.',
        part: 'lý do',
      },
      {
        suffix: 'khac',
        title: 'Kế hoạch hành động: thông tin khác',
        help: 'Nếu có: cơ quan ký, liên kết tới văn bản.',
        part: 'khác',
      },
    ],
  ),
  ...ask(
    {
      item: '1.4',
      wording: 'Các khó khăn, vướng mắc.',
      rule: 'Khó khăn hoặc không có',
      params: 'dài=30',
      related: ['N382-II4-1'],
      ...IN_1,
    },
    [{ title: 'Các khó khăn, vướng mắc', help: DIFFICULTIES }, nothing('khó khăn, vướng mắc')],
  ),
  ...ask(
    {
      item: '1.5',
      wording: 'Các đề xuất, kiến nghị.',
      rule: 'Kiến nghị hoặc không có',
      params: 'dài=30',
      ...IN_1,
    },
    [{ title: 'Các đề xuất, kiến nghị', help: `${PROPOSALS} ở mục 1.4.` }, nothing('đề xuất, kiến nghị')],
  ),
];

const section2 = [
  ...ask(
    {
      item: '2.1',
      wording: 'Nêu rõ dự kiến kế hoạch, tiến độ triển khai.',
      rule: 'Nhiệm vụ có tiến độ',
      params: null,
      ...IN_2,
    },
    [
      {
        title: 'Kế hoạch, tiến độ triển khai các nhiệm vụ trọng tâm theo Thông báo số 45-TB/TGV',
        help: 'Mỗi nhiệm vụ được giao một dòng, đề nghị nêu: đơn vị chủ trì, sản phẩm, mốc bắt đầu và kết thúc, tiến độ (%), tình trạng so với thời hạn, minh chứng. Mỗi nhiệm vụ cần ít nhất một mốc thời gian và một tỷ lệ %.',
      },
    ],
  ),
  ...ask(
    {
      item: '2.2',
      wording: 'Các khó khăn, vướng mắc trong triển khai.',
      rule: 'Khó khăn hoặc không có',
      params: 'dài=30',
      ...IN_2,
    },
    [
      {
        title: 'Các khó khăn, vướng mắc trong triển khai nhiệm vụ trọng tâm',
        help: `${DIFFICULTIES} Đề nghị ghi rõ thuộc nhiệm vụ nào ở mục 2.1.`,
      },
      nothing('khó khăn, vướng mắc trong triển khai', 'Trùng nội dung mục 1.4'),
    ],
  ),
  ...ask(
    {
      item: '2.3',
      wording: 'Các đề xuất, kiến nghị.',
      rule: 'Kiến nghị hoặc không có',
      params: 'dài=30',
      ...IN_2,
    },
    [
      { title: 'Các đề xuất, kiến nghị về nhiệm vụ trọng tâm', help: `${PROPOSALS} ở mục 2.2.` },
      nothing('đề xuất, kiến nghị về nhiệm vụ trọng tâm', 'Trùng nội dung mục 1.5'),
    ],
  ),
];

const section3 = ask({ item: '3', wording: 'Các nội dung khác nếu có', rule: 'Tự do', params: null, ...IN_3 }, [
  { title: 'Các nội dung khác nếu có', help: 'Không bắt buộc; để trống được hiểu là không có.' },
]);

/** Phụ lục I of the letter, as questions of the form. */
export const outlineSeeds: readonly OutlineQuestion[] = [...section1, ...section2, ...section3];
