import { html } from 'hono/html';
import { shortTime } from '../local-time.ts';
import type { Html } from '../page.ts';
import type { Entry } from '../pages-context.ts';

const actors: Record<Entry['who'], string> = {
  program: 'Chương trình',
  person: 'Người dùng',
  city: 'Biểu mẫu',
  mail: 'Thư',
  clock: 'Đồng hồ',
  run: 'Chạy ngay',
};

/** Entries of a day that stand open; the rest of it, and earlier days, unfold. */
const OPEN = 12;

/** What happened, newest first: the latest day open, the days before it folded. */
export function timelineBlock(timeline: readonly Entry[]): Html {
  const [latest, ...earlier] = [...Map.groupBy(timeline, ({ at }) => shortTime(at).slice(0, 10))];
  return html`<section id="nhat-ky"><h2>Đã xảy ra</h2>
${latest ? dayBlock(latest) : html`<p>Chưa có gì.</p>`}
${earlier.map(([day, entries]) => folded(`Ngày ${day}: ${entries.length} việc`, entries))}</section>`;
}

function dayBlock([, entries]: [string, readonly Entry[]]): Html {
  const rest = entries.slice(OPEN);
  return html`${list(entries.slice(0, OPEN))}${rest.length > 0 ? folded(`Còn ${rest.length} việc trong ngày`, rest) : ''}`;
}

const folded = (words: string, entries: readonly Entry[]): Html =>
  html`<details class="day"><summary>${words}</summary>${list(entries)}</details>`;

const list = (entries: readonly Entry[]): Html =>
  html`<ol class="timeline">${entries.map(
    ({ at, who, text, href, detail, isRefused }) => html`<li class="${isRefused ? 'refused' : ''}">
<time datetime="${at}">${shortTime(at)}</time> <span class="who">${actors[who]}</span>
<span class="what">${href ? html`<a href="${href}">${text}</a>` : text}
${detail && html`<details><summary>Chi tiết</summary><pre tabindex="0">${detail}</pre></details>`}</span></li>`,
  )}</ol>`;
