import { numberOf } from "../check/daily.ts";
import { goTo } from "../go-to.ts";
import styles from "../Home.module.css";
import { BigButton } from "../ui/BigButton.tsx";
import { ClinicContact } from "../ui/ClinicContact.tsx";
import { useHome } from "../use-home.ts";

/** A session was stopped because the person feels unwell. */
export function Unwell() {
  const { words, settings } = useHome();
  const call = numberOf(settings.country);
  return (
    <section className={styles["stop"]}>
      <h1>{words.unwell.title}</h1>
      <p>{words.unwell.body}</p>
      {call === undefined ? null : (
        <a className={styles["call"]} href={`tel:${call}`}>
          {words.check.call(call)}
        </a>
      )}
      <ClinicContact />
      {settings.contact === "" ? null : <p className={styles["contact"]}>{settings.contact}</p>}
      <BigButton onPress={() => goTo("today")}>{words.unwell.home}</BigButton>
    </section>
  );
}
