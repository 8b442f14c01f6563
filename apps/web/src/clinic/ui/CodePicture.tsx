import { encode } from "uqr";
import styles from "./CodePicture.module.css";

/** A code that a camera reads, dark on light in either theme; nothing where the text is too long for one. */
export function CodePicture({ text, label }: { readonly text: string; readonly label: string }) {
  let code: ReturnType<typeof encode> | undefined;
  try {
    code = encode(text, { ecc: "M", border: 3 });
  } catch {
    return null;
  }
  const { data, size } = code;
  const cells = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])));
  return (
    <svg className={styles["code"]} viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label}>
      <path d={`M0 0h${size}v${size}h-${size}z`} fill="#fff" />
      <path d={cells.join("")} fill="#000" />
    </svg>
  );
}
