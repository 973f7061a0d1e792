import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readDeliveryReport } from '../../functions/mail/delivery-report.ts';
import { numRuns } from '../support/properties.ts';
import { deliveryReport } from './delivery-reports.ts';

const ID = '<abc@boxaydung.example>';
const bounce = { messageId: ID, recipient: 'cu@hpg.example', status: '5.1.1' };
const report = (own: Parameters<typeof deliveryReport>[0] = {}) => deliveryReport({ messageId: ID, ...own });

/** As gateways do that let nothing but seven bits through. */
function encoded(source: string): string {
  const [head = '', ...parts] = source.split('\r\n--=_b\r\n');
  const rewritten = parts.map((part) => {
    const [headers = '', ...body] = part.replace('\r\n--=_b--\r\n', '').split('\r\n\r\n');
    const lines =
      Buffer.from(body.join('\r\n\r\n'))
        .toString('base64')
        .match(/.{1,76}/g) ?? [];
    return `${headers}\r\nContent-Transfer-Encoding: base64\r\n\r\n${lines.join('\r\n')}`;
  });
  return `${[head, ...rewritten].join('\r\n--=_b\r\n')}\r\n--=_b--\r\n`;
}

test('a report names the mail and whom it did not reach', async () => {
  expect(await readDeliveryReport(report())).toEqual([bounce]);
  expect(await readDeliveryReport(report().replaceAll('\r\n', '\n'))).toEqual([bounce]);
});

test.each([
  ['headers alone are returned', report({ returned: 'text/rfc822-headers' })],
  ['names are written otherwise', report().replace('Final-Recipient', 'FINAL-RECIPIENT').replace('Action', 'ACTION')],
  [
    'a value goes on in the next line',
    report().replace('rfc822; cu@', 'rfc822;\r\n\t<CU@').replace('hpg.example\r\nA', 'HPG.example>\r\nA'),
  ],
  ['the boundary is bare', report().replaceAll('"=_b"', '=_b')],
  ['its parts are encoded', encoded(report())],
  ['the mail that is returned is cut off', report().split('<in-the-text')[0] ?? ''],
  ['words come before it in other scripts', Buffer.from(report().replace('I am sorry', 'Thư không tới được'))],
])('so it does where %s', async (_, source) => {
  expect(await readDeliveryReport(source)).toEqual([bounce]);
});

test('each recipient given up is named; one that was forwarded by the address it was sent to', async () => {
  const [first, second] = [
    [
      'Original-Recipient: rfc822; a@x.example',
      'Final-Recipient: rfc822; b@y.example',
      'Action: failed',
      'Status: 5.2.2',
    ],
    ['Final-Recipient: rfc822; c@x.example', 'Action: failed', 'Status: 4.4.7 (delivery time expired)'],
  ];
  const found = await readDeliveryReport(report({ recipients: [first ?? [], second ?? []] }));
  expect(found.map(({ recipient, status }) => [recipient, status])).toEqual([
    ['a@x.example', '5.2.2'],
    ['c@x.example', '4.4.7'],
  ]);
});

test.each([
  ['a delay', report().replace('Action: failed', 'Action: delayed')],
  ['a delivery', report().replace('failed', 'delivered').replace('5.1.1', '2.0.0')],
  ['a failure that is none', report().replace('5.1.1', '2.1.1')],
  ['a report without the mail', report({ returned: 'text/plain' })],
  ['a mail that says it is one', `Subject: Undelivered\r\nContent-Type: text/plain\r\n\r\n${report()}`],
  ['a recipient that is no address', report().replace('cu@hpg.example', 'cu')],
  ['a Message-ID that is several', report().replace(ID, `${ID} <another@boxaydung.example>`)],
  ['nothing', ''],
])('%s says nothing', async (_, source) => {
  expect(await readDeliveryReport(source)).toEqual([]);
});

test('whatever it is given it ends, soon, with no more than it may', async () => {
  const pieces = fc.constantFrom(
    report(),
    '--=_b',
    '\n\n',
    '\r\n',
    'Message-ID:',
    ' ',
    ': ',
    'x'.repeat(500),
    '\0',
    '"',
  );
  await fc.assert(
    fc.asyncProperty(fc.array(pieces, { maxLength: 40 }), async (some) => {
      for (const one of await readDeliveryReport(some.join(''))) expect(one.status).toMatch(/^[45](?:\.\d{1,3}){2}$/);
    }),
    { numRuns: numRuns(50, 2_000) },
  );
  const before = performance.now();
  await readDeliveryReport(report().replace('cu@', `${'a'.repeat(30_000)} `.repeat(2)));
  await readDeliveryReport(`Content-Type: multipart/report; boundary=b\n\n${'--b\n\n'.repeat(12_000)}`);
  expect(performance.now() - before).toBeLessThan(1_000);
});
