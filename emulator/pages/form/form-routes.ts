import type { Context, Hono } from 'hono';
import type { FormsService } from '../../forms/forms-service.ts';
import { answerPage, noticePage } from '../page.ts';
import type { PagesContext } from '../pages-context.ts';
import { type Filling, fillingOf, readFilling } from './filling.ts';
import { asksAddress, closedBecause, faultsOfAddress, type Shared } from './form-access.ts';
import { closedPage, confirmationPage, formPage } from './form-page.ts';
import { nextStep } from './next-step.ts';
import { readSent } from './read-sent.ts';

const path = '/forms/d/e/:publishedId';

/** The form as people answer it, at the address the API gives as `responderUri`. */
export function routeForm(app: Hono, { forms }: PagesContext): void {
  app.get(`${path}/viewform`, (c) => {
    const shared = sharedForm(c, forms);
    return shared ? (answerClosed(c, shared) ?? begin(c, shared)) : noSuchForm(c);
  });
  app.post(`${path}/formResponse`, (c) => {
    const shared = sharedForm(c, forms);
    return shared ? (answerClosed(c, shared) ?? goOn(c, shared, forms)) : noSuchForm(c);
  });
  app.get(`${path}/confirmation`, (c) => {
    const form = sharedForm(c, forms)?.form;
    const responseId = c.req.query('edit2') ?? '';
    return form?.responses.has(responseId) ? answerPage(c, confirmationPage(form, responseId)) : noSuchForm(c);
  });
}

function sharedForm(c: Context, { store }: FormsService): Shared | undefined {
  const form = store.findPublished(c.req.param('publishedId') ?? '');
  return form && { form, file: store.fileOf(form) };
}

/** The first page: prefilled by its address, or with the answers of the response that is to be changed. */
function begin(c: Context, shared: Shared) {
  const { form } = shared;
  const fields = new URL(c.req.url).searchParams;
  const responseId = fields.get('edit2');
  const filling = responseId === null ? readFilling(form, fields) : fillingOf(form, responseId);
  if (!filling) return noSuchResponse(c, shared);
  return answerPage(c, formPage({ form, filling, at: 0, faults: new Map(), asksAddress: asksAddress(shared) }));
}

async function goOn(c: Context, shared: Shared, forms: FormsService) {
  const { form } = shared;
  const sent = await readSent(c, form);
  if (sent.filling.editing && !form.responses.has(sent.filling.editing)) return noSuchResponse(c, shared);
  const step = nextStep(form, sent, faultsOfAddress(shared, sent.filling.email));
  if (step.kind === 'show') {
    return answerPage(c, formPage({ form, filling: sent.filling, ...step, asksAddress: asksAddress(shared) }));
  }
  const { responseId } = forms.submit(form, submissionOf(step.filling));
  return c.redirect(`/forms/d/e/${form.publishedId}/confirmation?edit2=${encodeURIComponent(responseId)}`, 303);
}

const submissionOf = ({ answers, email, editing }: Filling) => ({
  answers,
  respondentEmail: email || undefined,
  responseId: editing || undefined,
});

/** Nothing, while the form is open. */
function answerClosed(c: Context, shared: Shared) {
  const reason = closedBecause(shared);
  return reason && answerPage(c, closedPage(shared.form.content.info.title, reason.words), reason.status);
}

const noSuchForm = (c: Context) =>
  answerPage(c, noticePage('Không có biểu mẫu này', 'Đề nghị kiểm tra lại đường dẫn.'), 404);
const noSuchResponse = (c: Context, { form }: Shared) =>
  answerPage(c, closedPage(form.content.info.title, 'Không tìm thấy câu trả lời để chỉnh sửa.'), 404);
