import { describe, expect, test } from 'vitest';
import { renderMail } from '../../functions/mail/write-mail.ts';

type Input = Parameters<typeof renderMail>[0];

function rendered(given: Partial<Omit<Input, 'template'>> & { subject?: string; body?: string } = {}) {
  const { subject = 'Tiêu đề', body = 'Nội dung', ...rest } = given;
  return renderMail({ template: { subject, body }, footer: 'Trân trọng.', variables: {}, ...rest });
}

/** What stands between the tags. */
const words = (html: string) => html.replace(/<style>.*<\/style>/s, '').replaceAll(/<[^>]*>/g, '');

describe('variables', () => {
  const nasty = `<script>alert("1")</script> & 'A' <img src=x onerror=alert(1)>`;

  test('are escaped in the HTML', () => {
    const { html } = rendered({ body: '{{x}}', variables: { x: nasty } });
    expect(html).toContain('&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;A&#39; &lt;img src=x');
    expect(html).not.toMatch(/<script|<img/i);
  });

  test('stand as they are in the text and in the subject', () => {
    const { text, subject } = rendered({ subject: '{{x}}', body: '{{x}}', variables: { x: nasty } });
    expect(text).toContain(nasty);
    expect(subject).toBe(nasty);
  });

  test.each(['{{{x}}}', '{{&x}}', 'chữ <b>{{x}}</b>'])('cannot become HTML by way of %s', (body) => {
    expect(rendered({ body, variables: { x: '<i>' } }).html).not.toMatch(/<[ib]>/);
  });

  test('with braces of their own are not filled again', () => {
    expect(rendered({ body: '{{x}}', variables: { x: '{{y}}', y: 'no' } }).text).toContain('{{y}}');
  });

  test('in a list repeat their part, and an empty one leaves no hole', () => {
    const body = 'Gồm:\n{{#muc}}\n– Mục {{so}}\n{{/muc}}\n\n{{#them}}\nThêm\n{{/them}}\n\nHết';
    const muc = [{ so: '1.1' }, { so: '1.3' }];
    expect(rendered({ body, variables: { muc, them: false } }).text).toBe(
      'Gồm:\n– Mục 1.1\n– Mục 1.3\n\nHết\n\nTrân trọng.\n',
    );
  });
});

describe('the subject', () => {
  test('is one line, whatever the variables hold', () => {
    const { subject } = rendered({
      subject: '{{x}}\n– {{y}}',
      variables: { x: 'a\r\nBcc: b@c.example', y: '\u2028z' },
    });
    expect(subject).toBe('a Bcc: b@c.example – z');
  });

  test('is cut at 200 characters and never inside one', () => {
    const { subject } = rendered({ subject: '𝒂'.repeat(300) });
    expect([...subject]).toHaveLength(200);
    expect(subject.isWellFormed()).toBe(true);
  });

  test('is composed Vietnamese', () => {
    expect(rendered({ subject: 'Hải Phòng'.normalize('NFD') }).subject).toBe('Hải Phòng');
  });
});

