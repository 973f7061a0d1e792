import type { Context, Hono } from 'hono';
import { mayAnswer } from '../../drive/access.ts';
import type { Form } from '../../forms/form.ts';
import { answerPage, noticePage } from '../page.ts';
import type { PagesContext } from '../pages.ts';
import type { Faults } from './answer-faults.ts';
import { type Filling, fillingOf, readFilling } from './filling.ts';
import { closedPage, confirmationPage, formPage } from './form-page.ts';
import { nextStep, type Sent } from './next-step.ts';

/** The form as people answer it, at the address the API gives as `responderUri`. */
export function routeForm(app: Hono, { forms }: PagesContext): void {
  const path = '/forms/d/e/:publishedId';

  app.get(`${path}/viewform`, (c) =>
    withOpenForm(c, (form) => {
      const fields = new URL(c.req.url).searchParams;
      const responseId = fields.get('edit2');
      const filling = responseId === null ? readFilling(form, fields) : fillingOf(form, responseId);
      if (!filling)
        return answerPage(c, closedPage(form.content.info.title, 'Không tìm thấy câu trả lời để chỉnh sửa.'), 404);
      return answerPage(c, formPage({ form, filling, at: 0, faults: new Map(), asksAddress: asksAddress(form) }));
    }),
  );

  app.post(`${path}/formResponse`, (c) =>
    withOpenForm(c, async (form) => {
      const fields = await postedFields(c);
      const sent = readSent(form, fields);
      const step = nextStep(form, sent, faultsOfAddress(form, sent.filling));
      if (step.kind === 'show') {
        return answerPage(c, formPage({ form, filling: sent.filling, ...step, asksAddress: asksAddress(form) }));
      }
      const { answers, email, editing } = step.filling;
      if (editing && !form.responses.has(editing)) {
        return answerPage(c, closedPage(form.content.info.title, 'Không tìm thấy câu trả lời để chỉnh sửa.'), 404);
      }
      const { responseId } = forms.submit(form, {
        answers,
        respondentEmail: email || undefined,
        responseId: editing || undefined,
      });
      return c.redirect(`/forms/d/e/${form.publishedId}/confirmation?edit2=${encodeURIComponent(responseId)}`, 303);
    }),
  );

  app.get(`${path}/confirmation`, (c) =>
    withForm(c, (form) => {
      const responseId = c.req.query('edit2') ?? '';
      if (!form.responses.has(responseId)) return noSuchForm(c);
      return answerPage(c, confirmationPage(form, responseId));
    }),
  );

  type Answer = Response | Promise<Response>;
  function withForm(c: Context, answer: (form: Form) => Answer): Answer {
    const form = forms.store.findPublished(c.req.param('publishedId') ?? '');
    return form ? answer(form) : noSuchForm(c);
  }
  function withOpenForm(c: Context, answer: (form: Form) => Answer): Answer {
    return withForm(c, (form) => {
      const { isPublished, isAcceptingResponses } = form.publishState;
      const { title } = form.content.info;
      if (!isPublished) return answerPage(c, closedPage(title, 'Biểu mẫu này chưa được công bố.'), 403);
      if (!isAcceptingResponses) return answerPage(c, closedPage(title, 'Biểu mẫu này không còn nhận câu trả lời.'));
      const isShared = forms.store.fileOf(form).permissions.some(({ view }) => view === 'published');
      if (!isShared)
        return answerPage(
          c,
          closedPage(title, 'Cần đăng nhập bằng tài khoản được cấp quyền để trả lời biểu mẫu này.'),
          403,
        );
      return answer(form);
    });
  }

  /** The form keeps an address, or is shared with some people only. */
  function asksAddress(form: Form): boolean {
    const keeps = form.content.settings.emailCollectionType !== 'DO_NOT_COLLECT';
    return keeps || !mayAnswer(forms.store.fileOf(form), undefined);
  }
  function faultsOfAddress(form: Form, { email }: Filling): Faults {
    if (!asksAddress(form)) return new Map();
    if (email === '') return new Map([['emailAddress', 'Đề nghị ghi địa chỉ e-mail.']]);
    const may = mayAnswer(forms.store.fileOf(form), email);
    return new Map(may ? [] : [['emailAddress', 'Biểu mẫu chưa được chia sẻ với địa chỉ này.']]);
  }
}

const noSuchForm = (c: Context) =>
  answerPage(c, noticePage('Không có biểu mẫu này', 'Đề nghị kiểm tra lại đường dẫn.'), 404);

async function postedFields(c: Context): Promise<URLSearchParams> {
  const fields = new URLSearchParams();
  for (const [name, value] of await c.req.formData()) {
    if (typeof value === 'string') fields.append(name, value);
  }
  return fields;
}

/** Without a page it was sent from it is the whole form, as programs send it. */
function readSent(form: Form, fields: URLSearchParams): Sent {
  const cleared = fields.get('clear');
  if (cleared !== null) fields.delete(cleared);
  const filling = readFilling(form, fields);
  const at = /^\d{1,3}$/.test(fields.get('at') ?? '') ? Number(fields.get('at')) : undefined;
  if (cleared !== null) return { filling, at, go: 'stay' };
  // The button pressed comes last; the hidden one that catches the Enter key may come first.
  const go = fields.getAll('go').at(-1);
  return { filling, at, go: go === 'back' || go === 'next' ? go : 'submit' };
}
