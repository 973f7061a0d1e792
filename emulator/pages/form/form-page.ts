import { html } from 'hono/html';
import type { Form } from '../../forms/form.ts';
import { type Item, questionsOf } from '../../forms/item-schema.ts';
import type { Html, Page } from '../page.ts';
import type { Faults } from './answer-faults.ts';
import { type Filling, fieldOf } from './filling.ts';
import { questionField } from './question-fields.ts';
import { askedBy, askedIn, type Section, sectionsOf } from './sections.ts';

type Shown = { form: Form; filling: Filling; at: number; faults: Faults; asksAddress: boolean };

/** One page of the form. The answers given elsewhere travel along in hidden fields. */
export function formPage(shown: Shown): Page {
  const { form, filling, at, faults, asksAddress } = shown;
  const sections = sectionsOf(form.content.items, filling.answers);
  const section = sections[at] ?? { items: [] };
  const isLast = at >= sections.length - 1;
  const { title } = form.content.info;
  const asksHere = asksAddress && at === 0;
  const body = html`<main class="form">
<form method="post" action="/forms/d/e/${form.publishedId}/formResponse" accept-charset="utf-8" novalidate>
<button class="unseen" name="go" value="${isLast ? 'submit' : 'next'}" tabindex="-1" aria-hidden="true">Tiếp</button>
<input type="hidden" name="at" value="${at}">
${hidden('edit2', filling.editing)}${asksHere ? '' : hidden('emailAddress', filling.email)}
${elsewhere(form, section, filling)}
${header(form, section, at)}
${filling.editing && html`<p class="card">Đang chỉnh sửa câu trả lời đã gửi.</p>`}
${sectionHeading(section)}
${asksHere ? addressField(filling, faults.get('emailAddress')) : ''}
${section.items.map((item) => itemBlock(item, filling, faults))}
${at >= sections.length ? html`<p class="card">Các câu hỏi đã được trả lời hết. Bấm Gửi để gửi câu trả lời.</p>` : ''}
<p class="buttons">${at > 0 ? html`<button class="second" name="go" value="back">Quay lại</button>` : ''}
<button name="go" value="${isLast ? 'submit' : 'next'}">${isLast ? 'Gửi' : 'Tiếp'}</button>
${form.presentation.hasProgressBar ? progress(at + 1, Math.max(sections.length, at + 1)) : ''}</p>
</form>${foot}</main>`;
  return { title: `${faults.size > 0 ? 'Lỗi: ' : ''}${title}`, styles: ['form.css'], body };
}

const progress = (page: number, pages: number): Html =>
  html`<span class="progress"><progress value="${page}" max="${pages}" aria-hidden="true"></progress> Trang ${page}/${pages}</span>`;

/** After sending. */
export function confirmationPage(form: Form, responseId: string): Page {
  const address = `/forms/d/e/${form.publishedId}/viewform`;
  const { title } = form.content.info;
  const { confirmation, hasLinkToAnswerAgain } = form.presentation;
  const body = html`<main class="form"><div class="card head"><h1>${title}</h1>
<p class="text">${confirmation}</p>
<p><a href="${address}?edit2=${encodeURIComponent(responseId)}">Chỉnh sửa câu trả lời</a></p>
${hasLinkToAnswerAgain ? html`<p><a href="${address}">Gửi câu trả lời khác</a></p>` : ''}</div>${foot}</main>`;
  return { title: `Đã gửi: ${title}`, styles: ['form.css'], body };
}

/** In the place of a form that takes no answers. */
export function closedPage(title: string, text: string): Page {
  const body = html`<main class="form"><div class="card head"><h1>${title}</h1><p>${text}</p></div>${foot}</main>`;
  return { title, styles: ['form.css'], body };
}

const foot = html`<p class="foot"><a href="/">Bàn làm việc</a></p>`;

const hidden = (name: string, value: string): Html | '' =>
  value === '' ? '' : html`<input type="hidden" name="${name}" value="${value}">`;

function elsewhere({ content }: Form, section: Section, { answers }: Filling): Html[] {
  const here = new Set(askedIn(section).map(({ question }) => question.questionId));
  const others = content.items.flatMap(questionsOf).filter(({ questionId }) => !here.has(questionId));
  return others.flatMap((question) =>
    (answers[question.questionId ?? ''] ?? []).map((value) => html`${hidden(fieldOf(question), value)}`),
  );
}

function header({ content }: Form, section: Section, at: number): Html {
  const { title, description } = content.info;
  const isAnyRequired = askedIn(section).some(({ question }) => question.required);
  return html`<div class="card head"><h1>${title}</h1>
${description && at === 0 ? html`<p class="text">${description}</p>` : ''}
${isAnyRequired ? html`<p class="star">* Câu hỏi bắt buộc</p>` : ''}</div>`;
}

const sectionHeading = ({ heading }: Section): Html | '' =>
  heading
    ? html`<div class="card section"><h2>${heading.title}</h2>${heading.description ? html`<p class="text">${heading.description}</p>` : ''}</div>`
    : '';

function addressField({ email }: Filling, fault: string | undefined): Html {
  return html`<div class="card ${fault === undefined ? '' : 'faulty'}">
<label for="emailAddress">E-mail <span class="star" aria-hidden="true">*</span></label>
<input type="email" id="emailAddress" name="emailAddress" value="${email}" autocomplete="email" aria-required="true" ${fault === undefined ? '' : html`aria-invalid="true" aria-describedby="emailAddress-fault" autofocus`}>
${fault !== undefined && html`<p class="fault" id="emailAddress-fault" role="alert">${fault}</p>`}</div>`;
}

function itemBlock(item: Item, { answers }: Filling, faults: Faults): Html {
  const { title = '', description = '' } = item;
  const asked = askedBy(item);
  const isGroup = item.questionGroupItem !== undefined;
  const words = html`<div class="card"><h2 class="item">${title}</h2>${description && html`<p class="text">${description}</p>`}</div>`;
  const fields = asked.map((one) =>
    questionField({
      asked: one,
      description: isGroup ? '' : description,
      values: answers[one.question.questionId ?? ''] ?? [],
      fault: faults.get(fieldOf(one.question)),
    }),
  );
  return html`${asked.length === 0 || isGroup ? words : ''}${fields}`;
}
