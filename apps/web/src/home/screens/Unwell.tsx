import { goTo } from "../go-to.ts";
import styles from "../Home.module.css";
import { BigButton } from "../ui/BigButton.tsx";
import { ClinicContact } from "../ui/ClinicContact.tsx";
import { EmergencyCall } from "../ui/EmergencyCall.tsx";
import { useHome } from "../use-home.ts";

/** A session was stopped because the person feels unwell. */
export function Unwell() {
  const { words, settings } = useHome();
  return (
    <section className={styles["stop"]}>
      <h1>{words.unwell.title}</h1>
      <p>{words.unwell.body}</p>
      <p>{words.unwell.again}</p>
      <EmergencyCall />
      <ClinicContact />
      {settings.contact === "" ? null : <p className={styles["contact"]}>{settings.contact}</p>}
      <BigButton onPress={() => goTo("today")}>{words.unwell.home}</BigButton>
    </section>
  );
}
