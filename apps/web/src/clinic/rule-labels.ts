/** The labels of the screening's rules, apart, because they are fetched only when a rule is named. */
export { contraindicationsById } from "@openlymph/therapy";
