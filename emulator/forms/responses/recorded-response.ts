import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { ControlError } from '../../read-control.ts';
import type { StoredResponse } from './stored-response.ts';

const time = z.string().transform((text, context) => {
  try {
    return Temporal.Instant.from(text).epochNanoseconds / 1000n;
  } catch {
    context.addIssue({ code: 'custom', message: `"${text}" is not a time; write it like 2026-11-22T01:30:00.123456Z` });
    return z.NEVER;
  }
});

/** A response as `forms.responses.get` once answered it. */
export const recordedSchema = z.strictObject({
  responseId: z.string().optional(),
  createTime: time,
  lastSubmittedTime: time,
  respondentEmail: z.string().optional(),
  answers: z
    .record(
      z.string(),
      z.strictObject({
        questionId: z.string().optional(),
        textAnswers: z.strictObject({ answers: z.array(z.strictObject({ value: z.string().default('') })) }),
      }),
    )
    .default({}),
});

/**
 * A response that was given elsewhere, with the id and the times it had there. The form's rules are not asked: it may have
 * changed since, and nobody submits anything now. @throws ControlError for what no form can have answered
 */
export function responseAsRecorded(responseId: string, recorded: z.output<typeof recordedSchema>): StoredResponse {
  const { createTime, lastSubmittedTime, respondentEmail, answers } = recorded;
  if (recorded.responseId !== undefined && recorded.responseId !== responseId) {
    throw new ControlError(`The response says it is ${recorded.responseId}, its address says ${responseId}.`);
  }
  if (lastSubmittedTime < createTime) throw new ControlError('A response is not submitted before it is created.');
  return {
    responseId,
    createMicros: createTime,
    lastMicros: lastSubmittedTime,
    ...(respondentEmail !== undefined && { respondentEmail }),
    answers: Object.fromEntries(
      Object.entries(answers).map(([id, { textAnswers }]) => [id, textAnswers.answers.map(({ value }) => value)]),
    ),
    visibleAt: Number.NEGATIVE_INFINITY,
  };
}
