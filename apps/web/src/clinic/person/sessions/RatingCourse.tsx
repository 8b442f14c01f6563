const [width, height, edge] = [300, 70, 7];
/** Room for the numbers of the scale. */
const scale = 22;

/** Ratings of 0 to 10 as dots, the first at the left; nothing is drawn between them that nobody entered. */
export function RatingCourse({ values }: { readonly values: readonly number[] }) {
  const x = (n: number): number => scale + ((width - edge - scale) * n) / Math.max(1, values.length - 1);
  const y = (value: number): number => height - edge - ((height - 2 * edge) * value) / 10;
  const line = values.map((value, n) => `${x(n).toFixed(1)},${y(value).toFixed(1)}`).join(" ");
  return (
    <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      <path d={`M${scale} ${y(0)}H${width - edge}M${scale} ${y(10)}H${width - edge}`} stroke="var(--line)" />
      {[0, 10].map((value) => (
        <text key={value} x={scale - 7} y={y(value) + 4} fill="var(--muted)" fontSize="11" textAnchor="end">
          {value}
        </text>
      ))}
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
