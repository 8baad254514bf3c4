// compare: two token lists of a text, byte by byte.
const equal = (a, b) => a && b && a[2] === b[2] && JSON.stringify(a[3]) === JSON.stringify(b[3]);

// Bytes of one line that have equal tokens, and the first pair that differs. An empty line is one byte.
function compareLine(want, got) {
  const bytes = want[want.length - 1][1];
  if (!bytes) return { same: equal(want[0], got[0]) ? 1 : 0, all: 1, pair: [want[0], got[0]] };
  let same = 0, pair = null;
  for (let at = 0, w = 0, g = 0; at < bytes;) {
    while (want[w][1] <= at) w++;
    while (g < got.length && got[g][1] <= at) g++;
    const upto = Math.min(want[w][1], got[g]?.[1] ?? bytes);
    if (equal(want[w], got[g])) same += upto - at;
    else pair ??= [want[w], got[g]];
    at = upto;
  }
  return { same, all: bytes, pair };
}

// want, got: the tokens of each line. first: words about the first difference, '' when there is none.
export function compare(want, got, lines) {
  let same = 0, all = 0, first = '';
  want.forEach((tokens, i) => {
    const r = compareLine(tokens, got[i] ?? []);
    same += r.same;
    all += r.all;
    if (r.same !== r.all && !first)
      first = `line ${i + 1}: ${lines[i].slice(0, 160)}\n    want ${JSON.stringify(r.pair[0])}\n    got  ${JSON.stringify(r.pair[1])}`;
  });
  if (want.length !== got.length) first ||= `${want.length} lines wanted, ${got.length} got`;
  return { same, all: all || 1, first };
}
