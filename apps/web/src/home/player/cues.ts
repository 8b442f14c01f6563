/** What is heard and felt while a session is played. Each may be missing on a device; everything said is shown as well. */

export interface Cues {
  /** Unlocks sound; to be called from a tap. */
  readonly unlock: () => void;
  readonly click: () => void;
  readonly say: (text: string) => void;
  /** Says one after the other, and tells when all is said or it was made quiet. */
  readonly read: (texts: readonly string[], onEnd: () => void) => void;
  readonly quiet: () => void;
  readonly vibrate: () => void;
}

export const canVibrate = (): boolean => typeof navigator.vibrate === "function";
export const canSpeak = (): boolean => typeof speechSynthesis === "object";

/** Whether the device has a voice for a language; voices may come late, so ask again. */
export function hasVoice(language: string): boolean {
  return canSpeak() && speechSynthesis.getVoices().some(({ lang }) => lang.toLowerCase().startsWith(language));
}

/** Pitch, length and loudness of the click: soft, and apart from speech. */
const [pitch, length, loudness] = [880, 0.045, 0.12];

export function makeCues(language: string): Cues {
  let audio: AudioContext | undefined;
  const wake = (): AudioContext | undefined => {
    if (typeof AudioContext === "undefined") return undefined;
    audio ??= new AudioContext();
    // A call or a locked screen leaves it suspended or interrupted.
    if (audio.state !== "running") void audio.resume().catch(() => undefined);
    return audio;
  };
  const spoken = (text: string): SpeechSynthesisUtterance => {
    const words = new SpeechSynthesisUtterance(text);
    words.lang = language;
    words.rate = 0.95;
    return words;
  };
  return {
    unlock: () => void wake(),
    click() {
      const context = wake();
      if (context === undefined) return;
      const tone = context.createOscillator();
      const gain = context.createGain();
      const now = context.currentTime;
      tone.frequency.value = pitch;
      gain.gain.setValueAtTime(0, now);
      gain.gain.linearRampToValueAtTime(loudness, now + 0.005);
      gain.gain.exponentialRampToValueAtTime(0.0001, now + length);
      tone.connect(gain).connect(context.destination);
      tone.start(now);
      tone.stop(now + length);
    },
    say(text) {
      if (!canSpeak()) return;
      speechSynthesis.cancel();
      speechSynthesis.speak(spoken(text));
    },
    read(texts, onEnd) {
      if (!canSpeak()) return onEnd();
      speechSynthesis.cancel();
      // One by one: browsers cut off what is long.
      for (const [n, text] of texts.entries()) {
        const words = spoken(text);
        words.onerror = onEnd;
        if (n === texts.length - 1) words.onend = onEnd;
        speechSynthesis.speak(words);
      }
    },
    quiet() {
      if (canSpeak()) speechSynthesis.cancel();
    },
    vibrate() {
      if (canVibrate()) navigator.vibrate(30);
    },
  };
}
