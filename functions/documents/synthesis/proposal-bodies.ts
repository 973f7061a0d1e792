import { fold } from '../../../sheets-schema/text.ts';

/** Bodies proposals are addressed to, longer names before the names they contain; words are folded. */
const BODIES: readonly (readonly [name: string, words: string])[] = [
  ['Văn phòng Chính phủ', 'van phong chinh phu|vpcp'],
  ['Chính phủ, Thủ tướng Chính phủ', 'thu tuong(?: chinh phu)?|ttgcp|ttcp|chinh phu(?! so| dien tu)'],
  ['Quốc hội', 'quoc hoi'],
  ['Ban Chỉ đạo Trung ương', 'ban chi dao(?: trung uong)?'],
  ['Tổ công tác liên ngành', 'to cong tac(?: lien nganh)?'],
  ['Bộ Xây dựng', 'bo xay dung|bo xd|bxd|cuc phat trien do thi'],
  ['Bộ Khoa học và Công nghệ', 'bo khoa hoc(?: va cong nghe)?|bo kh ?& ?cn|bo khcn|bkhcn|khcn'],
  ['Bộ Tài chính', 'bo tai chinh|bo tc|btc'],
  ['Bộ Nội vụ', 'bo noi vu|bnv'],
  ['Bộ Công an', 'bo cong an|bca'],
  ['Bộ Tư pháp', 'bo tu phap|btp'],
  ['Bộ Quốc phòng', 'bo quoc phong|bqp'],
  ['Bộ Nông nghiệp và Môi trường', 'bo nong nghiep(?: va moi truong)?|bo nn ?& ?mt|bnnmt'],
  ['Bộ Giáo dục và Đào tạo', 'bo giao duc(?: va dao tao)?|bo gd ?& ?dt|bgddt'],
  ['Bộ Y tế', 'bo y te|byt'],
  ['Bộ Công Thương', 'bo cong thuong|bct'],
  ['Bộ Văn hóa, Thể thao và Du lịch', 'bo van hoa(?:,? the thao va du lich)?|bo vh'],
  [
    'Ủy ban nhân dân, Hội đồng nhân dân, sở, ngành địa phương',
    'ubnd|uy ban nhan dan|hdnd|hoi dong nhan dan|so xay dung|so khoa hoc|so tai chinh|so noi vu',
  ],
  [
    'Các Bộ, ngành, cơ quan Trung ương',
    '(?:cac )?bo,? nganh|cac bo|co quan trung uong|(?<!truc thuoc )trung uong|cap co tham quyen|co quan co tham quyen',
  ],
];

export const NO_BODY = 'Chưa nêu rõ cơ quan xử lý';

/** The bodies in the order they are reported. */
export const proposalBodies: readonly string[] = [...BODIES.map(([name]) => name), NO_BODY];

const ANY = new RegExp(`(?<![a-z0-9])(?:${BODIES.map(([, words]) => `(${words})`).join('|')})(?![a-z0-9])`, 'g');
/** A body right behind one of these is the one that is asked; others may only be mentioned. */
const ASKED =
  /(?:de nghi|kien nghi|de xuat|gui|trinh|(?:tham quyen|trach nhiem)(?: xu ly| giai quyet)?(?: cua| la)?|co quan xu ly(?: la)?)(?: toi| den| voi| len| cho)?[ :]*$/;

export type Addressed = {
  /** Who is to act; nobody is guessed. */
  readonly asked: string;
  /** It says so, and does not merely name somebody. */
  readonly isAsked: boolean;
};

/** Who is asked to act. */
export function bodiesOf(proposal: string): Addressed {
  const text = fold(proposal);
  const found = [...text.matchAll(ANY)].map((match) => ({
    name: BODIES[match.slice(1).findIndex((group) => group !== undefined)]?.[0] ?? NO_BODY,
    isAsked: ASKED.test(text.slice(0, match.index)),
  }));
  const first = found.find(({ isAsked }) => isAsked);
  return { asked: (first ?? found[0])?.name ?? NO_BODY, isAsked: first !== undefined };
}
