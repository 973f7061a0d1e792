const NOW = 'òa óa ỏa õa ọa òe óe ỏe õe ọe ùy úy ủy ũy ụy'.split(' ');
const BEFORE = 'oà oá oả oã oạ oè oé oẻ oẽ oẹ uỳ uý uỷ uỹ uỵ'.split(' ');
const CASES = [
  (text: string) => text,
  (text: string) => text.charAt(0).toUpperCase() + text.slice(1),
  (text: string) => text.toUpperCase(),
];

/** The same words with their tone marks where older spelling puts them: hoà for hòa, uỷ for ủy; also in capitals. */
export function olderTones(text: string): string {
  const pairs = CASES.flatMap((inCase) => NOW.map((now, at) => [inCase(now), inCase(BEFORE[at] ?? '')] as const));
  return pairs.reduce((sofar, [now, before]) => sofar.replaceAll(now, before), text.normalize('NFC'));
}
