import { X } from "lucide-react";
import { useEffect, useRef } from "react";
import styles from "../studio/Hint.module.css";
import { Button } from "../ui/Button.tsx";
import { words } from "../words.ts";
import { StorySources } from "./StorySources.tsx";
import { type Reading, scenes, textOf } from "./stories.ts";

const told = words.learn;

export interface StoryBarProps {
  readonly reading: Reading;
  readonly onPart: (part: number) => void;
  readonly onClose: () => void;
}

/** One part of a story in words; the room shows what they speak of. */
export function StoryBar({ reading, onPart, onClose }: StoryBarProps) {
  const { story, part } = reading;
  const all = scenes[story].length;
  const bar = useRef<HTMLElement>(null);
  useEffect(() => bar.current?.focus(), []);
  return (
    <aside
      className={styles["story"]}
      aria-label={told.stories[story].title}
      data-testid="story"
      ref={bar}
      tabIndex={-1}
    >
      <span className={styles["count"]}>{words.hint.of(part + 1, all)}</span>
      <p aria-live="polite">{textOf(reading)}</p>
      <StorySources story={story} />
      <Button className={styles["next"]} isDisabled={part === 0} onPress={() => onPart(part - 1)}>
        {told.back}
      </Button>
      <Button className={styles["next"]} onPress={() => (part + 1 < all ? onPart(part + 1) : onClose())}>
        {part + 1 < all ? told.next : told.end}
      </Button>
      <Button label={told.close} round onPress={onClose}>
        <X aria-hidden="true" size={20} />
      </Button>
    </aside>
  );
}
