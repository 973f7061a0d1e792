const FAILED = [
  'Final-Recipient: rfc822; cu@hpg.example',
  'Action: failed',
  'Status: 5.1.1',
  'Diagnostic-Code: smtp; 550 5.1.1 No such user',
];

/** A report as a mail server writes it (RFC 3464) when it gives a mail up. */
export function deliveryReport({
  messageId = '<abc@boxaydung.example>',
  recipients = [FAILED],
  returned = 'message/rfc822',
}: {
  readonly messageId?: string;
  readonly recipients?: readonly (readonly string[])[];
  readonly returned?: string;
}): string {
  const lines = [
    'From: MAILER-DAEMON@mx.example',
    'To: tra-lai@boxaydung.example',
    'Subject: Undelivered Mail Returned to Sender',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status;',
    '\tboundary="=_b"',
    '',
    'This is a MIME-encapsulated message.',
    '',
    '--=_b',
    'Content-Type: text/plain; charset=us-ascii',
    '',
    'I am sorry to have to inform you that your message could not be delivered.',
    '',
    '--=_b',
    'Content-Description: Delivery report',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.example',
    'Arrival-Date: Thu, 23 Oct 2025 14:05:00 +0700',
    ...recipients.flatMap((fields) => ['', ...fields]),
    '',
    '--=_b',
    `Content-Type: ${returned}`,
    '',
    'From: dothithongminh@boxaydung.example',
    `Message-ID: ${messageId}`,
    'Subject: =?utf-8?q?x?=',
    '',
    'Message-ID: <in-the-text@boxaydung.example>',
    '',
    '--=_b--',
    '',
  ];
  return lines.join('\r\n');
}
