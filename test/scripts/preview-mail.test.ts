import { expect, test } from 'vitest';
import { previewMails } from '../../scripts/preview/preview-mails.ts';
import { noticeKinds } from '../../sheets-schema/notice-kinds.ts';

/** Where something is missing: nothing between two words, or a name of the machine. */
const HOLE = /ngày (?:[,.;)]|$)|lúc +ngày|\(\s*\)|""| [,.;:)]|\S {2,}\S|undefined|\{\{|quá hạn (?:0|-\d+) ngày/m;

const withoutLinks = (text: string) => text.replace(/https?:\S+/g, 'LINK');

test('every kind of mail can be looked at before anything happened, whole and true to its day', async () => {
  const previews = await previewMails({ unit: 'HPG' });
  expect(previews).toHaveLength(noticeKinds.length);
  for (const { name, text, html, eml } of previews) {
    expect(withoutLinks(text), name).not.toMatch(HOLE);
    expect(html, name).toContain('<html');
    expect(eml.toString(), name).toMatch(/^Auto-Submitted: auto-/m);
  }
  const textOf = (kind: string) => previews.find(({ name }) => name.includes(kind))?.text;
  expect(textOf('qua-han-lan-2')).toContain('(quá hạn 03 ngày làm việc)');
  expect(textOf('nhiem-vu')).not.toContain('viewform');
});

test('an agency that no round asks can be shown its tasks alone', async () => {
  const [preview] = await previewMails({ kind: 'Nhiệm vụ quá hạn', unit: 'BTP' });
  expect(preview?.text).toContain('Kính gửi: Bộ Tư pháp');
  await expect(previewMails({ kind: 'Nhắc việc', unit: 'BTP' })).rejects.toThrow(/No round asks "BTP"/);
});
