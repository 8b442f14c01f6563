const [width, height, edge] = [300, 70, 7];

/** Ratings of 0 to 10 as dots, the first at the left; nothing is drawn between them that nobody entered. */
export function RatingCourse({ values }: { readonly values: readonly number[] }) {
  const x = (n: number): number => edge + ((width - 2 * edge) * n) / Math.max(1, values.length - 1);
  const y = (value: number): number => height - edge - ((height - 2 * edge) * value) / 10;
  const line = values.map((value, n) => `${x(n).toFixed(1)},${y(value).toFixed(1)}`).join(" ");
  return (
    <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      <path d={`M${edge} ${y(0)}H${width - edge}M${edge} ${y(10)}H${width - edge}`} stroke="var(--line)" />
      <polyline
        points={line}
        fill="none"
        stroke="color-mix(in srgb, var(--accent) 45%, transparent)"
        strokeWidth="1.5"
      />
      {values.map((value, n) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a rating is known by its place
        <circle key={n} cx={x(n)} cy={y(value)} r={n === values.length - 1 ? 4.5 : 3} fill="var(--accent)" />
      ))}
    </svg>
  );
}
