/**
 * Which of several values is the better one; −1 where they cannot be compared: fewer than two are known, they were counted on
 * different days (another `basis`), or two are equally good.
 *
 *     bestOf([{ value: 3, basis: 'a' }, { value: 5, basis: 'a' }], 'more')  → 1
 *     bestOf([{ value: 3, basis: 'a' }, { value: 5, basis: 'b' }], 'more')  → -1
 *
 * @param {{ value: number | null, basis: string | null }[]} values @param {'more' | 'less'} better
 */
export function bestOf(values, better) {
  const known = values.flatMap((v, i) => (v.value === null ? [] : [{ i, value: v.value, basis: v.basis }]));
  if (known.length < 2 || known.some((v) => v.basis === null || v.basis !== known[0].basis)) return -1;
  const sorted = known.sort((a, b) => (better === 'more' ? b.value - a.value : a.value - b.value));
  return sorted[0].value === sorted[1].value ? -1 : sorted[0].i;
}
