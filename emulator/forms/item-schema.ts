import { z } from 'zod';

/**
 * Items as they come over the wire, member by member as the Forms API has them: a member it has not is refused, and so
 * is a spelling an enum has not. Rules that need more than the shape are in `check-item.ts`.
 */
const empty = z.strictObject({});

const mediaProperties = z.strictObject({
  alignment: z.enum(['ALIGNMENT_UNSPECIFIED', 'LEFT', 'RIGHT', 'CENTER']).optional(),
  width: z.int().optional(),
});
const image = z.strictObject({
  contentUri: z.string().optional(),
  sourceUri: z.string().optional(),
  altText: z.string().optional(),
  properties: mediaProperties.optional(),
});
const video = z.strictObject({ youtubeUri: z.string().optional(), properties: mediaProperties.optional() });

const option = z.strictObject({
  value: z.string().optional(),
  image: image.optional(),
  isOther: z.boolean().optional(),
  goToAction: z.enum(['GO_TO_ACTION_UNSPECIFIED', 'NEXT_SECTION', 'RESTART_FORM', 'SUBMIT_FORM']).optional(),
  goToSectionId: z.string().optional(),
});
const choiceQuestion = z.strictObject({
  type: z.enum(['CHOICE_TYPE_UNSPECIFIED', 'RADIO', 'CHECKBOX', 'DROP_DOWN']).optional(),
  options: z.array(option).optional(),
  shuffle: z.boolean().optional(),
});

const textLink = z.strictObject({ uri: z.string().optional(), displayText: z.string().optional() });
const videoLink = z.strictObject({ youtubeUri: z.string().optional(), displayText: z.string().optional() });
const feedback = z.strictObject({
  text: z.string().optional(),
  material: z.array(z.strictObject({ link: textLink.optional(), video: videoLink.optional() })).optional(),
});
const grading = z.strictObject({
  pointValue: z.int().optional(),
  correctAnswers: z
    .strictObject({ answers: z.array(z.strictObject({ value: z.string().optional() })).optional() })
    .optional(),
  whenRight: feedback.optional(),
  whenWrong: feedback.optional(),
  generalFeedback: feedback.optional(),
});

const question = z.strictObject({
  questionId: z.string().optional(),
  required: z.boolean().optional(),
  grading: grading.optional(),
  choiceQuestion: choiceQuestion.optional(),
  textQuestion: z.strictObject({ paragraph: z.boolean().optional() }).optional(),
  scaleQuestion: z
    .strictObject({
      low: z.int().optional(),
      high: z.int().optional(),
      lowLabel: z.string().optional(),
      highLabel: z.string().optional(),
    })
    .optional(),
  dateQuestion: z.strictObject({ includeTime: z.boolean().optional(), includeYear: z.boolean().optional() }).optional(),
  timeQuestion: z.strictObject({ duration: z.boolean().optional() }).optional(),
  ratingQuestion: z
    .strictObject({
      ratingScaleLevel: z.int().optional(),
      iconType: z.enum(['RATING_ICON_TYPE_UNSPECIFIED', 'STAR', 'HEART', 'THUMB_UP']).optional(),
    })
    .optional(),
  rowQuestion: z.strictObject({ title: z.string().optional() }).optional(),
  fileUploadQuestion: z
    .strictObject({
      folderId: z.string().optional(),
      types: z.array(z.string()).optional(),
      maxFiles: z.int().optional(),
      maxFileSize: z.string().optional(),
    })
    .optional(),
});

export const itemSchema = z.strictObject({
  itemId: z.string().optional(),
  title: z.string().optional(),
  description: z.string().optional(),
  questionItem: z.strictObject({ question: question.optional(), image: image.optional() }).optional(),
  questionGroupItem: z
    .strictObject({
      questions: z.array(question).optional(),
      image: image.optional(),
      grid: z.strictObject({ columns: choiceQuestion.optional(), shuffleQuestions: z.boolean().optional() }).optional(),
    })
    .optional(),
  pageBreakItem: empty.optional(),
  textItem: empty.optional(),
  imageItem: z.strictObject({ image: image.optional() }).optional(),
  videoItem: z.strictObject({ video: video.optional(), caption: z.string().optional() }).optional(),
});

export type WireItem = z.output<typeof itemSchema>;
export type Question = z.output<typeof question>;
export type ChoiceQuestion = z.output<typeof choiceQuestion>;
export type Option = z.output<typeof option>;

export const itemKinds = [
  'questionItem',
  'questionGroupItem',
  'pageBreakItem',
  'textItem',
  'imageItem',
  'videoItem',
] as const;
export const questionKinds = [
  'choiceQuestion',
  'textQuestion',
  'scaleQuestion',
  'dateQuestion',
  'timeQuestion',
  'ratingQuestion',
  'rowQuestion',
  'fileUploadQuestion',
] as const;

/** An item inside a form: it has its id, and so has every question in it. */
export type Item = WireItem & { itemId: string };

/** The questions of an item: one, a grid's rows, or none. */
export const questionsOf = (item: WireItem): Question[] =>
  item.questionItem?.question ? [item.questionItem.question] : (item.questionGroupItem?.questions ?? []);
