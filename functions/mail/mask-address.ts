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
