import { COUNTED } from '../domain/standing/round-figures.ts';
import { type Html, html } from '../shared/html.ts';
import { CONTENT_SECURITY_POLICY, STYLE } from './dashboard-style.ts';
import type { NextMail } from './next-mails.ts';
import type { OverdueTask } from './overdue-tasks.ts';
import type { DashboardView, Figure } from './plan-dashboard.ts';
import type { VerdictMatrix } from './plan-matrix.ts';
import { submissionChart } from './submission-chart.ts';
import { toneClass } from './tone.ts';

/** One page that needs no script, loads nothing, prints, and reads on a phone. */
export function dashboardPage(view: DashboardView): string {
  return html`<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${CONTENT_SECURITY_POLICY}">
<meta name="robots" content="noindex">
<title>${view.headline}</title>
<link rel="icon" href="data:,">
<style>${{ html: STYLE }}</style>
</head>
<body>
<main>
${opening(view)}
${section('can-xu-ly', 'Cần xử lý', view.stale.rounds === null ? attention(view.attention) : unknown())}
${view.visits.length > 0 ? section('lich-lam-viec', 'Lịch làm việc', html`<ul>${view.visits.map((line) => html`<li>${line}</li>\n`)}</ul>`) : ''}
${view.matrix.rows.length > 0 ? section('bang-muc', 'Từng đơn vị, từng mục đề cương', matrix(view.matrix)) : ''}
${view.chart ? section('bieu-do', 'Báo cáo gửi về so với thời hạn', submissionChart(view.chart)) : ''}
${section('nhiem-vu', 'Nhiệm vụ theo cách đếm của Văn phòng Chính phủ', tasks(view))}
${view.nextMails ? section('thu', 'Thư sắp tới', mails(view.nextMails)) : ''}
</main>
</body>
</html>
`.html;
}

function opening({ links, title, headline, asOf, basis, band, mailNote, figures }: DashboardView): Html {
  const ways = links.map(({ label, href }) => html`<a href="${href}">${label}</a> `);
  return html`${band === null ? '' : html`<p class="note ${toneClass('Lỗi')}" role="alert">${band}</p>`}
<p class="headline">${headline}</p>
<h1>${title}</h1>
<p>${basis}</p>
<p class="muted">${asOf}</p>
<p class="ways">${ways}</p>
${mailNote === null ? '' : html`<p class="note ${toneClass('Giữ lại')}">${mailNote}</p>`}
${figureList(figures)}`;
}

function figureList(figures: readonly Figure[]): Html {
  if (figures.length === 0) return html``;
  const cards = figures.map(
    ({ label, value, about }) =>
      html`<div><dt>${label}</dt><dd class="value">${value}</dd><dd class="muted">${about}</dd></div>\n`,
  );
  return html`<dl class="figures">${cards}</dl>`;
}

function section(id: string, title: string, content: Html): Html {
  return html`<section aria-labelledby="${id}">
<h2 id="${id}">${title}</h2>
${content}
</section>`;
}

/** In place of a sentence that would say all is well. */
function unknown(): Html {
  return html`<p>Chưa rõ cho tới khi đọc lại được bảng tính.</p>`;
}

function attention({ shown, left }: DashboardView['attention']): Html {
  if (shown.length === 0) return html`<p>Không có việc nào cần xử lý.</p>`;
  return html`<ul>${shown.map((line) => html`<li>${line}</li>\n`)}</ul>
${left > 0 ? html`<p class="muted">Còn ${left} việc nữa ở tab Theo dõi.</p>` : ''}`;
}

function matrix({ items, rows }: VerdictMatrix): Html {
  const head = items.map(({ item }) => html`<th scope="col">Mục ${item}</th>`);
  const body = rows.map(
    ({ unit, filing, timing, official, verdicts }) =>
      html`<tr><th scope="row">${unit}</th>${[filing, timing].map(toned)}<td>${official || '–'}</td>${verdicts.map(toned)}</tr>\n`,
  );
  return html`${box(
    'Kết quả kiểm tra từng mục đề cương của từng đơn vị',
    html`<table class="matrix"><thead><tr><th scope="col">Đơn vị</th><th scope="col">Tình trạng gửi</th><th scope="col">Thời hạn</th><th scope="col">Văn bản chính thức</th>${head}</tr></thead>
<tbody>${body}</tbody></table>`,
  )}
<ul class="items muted">${items.map(({ item, wording }) => html`<li>Mục ${item}: ${wording}</li>\n`)}</ul>`;
}

