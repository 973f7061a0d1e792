import type { ServiceContext } from '../service.ts';
import type { Item } from './item-schema.ts';
import { withoutDefaults } from './proto-json.ts';
import type { PublishState, Settings } from './request-schema.ts';
import type { StoredResponse } from './responses/stored-response.ts';
import type { Watch } from './watches/watch.ts';

/** What a batch update can change; it is replaced whole or not at all. */
export type FormContent = {
  info: { title: string; documentTitle: string; description?: string | undefined };
  settings: Settings;
  items: Item[];
};

/** What its owner sets by hand in the editor: the API neither shows nor sets it. */
export type Presentation = {
  hasProgressBar: boolean;
  /** Shown after sending. */
  confirmation: string;
  hasLinkToAnswerAgain: boolean;
};

/** As Google makes a form. */
export const newPresentation: Presentation = {
  hasProgressBar: false,
  confirmation: 'Câu trả lời của bạn đã được ghi lại.',
  hasLinkToAnswerAgain: true,
};

/** A form and everything that hangs on it. */
export type Form = {
  formId: string;
  /** The id in the address people open; it is never the form's own. */
  publishedId: string;
  content: FormContent;
  /** Rises by one with every batch update. Publishing and sharing leave it. */
  revision: number;
  /** When each revision came to be, in milliseconds of the emulator's clock. */
  revisionTimes: Map<number, number>;
  publishState: PublishState;
  presentation: Presentation;
  responses: Map<string, StoredResponse>;
  watches: Map<string, Watch>;
};

/** Eight hex digits, as seen live. */
export const revisionIdOf = (revision: number): string => revision.toString(16).padStart(8, '0');

/**
 * The Form as the API shows it. Whether it shows what it was sent to the letter is not known: under `forms.items-tidied`
 * runs of white space are one blank, and an option that leads to the very next section says so without naming it.
 */
export function renderForm(form: Form, { origin, switches }: Pick<ServiceContext, 'origin' | 'switches'>): object {
  const isTidied = switches.get('forms.items-tidied') === true;
  const { info, settings, items } = isTidied ? tidied(form.content) : form.content;
  return withoutDefaults({
    formId: form.formId,
    info,
    settings,
    revisionId: revisionIdOf(form.revision),
    responderUri: responderUriOf(form, origin()),
    items,
    publishSettings: { publishState: form.publishState },
  });
}

function tidied({ info, settings, items }: FormContent): FormContent {
  const tidy = <T extends { title?: string | undefined; description?: string | undefined }>(one: T): T => ({
    ...one,
    ...(one.title !== undefined && { title: oneLine(one.title) }),
    ...(one.description !== undefined && { description: oneLine(one.description) }),
  });
  return {
    info: tidy(info),
    settings,
    items: items.map((item, index) => tidy(leadingOn(item, items.slice(index + 1)))),
  };
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

function leadingOn(item: Item, after: readonly Item[]): Item {
  const choice = item.questionItem?.question?.choiceQuestion;
  const next = after.find(({ pageBreakItem }) => pageBreakItem)?.itemId;
  if (!choice?.options || next === undefined) return item;
  const options = choice.options.map(({ goToSectionId, ...option }) => {
    if (goToSectionId === next) return { ...option, goToAction: 'NEXT_SECTION' as const };
    return { ...option, ...(goToSectionId !== undefined && { goToSectionId }) };
  });
  const question = { ...item.questionItem?.question, choiceQuestion: { ...choice, options } };
  return { ...item, questionItem: { ...item.questionItem, question } };
}

/** Where people open the form. */
export const responderUriOf = ({ publishedId }: Form, origin: string): string =>
  `${origin}/forms/d/e/${publishedId}/viewform`;