describe('the layout', () => {
  test('parts paragraphs at blank lines and makes lists of lines that begin with a dash', () => {
    const { html } = rendered({ body: 'Một\nhai\n\nGồm:\n– a\n- b\nrồi' });
    const shape = html
      .slice(html.indexOf('<p '), html.indexOf('</td>'))
      .replaceAll(/ style="[^"]*"/g, '')
      .replaceAll('\n', '');
    expect(shape).toBe('<p>Một<br>hai</p><p>Gồm:</p><ul><li>a</li><li>b</li></ul><p>rồi</p>');
  });

  test('keeps a list close to the line that leads to it', () => {
    const { html } = rendered({ body: 'Gồm:\n– a\n\nHết' });
    expect(html).toMatch(/<p style="margin:0 0 4px">Gồm:.*<ul style="margin:0 0 16px.*<p style="margin:0 0 16px">Hết/s);
  });

  test('leaves dashes inside a line alone', () => {
    expect(rendered({ body: 'Cục – Bộ\n-5 ngày' }).html).not.toContain('<li');
  });

  test('ends with the footer, in both parts', () => {
    const { text, html } = rendered({ footer: 'Đầu mối: {{ai}}.\n\nTrân trọng.', variables: { ai: 'Tổ giúp việc' } });
    expect(text).toBe('Nội dung\n\nĐầu mối: Tổ giúp việc.\n\nTrân trọng.\n');
    expect(words(html)).toMatch(/Nội dung\s+Đầu mối: Tổ giúp việc\.\s+Trân trọng\.\s*$/);
  });

  test('loads nothing and fits a narrow screen', () => {
    const { html } = rendered({ button: { label: 'Mở', url: 'https://form.example/1' } });
    expect(html).not.toMatch(/<img|<link|@import|@font-face|url\(|src=/i);
    expect(html).toContain('max-width:600px');
    expect(html).toContain('<meta name="color-scheme" content="light dark">');
  });
});

describe('links', () => {
  test.each([
    ['Xem https://form.example/a?b=1&c=2.', 'https://form.example/a?b=1&amp;c=2', '.'],
    ['(http://form.example/a)', 'http://form.example/a', ')'],
    ['“https://form.example/a”; rồi', 'https://form.example/a', '”; rồi'],
    ['https://form.example/"onclick="x', 'https://form.example/', '&quot;onclick=&quot;x'],
    ['https://form.example/<b>', 'https://form.example/', '&lt;b&gt;'],
  ])('%s leads to %s', (body, href, after) => {
    const { html } = rendered({ body });
    expect(html).toContain(`href="${href}"`);
    expect(html).toContain(`>${href}</a>${after}`);
  });

  test.each(['javascript:alert(1)', 'data:text/html,x', 'form.example/a'])('%s is left as words', (body) => {
    expect(rendered({ body }).html).not.toContain('<a ');
  });
});

describe('the button', () => {
  const button = { label: 'Mở biểu mẫu', url: 'https://form.example/r?u=HPG&c=1' };
  const href = 'href="https://form.example/r?u=HPG&amp;c=1"';

  /** The tags and words of the message, looks left out. */
  const shape = (html: string) =>
    html
      .slice(html.indexOf('<p '), html.indexOf('</td>'))
      .replaceAll(/ (?:style|class)="[^"]*"/g, '')
      .replaceAll('\n', '');

  test('is also a plain link, in both parts', () => {
    const { html, text } = rendered({ button });
    expect(html.split(href)).toHaveLength(3);
    expect(text).toBe('Nội dung\n\nMở biểu mẫu: https://form.example/r?u=HPG&c=1\n\nTrân trọng.\n');
  });

  test('stands where the mail says its address, and the address stands once below it', () => {
    const { html } = rendered({
      button,
      body: 'Kính gửi\n\nĐề nghị gửi\n\nĐường dẫn: {{x}}\n\nHết',
      variables: { x: button.url },
    });
    expect(shape(html)).toBe(
      `<p>Kính gửi</p><p>Đề nghị gửi</p><p><a ${href}>Mở biểu mẫu</a></p><p>Đường dẫn: <a ${href}>https://form.example/r?u=HPG&amp;c=1</a></p><p>Hết</p>`,
    );
  });

  test('comes behind what is asked where a text of people does not say its address', () => {
    const { html, text } = rendered({ button, body: 'Kính gửi\n\nĐề nghị gửi\n\nCăn cứ\n\nHết' });
    expect(text).toBe(`Kính gửi\n\nĐề nghị gửi\n\nMở biểu mẫu: ${button.url}\n\nCăn cứ\n\nHết\n\nTrân trọng.\n`);
    expect(shape(html)).toMatch(/^<p>Kính gửi<\/p><p>Đề nghị gửi<\/p><p><a [^>]*>Mở biểu mẫu<\/a><\/p>.*<p>Hết<\/p>$/);
  });

  test('follows a sentence that ends with its address', () => {
    const { html } = rendered({ button, body: 'Xin mở {{x}} để gửi.\n\nHết', variables: { x: button.url } });
    expect(shape(html)).toMatch(
      /^<p>Xin mở <a [^>]*>[^<]*<\/a> để gửi\.<\/p><p><a [^>]*>Mở biểu mẫu<\/a><\/p><p>Hết<\/p>$/,
    );
  });

  test('does not say the address a second time in a text that says it', () => {
    const { text } = rendered({ button, body: 'Tại: {{link}}', variables: { link: button.url } });
    expect(text).toBe(`Tại: ${button.url}\n\nTrân trọng.\n`);
  });

  test('shows of a long address where it leads: on a telephone the whole of it would fill the screen', () => {
    const url = `https://form.example/viewform?entry=${'x'.repeat(200)}`;
    const { html, text } = rendered({ button: { label: 'Mở', url }, body: `Tại: ${url}` });
    expect(html.split(`href="${url}"`)).toHaveLength(3);
    expect(words(html)).toMatch(/Tại: https:\/\/form\.example\/viewform\?entry=x{10,30}…/);
    expect(text).toContain(url);
  });
});

describe('days by which something is asked', () => {
  const shown = (body: string, variables: Input['variables'], binding: readonly string[]) =>
    rendered({ body, variables, binding }).html.match(/<p[^>]*>.*?<\/td>/s)?.[0] ?? '';

  test('stand out where the mail first says them, and only there', () => {
    const html = shown('Chậm nhất {{d}}.\n\n– Nhắc lại: {{d}}.', { d: 'hết ngày 03/11/2025' }, ['d']);
    expect(html.match(/<strong>[^<]*<\/strong>/g)).toEqual(['<strong>hết ngày 03/11/2025</strong>']);
    expect(html.indexOf('<strong>')).toBeLessThan(html.indexOf('Nhắc lại'));
  });

  test('each of several, the longer where one is in the other', () => {
    const variables = { a: 'ngày 03/11/2025', b: 'trước 16:00 ngày 03/11/2025', c: '' };
    const html = shown('Gửi {{b}}.\n\nHạn: {{a}}.', variables, ['a', 'b', 'c', 'none']);
    expect(html.match(/<strong>[^<]*<\/strong>/g)).toEqual([
      '<strong>trước 16:00 ngày 03/11/2025</strong>',
      '<strong>ngày 03/11/2025</strong>',
    ]);
  });

  test('are escaped as everything is, and leave the text as it is', () => {
    const { html, text } = rendered({ body: '{{d}}', variables: { d: '<b>' }, binding: ['d'] });
    expect(html).toContain('<strong>&lt;b&gt;</strong>');
    expect(text).toContain('<b>');
  });
});
