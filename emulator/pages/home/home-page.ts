import { html } from 'hono/html';
import { type Form, responderUriOf } from '../../forms/form.ts';
import { longTime, shortTime } from '../local-time.ts';
import { type Html, type Page, workspaceBar } from '../page.ts';
import type { Entry, PagesContext } from '../pages-context.ts';
import { moves } from './clock-moves.ts';
import { type Block, linksBlock } from './links-block.ts';

type Told = { timeline: readonly Entry[]; mails: number; blocks: readonly Block[]; hasNext: boolean };

export function homePage(context: PagesContext, { timeline, mails, blocks, hasNext }: Told): Page {
  const body = html`${workspaceBar('home')}
<main>
<h1>Bàn làm việc</h1>
${blocks.filter(({ isInOrder }) => isInOrder).map(linksBlock)}
<div class="columns">
<div>${clockBlock(context, hasNext)}${runBlock(context)}</div>
<div>${filesBlock(context)}${blocks.filter(({ isInOrder }) => !isInOrder).map(linksBlock)}
<section><h2>Hộp thư</h2>
<p>${mails === 0 ? 'Chưa có thư nào.' : html`<a href="/inbox">${mails} thư đã nhận</a>`}</p></section></div>
</div>
${timelineBlock(timeline)}
</main>`;
  return { title: 'Bàn làm việc', styles: ['home.css'], body };
}

function clockBlock({ clock, runners }: PagesContext, hasNext: boolean): Html {
  const sync = runners.find(({ name }) => name === 'sync');
  const now = clock.now();
  return html`<section><h2>Đồng hồ</h2>
<p class="clock"><time datetime="${now}">${longTime(now)}</time></p>
<p class="muted">Giờ Việt Nam. ${clock.isStanding() ? 'Đồng hồ đứng yên cho tới khi được chuyển.' : 'Đồng hồ chạy theo máy.'}</p>
<form method="post" action="/clock">
${sync && html`<p><label><input type="checkbox" name="run" value="${sync.name}" checked> và chạy đồng bộ</label></p>`}
<p class="buttons">${Object.entries(moves).map(([name, { label }]) => html`<button class="${name === 'morning' ? '' : 'second'}" name="to" value="${name}">${label}</button> `)}
${hasNext ? html`<button class="second" name="to" value="next">Việc kế tiếp</button>` : ''}
<button class="second" name="to" value="machine">Theo giờ máy</button></p>
</form>
<form method="post" action="/clock" class="line">
<label for="at">Đặt giờ</label>
<input id="at" name="at" value="${shortTime(now)}" size="16" inputmode="numeric" required>
${sync && html`<label><input type="checkbox" name="run" value="${sync.name}" checked> và chạy đồng bộ</label>`}
<button class="second">Đặt</button>
</form></section>`;
}

function runBlock({ runners, journal }: PagesContext): Html | '' {
  if (runners.length === 0) return '';
  const last = journal.list().findLast(({ who }) => who === 'run');
  const buttons = runners.map(
    ({ name, label, about }, index) =>
      html`<form method="post" action="/run/${encodeURIComponent(name)}"><button class="${index === 0 ? '' : 'second'}">${label}</button>${about ? html` <span class="muted">${about}</span>` : ''}</form>`,
  );
  return html`<section><h2>Chạy ngay</h2>
<div class="runs">${buttons}</div>
${last ? html`<p class="last ${last.isRefused ? 'refused' : ''}" role="status">Lần chạy gần nhất, ${shortTime(last.at)} · ${last.text}.</p>` : ''}</section>`;
}

function filesBlock({ sheets, forms, origin }: PagesContext): Html {
  const books = [...sheets.spreadsheets().values()];
  const shown = [...forms.store.all()];
  return html`<section><h2>Bảng tính và biểu mẫu</h2>
${books.length + shown.length === 0 ? html`<p>Chưa có tệp nào.</p>` : ''}
<ul class="files">
${books.map(({ id, properties }) => html`<li><a href="/spreadsheets/d/${id}/edit">${properties.title}</a> <span class="muted">bảng tính</span></li>`)}
${shown.map(
  (form) =>
    html`<li><a href="${responderUriOf(form, origin())}">${form.content.info.title}</a> <span class="muted">biểu mẫu · ${stateOf(form.publishState)} · ${form.responses.size} câu trả lời</span></li>`,
)}
</ul></section>`;
}

function stateOf({ isPublished, isAcceptingResponses }: Form['publishState']) {
  if (!isPublished) return 'chưa công bố';
  return isAcceptingResponses ? 'đang nhận' : 'đã đóng';
}

const actors: Record<Entry['who'], string> = {
  program: 'Chương trình',
  person: 'Người dùng',
  city: 'Biểu mẫu',
  mail: 'Thư',
  clock: 'Đồng hồ',
  run: 'Chạy ngay',
};

function timelineBlock(timeline: readonly Entry[]): Html {
  return html`<section id="nhat-ky"><h2>Đã xảy ra</h2>
${timeline.length === 0 ? html`<p>Chưa có gì.</p>` : ''}
<ol class="timeline">${timeline.map(
    ({ at, who, text, href, detail, isRefused }) => html`<li class="${isRefused ? 'refused' : ''}">
<time datetime="${at}">${shortTime(at)}</time> <span class="who">${actors[who]}</span>
<span class="what">${href ? html`<a href="${href}">${text}</a>` : text}
${detail && html`<details><summary>Chi tiết</summary><pre tabindex="0">${detail}</pre></details>`}</span></li>`,
  )}</ol></section>`;
}
