import { html } from 'hono/html';
import type { ParsedMessage } from '../../inbox/message.ts';
import { shortTime } from '../local-time.ts';
import { type Html, type Page, workspaceBar } from '../page.ts';

const subjectOf = ({ subject }: ParsedMessage) => subject || '(không có tiêu đề)';

/** Newest first. */
export function inboxPage(messages: readonly ParsedMessage[]): Page {
  const rows = messages.map((message, n) => row(message, n)).reverse();
  const table = html`<div class="scroll" tabindex="0" role="region" aria-label="Danh sách thư"><table class="mails">
<thead><tr><th scope="col">Tiêu đề</th><th scope="col">Người nhận</th><th scope="col">Nhận lúc</th><th scope="col">Tệp</th></tr></thead>
<tbody>${rows}</tbody></table></div>`;
  const body = html`${workspaceBar('inbox')}
<main><h1>Hộp thư</h1>
<p class="muted">Mọi thư gửi qua máy chủ này đều dừng lại ở đây, không tới tay ai.</p>
${messages.length === 0 ? html`<p>Chưa có thư nào.</p>` : table}</main>`;
  return { title: 'Hộp thư', styles: ['inbox.css'], body };
}

const row = (message: ParsedMessage, n: number): Html => html`<tr>
<td><a href="/inbox/${n}">${subjectOf(message)}</a></td>
<td>${message.envelope.to.join(', ')}</td>
<td><time datetime="${message.receivedAt}">${shortTime(message.receivedAt)}</time></td>
<td>${message.attachments.length || ''}</td></tr>`;

export function messagePage(message: ParsedMessage, n: number): Page {
  const body = html`${workspaceBar('inbox')}
<main><h1>${subjectOf(message)}</h1>
<dl class="facts">
<dt>Từ</dt><dd>${message.from}</dd>
<dt>Tới</dt><dd>${message.to.join(', ')}</dd>
<dt>Nhận lúc</dt><dd><time datetime="${message.receivedAt}">${shortTime(message.receivedAt)}</time></dd>
</dl>
${attachments(message, n)}
${message.html && html`<iframe class="mail" title="Nội dung thư" sandbox="allow-popups allow-popups-to-escape-sandbox" src="/inbox/${n}/html"></iframe>`}
<details ${message.html ? '' : 'open'}><summary>Phần văn bản thuần</summary><pre tabindex="0">${message.text}</pre></details>
<details><summary>Các dòng đầu thư</summary><div class="scroll" tabindex="0" role="region" aria-label="Các dòng đầu thư"><table><tbody>${Object.entries(message.headers).map(header)}</tbody></table></div></details>
<p><a href="/_emulator/mail/${n}/raw" download="thu-${n}.eml">Tải thư gốc (.eml)</a></p>
</main>`;
  return { title: subjectOf(message), styles: ['inbox.css'], body };
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
