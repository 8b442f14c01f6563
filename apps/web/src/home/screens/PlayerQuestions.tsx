import { type SkipReason, skipReasons } from "@openlymph/record";
import { BigButton } from "../ui/BigButton.tsx";
import { useHome } from "../use-home.ts";
import styles from "./PlayerScreen.module.css";

/** Why the rest of a step is left out. */
export function SkipQuestion({
  onSkip,
  onKeepOn,
}: {
  readonly onSkip: (why: SkipReason) => void;
  readonly onKeepOn: () => void;
}) {
  const { words } = useHome();
  return (
    <fieldset className={styles["ask"]} data-question="">
      <legend>{words.player.skipTitle}</legend>
      {skipReasons.map((why) => (
        <BigButton key={why} large onPress={() => onSkip(why)}>
          {words.player.skipReasons[why]}
        </BigButton>
      ))}
      <p>{words.player.skipPain}</p>
      <BigButton kind="plain" onPress={onKeepOn}>
        {words.player.cancel}
      </BigButton>
    </fieldset>
  );
}

/** Whether the session ends here, and whether the person is well. */
export function StopQuestion({
  onStop,
  onKeepOn,
}: {
  readonly onStop: (how: "stopped" | "unwell") => void;
  readonly onKeepOn: () => void;
}) {
  const { words } = useHome();
  return (
    <fieldset className={styles["ask"]} data-question="">
      <legend>{words.player.stopTitle}</legend>
      <BigButton large kind="danger" onPress={() => onStop("unwell")}>
        {words.player.stopUnwell}
      </BigButton>
      <BigButton large onPress={() => onStop("stopped")}>
        {words.player.stopNow}
      </BigButton>
      <BigButton large kind="filled" onPress={onKeepOn}>
        {words.player.keepOn}
      </BigButton>
    </fieldset>
  );
}
