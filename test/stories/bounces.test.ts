import { createMailbox, type Mailbox } from 'google-workspace-emulator';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { runDoctor, runSync } from '../../functions/app.ts';
import { ledger } from '../../sheets-schema/tabs/logs.ts';
import { contacts } from '../../sheets-schema/tabs/units.ts';
import { deliveryReport } from '../mail/delivery-reports.ts';
import { askTheCities, mailboxOf, useOffice } from '../support/office.ts';

const office = useOffice();
let mailbox: Mailbox;
const BOUNCE_TO = 'tra-lai@boxaydung.example';
const configured = () => ({ ...office.workspace.config, IMAP_URL: mailbox.url, BOUNCE_TO });

beforeEach(async () => {
  mailbox = await createMailbox({ now: () => office.workspace.emulator.clock.now() });
  await askTheCities(office);
  await runSync(configured());
});
afterEach(() => mailbox.close());

/** The mail server of a city gives a mail up. */
async function giveUp(unit: string, status = '5.1.1', recipient = mailboxOf(unit)): Promise<void> {
  const [mail] = await office.mailsTo(unit);
  const fields = [`Final-Recipient: rfc822; ${recipient}`, 'Action: failed', `Status: ${status}`];
  mailbox.receive(deliveryReport({ messageId: mail?.messageId ?? '', recipients: [fields] }));
}

async function syncAt(time: string) {
  office.moveTo(time);
  return runSync(configured());
}

const cameBack = async () => (await office.rowsOf(ledger)).filter(({ state }) => state === 'bị trả lại');
const told = async () => (await office.errors()).filter(({ found }) => found.includes('không nhận thư'));

test('a mail that came back is in the ledger once, and the coordinators read whose address it was and why', async () => {
  await giveUp('HPG');
  await giveUp('HPG');
  await giveUp('DNG', '5.2.2');
  expect(await syncAt('2025-10-23 15:30')).toMatchObject({ failed: 0 });
  const rows = await cameBack();
  expect(rows.map(({ unit, contacts, reason }) => [unit, contacts?.split('#')[0], reason])).toEqual([
    ['HPG', 'HPG-1', 'Máy chủ thư báo không tới được người nhận này: địa chỉ không có (5.1.1).'],
    ['DNG', 'DNG-1', 'Máy chủ thư báo không tới được người nhận này: hộp thư đầy (5.2.2).'],
  ]);
  await syncAt('2025-10-23 15:40');
  expect((await told()).map(({ row, fix }) => [row, fix.slice(0, fix.indexOf(';'))])).toEqual([
    ['HPG-1', 'thư bị trả lại, địa chỉ không có (5.1.1)'],
    ['DNG-1', 'thư bị trả lại, hộp thư đầy (5.2.2)'],
  ]);
  const asked = mailbox.said().length;
  await syncAt('2025-10-23 15:50');
  expect(mailbox.said()).toHaveLength(asked);
  await syncAt('2025-10-23 16:50');
  expect(mailbox.said().length).toBeGreaterThan(asked);
  expect(await cameBack()).toHaveLength(2);
  await syncAt('2025-10-24 08:05');
  const [digest] = (await office.mails()).filter(({ subject }) => subject.startsWith('[Bản tin 24/10'));
  expect(digest?.text).toContain('HPG-1, cột "E-mail": thư bị trả lại, địa chỉ không có (5.1.1)');
});

test('a mail that reached nobody goes to the address that was put right', async () => {
  await giveUp('HPG');
  await syncAt('2025-10-24 09:40');
  await office.type(contacts, 'HPG-1', 'E-mail', 'moi@hpg.example');
  await syncAt('2025-10-24 09:50');
  const mails = await office.mails();
  const [first] = await office.mailsTo('HPG');
  const again = mails.filter(({ envelope }) => envelope.to.includes('moi@hpg.example'));
  expect(again.map(({ subject }) => subject)).toEqual([first?.subject]);
  expect(await told()).toEqual([]);
});

test('reports of what we never sent, or to whom, and what is no report change nothing', async () => {
  const before = (await office.rowsOf(ledger)).length;
  await giveUp('HPG', '5.1.1', 'nguoi-khac@hpg.example');
  await giveUp('HPG', '5.1.1', mailboxOf('DNG'));
  await giveUp('HPG', '2.0.0');
  mailbox.receive(deliveryReport({ messageId: '<khong-phai@boxaydung.example>' }));
  mailbox.receive('Content-Type: multipart/report; report-type=delivery-status; boundary=\r\n\r\n--');
  mailbox.receive(Buffer.alloc(200_000, 0xff));
  await syncAt('2025-10-23 15:30');
  expect((await office.rowsOf(ledger)).length).toBe(before);
  expect(await told()).toEqual([]);
  expect(mailbox.said().filter((one) => /STORE|SELECT|EXPUNGE/.test(one))).toEqual([]);
});

test('a mailbox that cannot be read holds up nothing, and the check-up says why', async () => {
  const line = async (IMAP_URL: string) =>
    (await runDoctor({ ...configured(), IMAP_URL })).checks.find(({ subject }) => subject === 'Thư trả lại');
  expect(await line(mailbox.url)).toMatchObject({ state: 'ok' });
  const wrong = mailbox.url.replace(/:[^:@]*@/, ':khac@');
  expect(await line(wrong)).toMatchObject({ state: 'broken', found: expect.stringContaining('AUTHENTICATIONFAILED') });
  expect(await line('imap://a:b@127.0.0.1:9')).toMatchObject({ state: 'broken' });
  office.moveTo('2025-10-23 15:30');
  expect(await runSync({ ...configured(), IMAP_URL: wrong })).toMatchObject({ failed: 0 });
  expect(await cameBack()).toEqual([]);
});

test('servers are told where to send back what they cannot deliver', async () => {
  const envelopes = new Set((await office.mails()).map(({ envelope }) => envelope.from));
  expect(envelopes).toEqual(new Set([BOUNCE_TO]));
});
