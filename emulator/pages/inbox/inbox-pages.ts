import { html } from 'hono/html';
import type { ParsedMessage } from '../../inbox/message.ts';
import { shortTime } from '../local-time.ts';
import { type Html, type Page, workspaceBar } from '../page.ts';

/** No script; the page around it may only look how high the mail is. */
export const FRAME_MAY = 'allow-same-origin allow-popups allow-popups-to-escape-sandbox';

const subjectOf = ({ subject }: ParsedMessage) => subject || '(không có tiêu đề)';

/** What one looks for: mails to an address, of a kind, with a text in subject or address. Empty ones say nothing. */
export type Wanted = { to: string; kind: string; text: string };

/** The part in brackets before a subject, without what changes from mail to mail, as a day; '' when there is none. */
const kindOf = ({ subject }: ParsedMessage): string => (/^\[([^\]\d]+)/.exec(subject)?.[1] ?? '').trim();

const isWanted = (message: ParsedMessage, { to, kind, text }: Wanted): boolean =>
  (to === '' || message.envelope.to.includes(to)) &&
  (kind === '' || kindOf(message) === kind) &&
  folded(`${message.subject} ${message.envelope.to.join(' ')}`).includes(folded(text));

const folded = (text: string): string => text.normalize('NFC').toLocaleLowerCase('vi');

/** Newest first. */
export function inboxPage(messages: readonly ParsedMessage[], wanted: Wanted): Page {
  const rows = messages.flatMap((message, n) => (isWanted(message, wanted) ? [row(message, n)] : [])).reverse();
  const table = html`<div class="scroll" tabindex="0" role="region" aria-label="Danh sách thư"><table class="mails">
<thead><tr><th scope="col">Tiêu đề</th><th scope="col">Người nhận</th><th scope="col">Nhận lúc</th><th scope="col">Tệp</th></tr></thead>
<tbody>${rows}</tbody></table></div>`;
  const none = messages.length === 0 ? 'Chưa có thư nào.' : 'Không có thư nào như vậy.';
  const body = html`${workspaceBar('inbox')}
<main><h1>Hộp thư</h1>
<p class="muted">Mọi thư gửi qua máy chủ này đều dừng lại ở đây, không tới tay ai.</p>
${messages.length > 0 ? filterForm(messages, wanted, rows.length) : ''}
${rows.length === 0 ? html`<p>${none}</p>` : table}</main>`;
  return { title: 'Hộp thư', styles: ['inbox.css'], body };
}

function filterForm(messages: readonly ParsedMessage[], { to, kind, text }: Wanted, shown: number): Html {
  const isFiltered = shown < messages.length;
  return html`<form class="filter" role="search">
<label>Chữ trong tiêu đề, địa chỉ <input type="search" name="text" value="${text}" placeholder="ví dụ Huế"></label>
<label>Loại thư <select name="kind">${options(messages.map(kindOf), kind)}</select></label>
<label>Người nhận <select name="to">${options(
    messages.flatMap(({ envelope }) => envelope.to),
    to,
  )}</select></label>
<button class="second">Lọc</button>
${isFiltered ? html`<p>${shown}/${messages.length} thư. <a href="/inbox">Bỏ lọc</a></p>` : html`<p class="muted">${shown} thư.</p>`}</form>`;
}

/** Each once, in the order of the alphabet. */
const options = (values: readonly string[], chosen: string): Html =>
  html`<option value="">tất cả</option>${[...new Set(values)]
    .filter((value) => value !== '')
    .sort((a, b) => a.localeCompare(b, 'vi'))
    .map((value) => html`<option ${value === chosen ? 'selected' : ''}>${value}</option>`)}`;

const row = (message: ParsedMessage, n: number): Html => html`<tr>
<td><a href="/inbox/${n}">${subjectOf(message)}</a></td>
<td>${message.envelope.to.join(', ')}</td>
<td><time datetime="${message.receivedAt}">${shortTime(message.receivedAt)}</time></td>
<td>${message.attachments.length > 0 ? html`${message.attachments.length}<span class="word"> tệp</span>` : ''}</td></tr>`;

export function messagePage(message: ParsedMessage, n: number): Page {
  const body = html`${workspaceBar('inbox')}
<main><h1>${subjectOf(message)}</h1>
<dl class="facts">
<dt>Từ</dt><dd>${message.from}</dd>
<dt>Tới</dt><dd>${message.to.join(', ')}</dd>
<dt>Nhận lúc</dt><dd><time datetime="${message.receivedAt}">${shortTime(message.receivedAt)}</time></dd>
</dl>
${attachments(message, n)}
${message.html && html`<iframe class="mail" title="Nội dung thư" sandbox="${FRAME_MAY}" src="/inbox/${n}/html"></iframe>`}
<details ${message.html ? '' : 'open'}><summary>Phần văn bản thuần</summary><pre tabindex="0">${message.text}</pre></details>
<details><summary>Các dòng đầu thư</summary><div class="scroll" tabindex="0" role="region" aria-label="Các dòng đầu thư"><table><tbody>${Object.entries(message.headers).map(header)}</tbody></table></div></details>
<p><a href="/_emulator/mail/${n}/raw" download="thu-${n}.eml">Tải thư gốc (.eml)</a></p>
</main>`;
  const scripts = message.html ? ['inbox.js'] : [];
  return { title: subjectOf(message), styles: ['inbox.css'], scripts, body };
}

const header = ([name, value]: [string, string | string[]]): Html =>
  html`${[value].flat().map((line) => html`<tr><th scope="row">${name}</th><td>${line}</td></tr>`)}`;

function attachments({ attachments: files }: ParsedMessage, n: number): Html | '' {
  if (files.length === 0) return '';
  return html`<h2>Tệp đính kèm</h2><ul>${files.map(
    ({ filename, size }, i) =>
      html`<li><a href="/inbox/${n}/attachments/${i}">${filename || 'Không tên'}</a> <span class="muted">${kilobytes(size)}</span></li>`,
  )}</ul>`;
}

const kilobytes = (size: number) => `${(size / 1024).toLocaleString('vi-VN', { maximumFractionDigits: 1 })} KB`;
