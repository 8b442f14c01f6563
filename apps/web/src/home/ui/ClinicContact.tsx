import styles from "../Home.module.css";
import { useHome } from "../use-home.ts";

/** How the clinic is reached, and what it wants done in an emergency. Nothing where no clinic was joined. */
export function ClinicContact() {
  const { clinic } = useHome();
  if (clinic === undefined) return null;
  return (
    <p className={styles["contact"]}>
      {clinic.name}: {clinic.contact}
      {clinic.emergency === undefined ? null : (
        <>
          <br />
          {clinic.emergency}
        </>
      )}
    </p>
  );
}
