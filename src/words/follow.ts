/** Nodes with fewer edges are looked through in turn. */
const SHORT = 6;

/** The node that a key leads to among edges in order of key, or −1. */
export function follow(nodes: Int32Array, from: number, count: number, key: number): number {
  let low = 0;
  let high = count - 1;
  // Most nodes have a few edges only: looking at them in turn is faster than halving.
  if (high < SHORT) {
    for (let offset = from, end = from + 2 * count; offset < end; offset += 2) {
      if (nodes[offset] === key) return nodes[offset + 1]!;
    }
    return -1;
  }
  while (low <= high) {
    const middle = (low + high) >> 1;
    const there = nodes[from + 2 * middle]!;
    if (there === key) return nodes[from + 2 * middle + 1]!;
    if (there < key) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
