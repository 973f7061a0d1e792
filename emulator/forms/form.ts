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

/** The Form as the API shows it. */
export function renderForm(form: Form, origin: string): object {
  const { info, settings, items } = form.content;
  return withoutDefaults({
    formId: form.formId,
    info,
    settings,
    revisionId: revisionIdOf(form.revision),
    responderUri: responderUriOf(form, origin),
    items,
    publishSettings: { publishState: form.publishState },
  });
}

/** Where people open the form. */
export const responderUriOf = ({ publishedId }: Form, origin: string): string =>
  `${origin}/forms/d/e/${publishedId}/viewform`;
