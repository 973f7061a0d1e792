import { Temporal } from 'temporal-polyfill';
import { withoutDefaults } from '../proto-json.ts';

/** One person's filling of a form, as last submitted. */
export type StoredResponse = {
  responseId: string;
  /** Microseconds since 1970 of the first submission; an edit leaves it. */
  createMicros: bigint;
  /** Microseconds since 1970 of the latest submission. */
  lastMicros: bigint;
  respondentEmail?: string;
  /** By question id. A question left unanswered is absent. */
  answers: Record<string, string[]>;
  /** From when reading shows it, in milliseconds of the emulator's clock. */
  visibleAt: number;
};

/** A response as the API shows it: `createTime` cut to milliseconds, `lastSubmittedTime` in microseconds. */
export function renderResponse(response: StoredResponse, isShown: (questionId: string) => boolean): object {
  const answers = Object.entries(response.answers).filter(([questionId]) => isShown(questionId));
  return withoutDefaults({
    responseId: response.responseId,
    createTime: timestamp(response.createMicros - (response.createMicros % 1000n)),
    lastSubmittedTime: timestamp(response.lastMicros),
    respondentEmail: response.respondentEmail,
    ...(answers.length > 0 && { answers: Object.fromEntries(answers.map(renderAnswer)) }),
  });
}

function renderAnswer([questionId, values]: [string, string[]]) {
  return [questionId, { questionId, textAnswers: { answers: values.map((value) => ({ value })) } }];
}

/** RFC 3339 with 0, 3 or 6 digits of a second, as proto3 JSON prints it. */
export function timestamp(micros: bigint): string {
  const digits = micros % 1_000_000n === 0n ? 0 : micros % 1000n === 0n ? 3 : 6;
  return Temporal.Instant.fromEpochNanoseconds(micros * 1000n).toString({ fractionalSecondDigits: digits });
}
