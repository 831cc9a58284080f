/** Share of hits among tries with its Wilson score interval at 95 % (Wilson 1927), each from 0 to 1; nothing where nothing was tried. */
export function wilson(hits: number, tries: number): { share: number; low: number; high: number } | undefined {
  if (tries === 0) return undefined;
  const z = 1.96;
  const share = hits / tries;
  const mid = share + (z * z) / (2 * tries);
  const half = z * Math.sqrt((share * (1 - share)) / tries + (z * z) / (4 * tries * tries));
  const scale = 1 + (z * z) / tries;
  return { share, low: Math.max(0, (mid - half) / scale), high: Math.min(1, (mid + half) / scale) };
}
