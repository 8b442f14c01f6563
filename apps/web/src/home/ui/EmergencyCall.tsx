import { emergencyNumbers, numberOf } from "../check/daily.ts";
import styles from "../Home.module.css";
import { useHome } from "../use-home.ts";

/** Calls the emergency number: that of the person's country, or, where nobody knows the country, one for each. */
export function EmergencyCall() {
  const { words, settings } = useHome();
  const own = numberOf(settings.country);
  if (own !== undefined) {
    return (
      <a className={styles["call"]} href={`tel:${own}`}>
        {words.check.call(own)}
      </a>
    );
  }
  const shown = new Intl.DisplayNames([words.locale], { type: "region" });
  return (
    <ul className={styles["calls"]} aria-label={words.check.callWhich}>
      {emergencyNumbers.map(({ number, country }) => (
        <li key={country}>
          <a className={styles["call"]} href={`tel:${number}`}>
            {words.check.call(number)}
            <small>{shown.of(country)}</small>
          </a>
        </li>
      ))}
    </ul>
  );
}
