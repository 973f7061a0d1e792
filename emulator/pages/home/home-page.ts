import { html } from 'hono/html';
import { type Form, responderUriOf } from '../../forms/form.ts';
import { longTime, shortTime } from '../local-time.ts';
import { type Html, type Page, workspaceBar } from '../page.ts';
import type { Entry, PagesContext } from '../pages-context.ts';
import { moves } from './clock-moves.ts';
import { type Block, type Intro, linksBlock } from './links-block.ts';
import { timelineBlock } from './timeline-block.ts';

type Told = {
  intro: Intro;
  timeline: readonly Entry[];
  mails: number;
  blocks: readonly Block[];
  /** When the program will next have something to do. */
  next: string | undefined;
};

/** What is done here shows at once below the headline: the page begins there after each button. */
export function homePage(context: PagesContext, { intro, timeline, mails, blocks, next }: Told): Page {
  const steps = blocks.filter(({ isInOrder }) => isInOrder);
  const body = html`${workspaceBar('home')}
<main>
<h1>${intro.title}</h1>
<p class="muted about">${intro.about}</p>
${intro.headline ? html`<p class="headline">${intro.headline}</p>` : ''}
${lastRun(context)}
<div class="columns">
<div>${runBlock(context)}${clockBlock(context, next)}</div>
<div>${steps.map(linksBlock)}</div>
</div>
<div class="columns">
<div>${filesBlock(context)}
<section><h2>Hộp thư</h2>
<p>${mails === 0 ? 'Chưa có thư nào.' : html`<a href="/inbox">${mails} thư đã nhận</a>`}</p></section></div>
<div>${blocks.filter(({ isInOrder }) => !isInOrder).map(linksBlock)}</div>
</div>
${timelineBlock(timeline)}
</main>`;
  return { title: intro.title, styles: ['home.css'], body };
}

/** One form: whichever button is pressed, the box says whether the sync follows. Enter in the field sets the time. */
function clockBlock({ clock, runners }: PagesContext, next: string | undefined): Html {
  const sync = runners.find(({ name }) => name === 'sync');
  const now = clock.now();
  const button = (name: string, label: string) =>
    html`<button class="second" name="to" value="${name}">${label}</button> `;
  return html`<section><h2>Đồng hồ</h2>
<p class="clock"><time datetime="${now}">${longTime(now)}</time></p>
<form method="post" action="/clock">
<button class="unseen" tabindex="-1" aria-hidden="true">Đặt</button>
<p class="buttons"><button name="to" value="next" ${next === undefined ? 'disabled' : ''}>Việc kế tiếp</button>
<span class="muted">${next === undefined ? 'không còn việc nào được hẹn' : longTime(next)}</span></p>
<p class="buttons">${Object.entries(moves).map(([name, { label }]) => button(name, label))}</p>
<p class="line"><label for="at">Đặt giờ</label>
<input id="at" name="at" value="${shortTime(now)}" size="16" inputmode="numeric" required>
<button class="second">Đặt</button></p>
<p class="line">${button('machine', 'Theo giờ máy')}<span class="muted">${clock.isStanding() ? 'đồng hồ đang đứng yên; bấm thì về giờ thật của máy này và tự chạy' : 'đồng hồ đang chạy theo giờ thật của máy này'}</span></p>
${sync && html`<p><label><input type="checkbox" name="run" value="${sync.name}" checked> Chuyển giờ xong thì chạy ${sync.label}</label></p>`}
</form></section>`;
}

function lastRun({ journal }: PagesContext): Html | '' {
  const last = journal.list().findLast(({ who }) => who === 'run');
  return last
    ? html`<p class="last ${last.isRefused ? 'refused' : ''}" role="status">Lần chạy gần nhất, ${shortTime(last.at)} · ${last.text}.</p>`
    : '';
}

function runBlock({ runners }: PagesContext): Html | '' {
  if (runners.length === 0) return '';
  const buttons = runners.map(
    ({ name, label, about }, index) =>
      html`<form method="post" action="/run/${encodeURIComponent(name)}"><button class="${index === 0 ? '' : 'second'}">${label}</button>${about ? html` <span class="muted">${about}</span>` : ''}</form>`,
  );
  return html`<section><h2>Chạy ngay</h2>
<div class="runs">${buttons}</div></section>`;
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
