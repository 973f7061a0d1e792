/** What an e-mail address is here: the one rule for the cells people type, the environment and the mails that leave. */

const ATOM = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+$/i;
const LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/i;
/** RFC 5321 section 4.5.3.1. */
const LONGEST_LOCAL_PART = 64;
const LONGEST_ADDRESS = 254;

/**
 * Whether a text is one plain e-mail address: `name@host.domain`, ASCII, no quotes, no display name. Whether anybody
 * reads it is for the mail server to say.
 */
export function isAddress(text: string): boolean {
  const at = text.lastIndexOf('@');
  if (at < 1 || at > LONGEST_LOCAL_PART || text.length > LONGEST_ADDRESS) return false;
  const labels = text.slice(at + 1).split('.');
  const atoms = text.slice(0, at).split('.');
  const isDomain = labels.length > 1 && labels.every((label) => LABEL.test(label)) && /\D/.test(labels.at(-1) ?? '');
  return isDomain && atoms.every((atom) => ATOM.test(atom));
}

/** What stands in a cell that should hold addresses. */
export type ReadAddresses = {
  /** Plain addresses, the domain in small letters, each once. */
  readonly addresses: readonly string[];
  /** Parts that are none, as they stand. */
  readonly wrong: readonly string[];
  /** Whether more than a separator had to be put right to read them. */
  readonly isMended: boolean;
};

/** Longer than any list of readers of one unit. */
export const LONGEST_LIST = 2_000;

/**
 * Reads the addresses in a text, parted by `;`, `,`, line breaks or spaces. What cannot be meant otherwise is put right:
 * a separator too many, `mailto:`, `Tên <…>`, quotes and brackets around an address, a final dot, spaces beside the
 * sign, full-width signs, invisible ones. Nothing is guessed: words beside an address make it none.
 */
export function readAddresses(text: string): ReadAddresses {
  if (text.length > LONGEST_LIST) return { addresses: [], wrong: [text], isMended: false };
  const parts = partsOf(withPlainSigns(text));
  const read = parts.map((part) => ({ part, found: addressesIn(part) }));
  const found = read.flatMap(({ found }) => found ?? []);
  const addresses = [...new Map(found.map((address) => [address.toLowerCase(), address])).values()];
  return {
    addresses,
    wrong: read.filter(({ found }) => found === null).map(({ part }) => part),
    isMended: asTyped(text) !== addresses.join(),
  };
}

/** What was typed, its usual separators made one. */
function asTyped(text: string): string {
  return text.replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, '').replace(/[ \t\r]*[;,\n][ \t]*|[ \t]+/g, ',');
}

/** Full-width and small forms, as input methods for Vietnamese and Chinese leave them. */
const WIDE_SIGNS = /[\uFE50-\uFE6B\uFF01-\uFF5E]/g;
const INVISIBLE = /(?![\n\t])[\p{Default_Ignorable_Code_Point}\p{Cc}]/gu;

function withPlainSigns(text: string): string {
  return text
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(INVISIBLE, '')
    .replace(WIDE_SIGNS, (sign) => sign.normalize('NFKC'))
    .replace(/[\u3001\uFF64]/g, ',')
    .replace(/[\u3002\uFF61]/g, '.')
    .replace(/\s*@\s*/g, '@');
}

/**
 * `Tên, chức danh <địa chỉ>` is one part, whatever parts the name. A word without the sign goes with what follows: of
 * `an,binh@…` nobody knows whether a comma or a stop was meant, and a stranger would get the mail.
 */
const PART = /[^@<>;\n]*<[^<>]*>|(?:[^@;,\n]*[;,])*[^;,\n]+/g;

function partsOf(text: string): readonly string[] {
  return (text.match(PART) ?? []).map((part) => part.replace(/^[\s;,]+|[\s;,]+$/g, '')).filter((part) => part !== '');
}

const AROUND = /^[\s"“”‘’«»<>()[\]]+|[\s"“”‘’«»<>()[\].]+$/g;

/** @returns null when the part is no address, nor several with spaces between. */
function addressesIn(part: string): readonly string[] | null {
  const named = /<([^<>]*)>$/.exec(part)?.[1] ?? part;
  const whole = addressOf(named) ?? addressOf(named.replace(/(?<=@[^@]*)\s*\.\s*/g, '.'));
  if (whole !== null) return [whole];
  const several = named.split(/\s+/).map(addressOf);
  return several.every((address) => address !== null) ? several : null;
}

function addressOf(piece: string): string | null {
  if (isAddress(piece)) return inSmallDomain(piece);
  const address = piece
    .replace(AROUND, '')
    .replace(/^mailto:\s*([^@]*@[^?]*).*$/is, '$1')
    .replace(AROUND, '')
    .replace(/^'(.*)'$/s, '$1');
  return isAddress(address) ? inSmallDomain(address) : null;
}

/** Small and capital letters of a domain mean the same; before the sign they may not. */
function inSmallDomain(address: string): string {
  const at = address.lastIndexOf('@');
  return address.slice(0, at) + address.slice(at).toLowerCase();
}

/** An address with the name people see beside it; `''` when there is none. */
export type Mailbox = { readonly name: string; readonly address: string };

/** Reads exactly one mailbox: an address, or `Tên <địa chỉ>`. @returns null for anything else, several and groups too. */
export function readMailbox(text: string): Mailbox | null {
  if (isAddress(text)) return { name: '', address: inSmallDomain(text) };
  const { name = '', address = '' } =
    /^(?<name>[^<>@\p{Cc}\u2028\u2029]*)<(?<address>[^<>]*)>$/u.exec(text)?.groups ?? {};
  if (!isAddress(address)) return null;
  const bare = name.trim();
  const quoted = /^"(.*)"$/.exec(bare)?.[1];
  return { name: quoted?.replace(/\\(.)/g, '$1') ?? bare, address: inSmallDomain(address) };
}
