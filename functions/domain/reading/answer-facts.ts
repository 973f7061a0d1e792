/** What sort of answer a text is, judged on the whole cell. */
export const answerClasses = [
  /** Nothing, or a mark that stands for nothing: `-`, `x`, `N/A`. */
  'blank',
  /** `không có`, `chưa`, `không phát sinh`. */
  'negative',
  /** `đang cập nhật`, `sẽ báo cáo sau`. */
  'deferral',
  /** `đang triển khai`, alone, without figure or date. */
  'bare-status',
  /** `như trên`, `xem văn bản kèm theo`. */
  'reference',
  'text',
] as const;
export type AnswerClass = (typeof answerClasses)[number];

export const answerMarks = ['legacy-encoding', 'mojibake', 'secret'] as const;
export type AnswerMark = (typeof answerMarks)[number];

/**
 * All that later steps need to know of an answer, so that the long text is read once, when it arrives, and never
 * again. Stored beside the text in `Nội dung`.
 */
export type AnswerFacts = {
  readonly class: AnswerClass;
  /** Letters and digits, marks and spaces not counted. */
  readonly length: number;
  /** The cleaned text when it is short (a choice, a number, a date); at most 120 characters, else ''. */
  readonly value: string;
  /** Document numbers found, normalised; at most 5. */
  readonly documents: readonly string[];
  /** The day that stands with a document: `111/KH-UBND ngày 31/7/2025`. ISO. */
  readonly documentDays: Readonly<Record<string, string>>;
  /** Days found, ISO; at most 8. */
  readonly dates: readonly string[];
  /** Months and quarters named: milestones that are no day. As `2025-07`, `2025-Q3`; at most 8. */
  readonly periods: readonly string[];
  /**
   * Which of the days and periods are to come, by the words before them: `dự kiến`, `trước`, `hoàn thành`. null in what an
   * earlier release wrote, which did not look for it.
   */
  readonly expected: readonly string[] | null;
  /** Percentages found, as numbers; at most 8. */
  readonly percents: readonly number[];
  /** True when the text names a body that could act on a proposal (Chính phủ, Bộ …, UBND …). */
  readonly namesAddressee: boolean;
  readonly marks: readonly AnswerMark[];
  /** Similarity fingerprint of the words; '' for short answers. */
  readonly fingerprint: string;
};
