import { invalidArgument } from '../google-error.ts';
import { checkChoices, checkGridColumns } from './check-choices.ts';
import { checkLine } from './check-line.ts';
import type { ItemRules } from './item-rules.ts';
import { itemKinds, type Question, questionKinds, type WireItem } from './item-schema.ts';

/** @throws GoogleError for an item that the Forms API would not put into a form */
export function checkItem(item: WireItem, rules: ItemRules): void {
  const kinds = itemKinds.filter((kind) => item[kind] !== undefined);
  if (kinds.length !== 1) throw invalidArgument('Exactly one kind of item must be set.');
  checkLine(item.title);
  const { questionItem, questionGroupItem, imageItem, videoItem } = item;
  if (questionItem) checkQuestion(questionItem.question, rules);
  if (questionGroupItem) checkGrid(questionGroupItem, rules);
  if (imageItem && !imageItem.image?.sourceUri) throw invalidArgument('ImageItem.image.source_uri is required.');
  if (videoItem && !videoItem.video?.youtubeUri) throw invalidArgument('VideoItem.video.youtube_uri is required.');
}

function checkQuestion(question: Question | undefined, rules: ItemRules): void {
  const kinds = questionKinds.filter((kind) => question?.[kind] !== undefined);
  if (question === undefined || kinds.length !== 1) throw invalidArgument('Exactly one kind of question must be set.');
  if (question.fileUploadQuestion) throw invalidArgument('Creating file upload questions is not supported.');
  if (question.rowQuestion) throw invalidArgument('RowQuestion is only allowed in a QuestionGroupItem.');
  if (question.choiceQuestion) checkChoices(question.choiceQuestion, rules);
  if (question.scaleQuestion) checkScale(question.scaleQuestion);
  if (question.ratingQuestion) checkRating(question.ratingQuestion);
}

function checkScale({ low = 0, high = 0, lowLabel, highLabel }: NonNullable<Question['scaleQuestion']>): void {
  if (low > 1 || low < 0) throw invalidArgument('ScaleQuestion.low must be 0 or 1.');
  if (high < 2 || high > 10) throw invalidArgument('ScaleQuestion.high must be between 2 and 10.');
  checkLine(lowLabel);
  checkLine(highLabel);
}

function checkRating({ ratingScaleLevel = 0 }: NonNullable<Question['ratingQuestion']>): void {
  if (ratingScaleLevel < 3 || ratingScaleLevel > 10) {
    throw invalidArgument('RatingQuestion.rating_scale_level must be between 3 and 10.');
  }
}

function checkGrid({ questions = [], grid }: NonNullable<WireItem['questionGroupItem']>, rules: ItemRules): void {
  if (questions.length === 0) throw invalidArgument('QuestionGroupItem.questions is required.');
  for (const { rowQuestion } of questions) {
    if (!rowQuestion?.title) throw invalidArgument('Every question of a grid must be a RowQuestion with a title.');
    checkLine(rowQuestion.title);
  }
  if (!grid?.columns) throw invalidArgument('Grid.columns is required.');
  checkGridColumns(grid.columns, rules);
}