function toned(words: string): Html {
  return html`<td class="${toneClass(words)}">${words}</td>`;
}

/** A wide table scrolls here, so that the page never does; who has no mouse reaches it by the keyboard. */
function box(label: string, table: Html): Html {
  return html`<div class="box" role="region" aria-label="${label}" tabindex="0">${table}</div>`;
}

function tasks(view: DashboardView): Html {
  const { counts, overdueTasks, silentTasks, stale, tasksDue, tasksToDecide, overdueOfClosedRounds } = view;
  return html`${figureList(counts)}
<p class="muted">${COUNTED}.</p>
${silentTasks > 0 ? html`<p class="muted">Chưa đếm ${silentTasks} nhiệm vụ thuộc dữ liệu trước vận hành, chờ xác nhận.</p>` : ''}
${overdueOfClosedRounds > 0 ? html`<p class="muted">Trong số quá hạn có ${overdueOfClosedRounds} báo cáo của các kỳ đã đóng, không liệt kê ở bảng dưới.</p>` : ''}
${stale.tasks !== null ? unknown() : html`${overdueTasks.length === 0 ? html`<p>Không có nhiệm vụ nào${overdueOfClosedRounds > 0 ? ' khác' : ''} quá hạn.</p>` : overdueTable(overdueTasks)}${taskList('Sắp đến hạn', tasksDue)}${taskList('Chờ xác nhận', tasksToDecide)}`}`;
}

const MOST_LINES = 20;

function taskList(title: string, lines: readonly string[]): Html {
  if (lines.length === 0) return html``;
  const more = lines.length - MOST_LINES;
  return html`<h3>${title}</h3><ul>${lines.slice(0, MOST_LINES).map((line) => html`<li>${line}</li>\n`)}</ul>
${more > 0 ? html`<p class="muted">Còn ${more} việc nữa ở tab Tiến độ.</p>` : ''}`;
}

function overdueTable(overdue: readonly OverdueTask[]): Html {
  const rows = overdue.map(
    ({ id, summary, source, parties, deadline, state, units, more }) =>
      html`<tr><th scope="row">${id}</th><td class="wide">${summary}<br><span class="muted">${source}${parties && `; ${parties}`}</span></td><td>${deadline}</td>${toned(state)}<td class="wide">${units.join(', ')}${more > 0 ? ` và ${more} đơn vị khác` : ''}</td></tr>\n`,
  );
  return box(
    'Bảng nhiệm vụ quá hạn',
    html`<table><thead><tr><th scope="col">Nhiệm vụ</th><th scope="col">Nội dung</th><th scope="col">Hạn cuối</th><th scope="col">Trạng thái</th><th scope="col">Đơn vị chưa hoàn thành</th></tr></thead>
<tbody>${rows}</tbody></table>`,
  );
}

function mails({ shown, left }: NonNullable<DashboardView['nextMails']>): Html {
  if (shown.length === 0) return html`<p>Không có thư nào trong 60 ngày tới.</p>`;
  const rows = shown.map(
    ({ at, unit, kind, state, why }: NextMail) =>
      html`<tr><th scope="row" class="when">${at}</th><td>${unit}</td><td>${kind}</td>${toned(state)}<td class="wide">${why}</td></tr>\n`,
  );
  return html`${box(
    'Bảng thư sắp tới',
    html`<table><thead><tr><th scope="col">Dự kiến gửi</th><th scope="col">Đơn vị</th><th scope="col">Loại thư</th><th scope="col">Trạng thái</th><th scope="col">Vì sao</th></tr></thead>
<tbody>${rows}</tbody></table>`,
  )}
${left > 0 ? html`<p class="muted">Còn ${left} thư nữa ở tab Lịch thư.</p>` : ''}`;
}
