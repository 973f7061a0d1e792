import { type Html, html } from '../shared/html.ts';

/** What stands in the header of a file. */
export type Waiting = {
  readonly id: string;
  readonly name: string;
  readonly to: string;
  readonly subject: string;
  readonly date: string;
};

/** What a person has to send, as a page that lies beside the files: each mail with whom it is for. */
export function outboxPage(mails: readonly Waiting[]): string {
  const sorted = mails.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  return html`<!doctype html>
<html lang="vi">
<head><meta charset="utf-8"><title>Thư cần gửi</title>
<style>
body { font: 16px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 60rem; padding: 0 1rem; color: #1d2733; }
table { border-collapse: collapse; width: 100%; }
th, td { border: 1px solid #b8c2cc; padding: .4rem .6rem; text-align: left; vertical-align: top; }
th { background: #eef2f6; }
</style></head>
<body>
<h1>Thư cần gửi: ${sorted.length}</h1>
${sorted.length === 0 ? html`<p>Không còn thư nào chờ gửi.</p>` : table(sorted)}
<h2>Cách gửi</h2>
<ol>
<li>Mở tệp (bấm vào tên ở bảng trên, hoặc mở trong thư mục). Outlook mở tệp thành thư nháp; phần mềm khác thì chọn “Sửa như thư mới”.</li>
<li>Xem lại người nhận, nội dung và tệp kèm theo, rồi gửi từ hộp thư công vụ.</li>
<li>Gửi xong, chuyển tệp vào thư mục <b>da-gui</b>. Chưa chuyển thì hệ thống coi như thư chưa gửi.</li>
</ol>
<p>Tệp trong thư mục <b>thoi-gui</b> là thư không cần gửi nữa. Lỡ gửi rồi thì vẫn chuyển tệp ấy vào <b>da-gui</b>.</p>
</body>
</html>
`.html;
}

function table(mails: readonly Waiting[]): Html {
  return html`<table>
<thead><tr><th>Gửi tới</th><th>Tiêu đề</th><th>Tệp</th></tr></thead>
<tbody>
${mails.map(row)}
</tbody>
</table>`;
}

function row({ to, subject, name }: Waiting): Html {
  return html`<tr><td>${to}</td><td>${subject}</td><td><a href="./${encodeURIComponent(name)}">${name}</a></td></tr>
`;
}
