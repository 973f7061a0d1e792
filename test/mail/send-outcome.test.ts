import type { NodemailerError } from 'nodemailer';
import { describe, expect, test } from 'vitest';
import { failedOutcome } from '../../functions/mail/send-outcome.ts';

function failure(given: Partial<NodemailerError>): NodemailerError {
  return Object.assign(new Error('raw words of the library'), given);
}

const lost = { code: 'ECONNECTION', command: 'CONN' };
const silent = { code: 'ETIMEDOUT', command: 'CONN' };
const closing = { code: 'ECONNECTION', command: 'CONN', responseCode: 421, response: '421 4.3.2 shutting down' };
const login = { code: 'EAUTH', command: 'AUTH PLAIN', responseCode: 535, response: '535 5.7.8 bad credentials' };
const greeting = { code: 'EPROTOCOL', command: 'CONN', responseCode: 554, response: '554 no service here' };
const unsure = { code: 'EPROTOCOL', command: 'CONN' };
const tooBig = { code: 'EMESSAGE', command: 'MAIL FROM' };
const badState = { code: 'EENVELOPE', command: 'DATA', responseCode: 503, response: '503 5.5.1 bad sequence' };

describe('an attempt that failed', () => {
  test.each([
    ['the connection was lost', lost, 'later', 'unknown'],
    ['the server fell silent', silent, 'later', 'unknown'],
    ['the server spoke nonsense', unsure, 'later', 'unknown'],
    ['the server said that it is closing', closing, 'later', 'later'],
    ['the server refuses everybody at its door', greeting, 'later', 'later'],
    ['our login is wrong', login, 'later', 'later'],
    ['the session was out of step', badState, 'later', 'later'],
    ['the mail is above the announced size', tooBig, 'refused', 'refused'],
  ])('because %s: before the text %s → %s, with the text under way → %s', (_why, error, before, under) => {
    expect(failedOutcome(failure(error), false).kind).toBe(before);
    expect(failedOutcome(failure(error), true).kind).toBe(under);
  });

  const atRecipients = (...replies: readonly string[]) => {
    const rejectedErrors = replies.map((response, nth) =>
      failure({
        code: 'EENVELOPE',
        command: 'RCPT TO',
        responseCode: Number.parseInt(response, 10),
        response,
        recipient: `n${nth}@hpg.example`,
      }),
    );
    return { ...rejectedErrors.at(-1), code: 'EENVELOPE', rejectedErrors };
  };

  test.each([
    ['nobody answers', silent, true],
    ['the server is closing', closing, true],
    ['the login is wrong', login, true],
    ['TLS is not to be had', { code: 'ETLS', responseCode: 502, response: '502 no' }, true],
    ['the certificate is out of date', { code: 'ESOCKET', originalCode: 'CERT_HAS_EXPIRED' }, true],
    [
      'the sender may not send',
      { code: 'EENVELOPE', command: 'MAIL FROM', responseCode: 550, response: '550 no' },
      true,
    ],
    ['the text is put off', { code: 'EMESSAGE', command: 'DATA', responseCode: 452, response: '452 full' }, true],
    ['our login is asked for at the recipients', atRecipients('530 5.7.0 login first'), true],
    ['our host is on a list', atRecipients('550 5.7.1 blocked using a list', '554 5.7.1 blocked using a list'), true],
    [
      'the text is not had from us',
      { code: 'EMESSAGE', command: 'DATA', responseCode: 554, response: '554 5.7.1 no' },
      true,
    ],
    ['the mailbox is full', atRecipients('552 5.2.2 mailbox full'), false],
    ['the recipient is put off', atRecipients('451 4.7.1 greylisted'), false],
    ['both recipients are put off', atRecipients('450 4.2.1 busy', '452 4.2.2 mailbox full'), false],
  ])('because %s: the server is out: %#', (_why, error, isOut) => {
    const outcome = failedOutcome(failure(error as Partial<NodemailerError>), false);
    expect(outcome.kind).toBe('later');
    expect('isServerOut' in outcome).toBe(isOut);
  });

  test('is told in one line, whatever the server wrote, and never at length', () => {
    const response = `550 5.1.1 line one\r\n550 ${'x'.repeat(5000)}`;
    const outcome = failedOutcome(
      failure({ code: 'EENVELOPE', command: 'RCPT TO', responseCode: 550, response }),
      false,
    );
    const reason = 'reason' in outcome ? outcome.reason : '';
    expect(reason).toMatch(/^máy chủ thư từ chối: 550 5\.1\.1 line one 550 x+…$/);
    expect(reason.length).toBeLessThan(240);
  });

  test('names what stands behind the connection that failed', () => {
    expect(failedOutcome(failure({ code: 'ESOCKET', command: 'CONN', originalCode: 'ENETUNREACH' }), false)).toEqual({
      kind: 'later',
      reason: 'không kết nối được máy chủ thư (ENETUNREACH)',
      isServerOut: true,
    });
  });
});
