import { type AddressObject, type HeaderLines, type ParsedMail, simpleParser } from 'mailparser';

/** A message as the server took it in. */
export type ReceivedMessage = {
  raw: Buffer;
  envelope: { from: string; to: string[] };
  /** By the emulator's clock, ISO 8601. */
  receivedAt: string;
};

/** A message as a reader sees it. Addresses are bare; the full lines are among the headers. */
export type ParsedMessage = {
  from: string;
  to: string[];
  cc: string[];
  subject: string;
  text: string;
  html: string;
  /** By lower-case name, as sent; a name that comes twice holds a list. */
  headers: Record<string, string | string[]>;
  messageId: string;
  attachments: { filename: string; contentType: string; size: number; contentBase64: string }[];
  envelope: { from: string; to: string[] };
  receivedAt: string;
};

export async function parseMessage({ raw, envelope, receivedAt }: ReceivedMessage): Promise<ParsedMessage> {
  const mail = await simpleParser(raw, { skipTextToHtml: true, skipHtmlToText: true });
  return {
    from: addressesOf(mail.from)[0] ?? '',
    to: addressesOf(mail.to),
    cc: addressesOf(mail.cc),
    subject: mail.subject ?? '',
    text: mail.text ?? '',
    html: mail.html || '',
    headers: headersOf(mail.headerLines),
    messageId: mail.messageId ?? '',
    attachments: attachmentsOf(mail),
    envelope,
    receivedAt,
  };
}

function addressesOf(field: AddressObject | AddressObject[] | undefined): string[] {
  const objects = field === undefined ? [] : [field].flat();
  return objects.flatMap(({ value }) => value).flatMap(({ address }) => (address ? [address] : []));
}

function headersOf(lines: HeaderLines): Record<string, string | string[]> {
  const headers: Record<string, string | string[]> = {};
  for (const { key, line } of lines) {
    const value = line
      .slice(line.indexOf(':') + 1)
      .replaceAll(/\r?\n[ \t]+/g, ' ')
      .trim();
    const earlier = headers[key];
    headers[key] = earlier === undefined ? value : [earlier, value].flat();
  }
  return headers;
}

function attachmentsOf(mail: ParsedMail): ParsedMessage['attachments'] {
  return mail.attachments.map(({ filename, contentType, size, content }) => ({
    filename: filename ?? '',
    contentType,
    size,
    contentBase64: content.toString('base64'),
  }));
}
