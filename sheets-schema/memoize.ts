/**
 * The same function, that answers what it was asked before without working it out again. A log names the same moment, and
 * a round the same day, in thousands of rows. What is remembered is forgotten when it grows too large.
 */
export function memoize<K, V>(work: (key: K) => V, most = 20_000): (key: K) => V {
  const known = new Map<K, V>();
  return (key) => {
    const cached = known.get(key);
    if (cached !== undefined) return cached;
    if (known.size >= most) known.clear();
    const value = work(key);
    known.set(key, value);
    return value;
  };
}
