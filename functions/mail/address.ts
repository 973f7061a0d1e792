const ATOM = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+$/i;
const LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/i;

/**
 * Whether a text is one plain e-mail address: `name@host.domain`, ASCII, no quotes, no display name. Lengths as RFC 5321
 * section 4.5.3.1 sets them. Whether anybody reads it is for the mail server to say.
 */
export function isAddress(text: string): boolean {
  const at = text.lastIndexOf('@');
  const [local, domain] = [text.slice(0, at), text.slice(at + 1)];
  if (at < 1 || local.length > 64 || domain.length > 253) return false;
  const labels = domain.split('.');
  return local.split('.').every((atom) => ATOM.test(atom)) && labels.length > 1 && labels.every((l) => LABEL.test(l));
}

/** `n***@moc.gov.vn`: enough to recognise an address, too little to use it. A text that is none becomes `***`. */
export function maskAddress(address: string): string {
  const at = address.lastIndexOf('@');
  return at < 1 ? '***' : `${[...address][0]}***${address.slice(at)}`;
}

const LOCAL_END = /[^\s<>()[\]:;,"@]{1,64}$/;
const DOMAIN_START = /^[^\s<>()[\]:;,"@]{1,253}/;

/** Masks every address inside a longer text, such as the answer of a mail server. Looked for from each `@`: linear time. */
export function maskAddresses(text: string): string {
  const [first = '', ...rest] = text.split('@');
  return rest.reduce((masked, after) => {
    const local = LOCAL_END.exec(masked.slice(-64))?.[0];
    if (local === undefined || !DOMAIN_START.test(after)) return `${masked}@${after}`;
    return `${masked.slice(0, -local.length)}${[...local][0]}***@${after}`;
  }, first);
}
