import { type Html, html } from '../shared/html.ts';
import type { SubmissionChart } from './plan-chart.ts';

const HEIGHT = 240;
const TOP = 44;
const BOTTOM = 204;
/** Percent of the width, so that the letters keep their size on a phone. */
const LEFT = 2;
const RIGHT = 98;

const across = (x: number) => `${(LEFT + x * (RIGHT - LEFT)).toFixed(2)}%`;
const up = (y: number) => (BOTTOM - y * (BOTTOM - TOP)).toFixed(1);

/** Reports received, step by step, against the deadline; the words beside it say the same. */
export function submissionChart(chart: SubmissionChart): Html {
  return html`<div class="chart">
<svg role="img" aria-labelledby="chart-title chart-words" height="${HEIGHT}" xmlns="http://www.w3.org/2000/svg">
<title id="chart-title">Số đơn vị đã gửi báo cáo theo thời gian</title>
<desc id="chart-words">${chart.summary}</desc>
${frame(chart)}
${deadlineMark(chart)}
${steps(chart)}
</svg>
</div>
<p>${chart.summary}</p>
<p class="muted">Chấm đặc: gửi đúng hạn; chấm rỗng: gửi sau hạn; vạch đứt: hạn chung của kỳ.</p>
${dayTable(chart)}`;
}

function frame({ expected, from, until, deadline }: SubmissionChart): Html {
  // On the side the deadline leaves free.
  const [x, anchor] = deadline.x > 0.5 ? [0, 'start'] : [1, 'end'];
  return html`<line class="grid" x1="${across(0)}" x2="${across(1)}" y1="${up(1)}" y2="${up(1)}"/>
<line class="grid" x1="${across(0)}" x2="${across(1)}" y1="${up(0)}" y2="${up(0)}"/>
<text class="soft" x="${across(x)}" y="${TOP - 8}" text-anchor="${anchor}">${expected} đơn vị phải gửi</text>
<text class="soft" x="${across(0)}" y="${BOTTOM + 22}">${from}</text>
<text class="soft" x="${across(1)}" y="${BOTTOM + 22}" text-anchor="end">${until}</text>`;
}

function deadlineMark({ deadline }: SubmissionChart): Html {
  const side = deadline.x > 0.5 ? 'end' : 'start';
  return html`<line class="due" x1="${across(deadline.x)}" x2="${across(deadline.x)}" y1="${TOP - 24}" y2="${BOTTOM}"/>
<text class="due-words" x="${across(deadline.x)}" y="14" text-anchor="${side}">Hạn: ${deadline.words}</text>`;
}

/** Flat until a report comes in, then up by one; the last stretch ends now. */
function steps({ steps: all, now }: SubmissionChart): Html[] {
  const corners = [{ x: 0, y: 0 }, ...all];
  const lines = corners.flatMap((corner, i) => {
    const next = corners[i + 1];
    const flat = line(corner.x, corner.y, next?.x ?? Math.max(now, corner.x), corner.y);
    return next ? [flat, line(next.x, corner.y, next.x, next.y)] : [flat];
  });
  const dots = all.map(
    ({ x, y, onTime }) =>
      html`<circle class="${onTime ? 'in-time' : 'too-late'}" cx="${across(x)}" cy="${up(y)}" r="5"/>`,
  );
  return [...lines, ...dots];
}

function line(x1: number, y1: number, x2: number, y2: number): Html {
  return html`<line class="line" x1="${across(x1)}" y1="${up(y1)}" x2="${across(x2)}" y2="${up(y2)}"/>`;
}

function dayTable({ days }: SubmissionChart): Html {
  if (days.length === 0) return html``;
  return html`<div class="days"><table>
<caption class="muted">Số báo cáo nhận theo ngày</caption>
<thead><tr><th scope="col">Ngày</th><th scope="col" class="number">Nhận trong ngày</th><th scope="col" class="number">Cộng dồn</th></tr></thead>
<tbody>${days.map(
    ({ day, received, total }) =>
      html`<tr><th scope="row">${day}</th><td class="number">${received}</td><td class="number">${total}</td></tr>`,
  )}</tbody></table></div>`;
}
