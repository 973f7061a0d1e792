import { linkCode } from '../../functions/domain/links/codes.ts';
import { questionId } from '../../functions/domain/links/form-links.ts';
import type { FormResponse, Responses } from '../../functions/ports.ts';
import { formKindOf, identification } from '../../sheets-schema/form.ts';
import { outlineSeeds } from '../../sheets-schema/seed/outline.ts';

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
    async since(time) {
      return shown()
        .filter(({ lastSubmittedTime }) => time === null || lastSubmittedTime >= time)
        .reverse();
    },
  };
}

/** RFC 3339 with microseconds, as the API writes it: such texts sort as the times do. */
export function submissionTime(moment: number): string {
  return new Date(moment).toISOString().replace('Z', '417Z');
}

const textsOf = {
  '1.2':
    'Đã rà soát và triển khai theo Nghị định số 269/2025/NĐ-CP ngày 14/10/2025: kiện toàn cơ quan thường trực, giao Sở Xây dựng làm đầu mối, ' +
    'chuẩn bị danh mục dữ liệu đô thị dùng chung, dự kiến trình trước ngày 15/12/2026.',
  '1.4': 'Dữ liệu đất đai và dân cư chưa kết nối thông suốt giữa các sở, ngành của thành phố.',
} as const;

/** The questions the simulated outline asks: two items suffice to tell a full report from one that lacks something. */
export const simulatedOutline = outlineSeeds.filter(({ item }) => item in textsOf);

function responseOf(filing: Filing): FormResponse {
  const { unit, round, isCodeRight, isReal, lacks } = filing;
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
    ]),
  };
}
