/**
 * proto3 JSON prints no default: false, 0, the empty string and the empty list are left out. An empty object stays: it
 * says which kind something is.
 */
export function withoutDefaults(message: object): object {
  const members = Object.entries(message).filter(([, member]) => !isDefault(member));
  return Object.fromEntries(members.map(([name, member]) => [name, memberWithoutDefaults(member)]));
}

function memberWithoutDefaults(member: unknown): unknown {
  if (Array.isArray(member)) return member.map(memberWithoutDefaults);
  return typeof member === 'object' && member !== null ? withoutDefaults(member) : member;
}

const isDefault = (value: unknown) =>
  value === undefined || value === false || value === 0 || value === '' || (Array.isArray(value) && value.length === 0);
