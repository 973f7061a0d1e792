import { html } from 'hono/html';
import type { Spreadsheet } from '../../sheets/model.ts';
import { shortTime } from '../local-time.ts';
import { type Html, type Page, workspaceBar } from '../page.ts';
import type { Version } from './history.ts';

const who = { person: 'Người dùng', program: 'Chương trình' } as const;

/** Of a commit that changes many tabs the first ones say enough. */
const MOST_TABS = 3;

/** `24/10/2025 08:30 · Chương trình · Theo dõi, Lịch thư`. */
export function versionWords({ at, who: actor, tabs }: Version): string {
  const more = tabs.length > MOST_TABS ? ` và ${tabs.length - MOST_TABS} tab nữa` : '';
  return [shortTime(at), who[actor], tabs.slice(0, MOST_TABS).join(', ') + more].filter(Boolean).join(' · ');
}

/** The versions of a spreadsheet, newest first, each to be looked at. */
export function versionsPage({ properties: { title } }: Spreadsheet, versions: readonly Version[]): Page {
  const newest = versions.at(-1);
  const row = (version: Version): Html =>
    html`<li>${version === newest ? html`<a href="edit">${versionWords(version)}</a> (bản hiện tại)` : html`<a href="edit?version=${version.number}">${versionWords(version)}</a>`}</li>`;
  const body = html`${workspaceBar('sheet')}
<main><h1>Nhật ký phiên bản: ${title}</h1>
<p class="muted">Mở một phiên bản để xem, rồi khôi phục nếu đúng bản cần lấy lại. Bản hiện tại vẫn còn trong danh sách này.</p>
<p><a href="edit">Về bảng tính</a></p>
<ol class="versions" reversed>${versions.toReversed().map(row)}</ol></main>`;
  return { title: `Nhật ký phiên bản – ${title}`, styles: ['sheet.css'], body };
}
