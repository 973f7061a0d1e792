import { z } from 'zod';
import { formSchema } from './request-schema.ts';

/** All that the answers of the Forms API can hold, for `fields` to choose from. */
const text = z.string();

const textAnswers = z.object({ answers: z.array(z.object({ value: text })) });
const fileAnswers = z.object({ answers: z.array(z.object({ fileId: text, fileName: text, mimeType: text })) });
const answer = z.object({
  questionId: text,
  textAnswers,
  fileUploadAnswers: fileAnswers,
  grade: z.object({ score: z.number(), correct: z.boolean(), feedback: z.object({ text }) }),
});

export const formAnswer = formSchema;
export const batchUpdateAnswer = z.object({
  form: formSchema,
  replies: z.array(z.object({ createItem: z.object({ itemId: text, questionId: z.array(text) }) })),
  writeControl: z.object({ requiredRevisionId: text, targetRevisionId: text }),
});
export const publishAnswer = z.object({ formId: text, publishSettings: formSchema.shape.publishSettings });
export const responseAnswer = z.object({
  formId: text,
  responseId: text,
  createTime: text,
  lastSubmittedTime: text,
  respondentEmail: text,
  answers: z.record(text, answer),
  totalScore: z.number(),
});
export const responsesAnswer = z.object({ responses: z.array(responseAnswer), nextPageToken: text });
export const watchAnswer = z.object({
  id: text,
  target: z.object({ topic: z.object({ topicName: text }) }),
  eventType: text,
  createTime: text,
  expireTime: text,
  errorType: text,
  state: text,
});
export const watchesAnswer = z.object({ watches: z.array(watchAnswer) });
export const emptyAnswer = z.object({});
