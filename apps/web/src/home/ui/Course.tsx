/** The course of ratings from 0 to 10, the first at the left. */
export function Course({ values, label }: { readonly values: readonly number[]; readonly label: string }) {
  const x = (n: number): number => 6 + (288 * n) / Math.max(1, values.length - 1);
  const y = (value: number): number => 54 - 4.8 * value;
  const line = values.map((value, n) => `${x(n).toFixed(1)},${y(value).toFixed(1)}`).join(" ");
  return (
    <svg viewBox="0 0 300 60" role="img" aria-label={label} style={{ width: "100%", maxWidth: 420 }}>
      <path d="M6 54H294M6 6H294" stroke="var(--line)" />
      <polyline points={line} fill="none" stroke="var(--accent)" strokeWidth="2.5" strokeLinejoin="round" />
      <circle cx={x(values.length - 1)} cy={y(values.at(-1) ?? 0)} r="4.5" fill="var(--accent)" />
    </svg>
  );
}
