import { CloudOff } from "lucide-react";
import { useSyncExternalStore } from "react";
import styles from "./OfflineNote.module.css";

function subscribe(listener: () => void): () => void {
  addEventListener("online", listener);
  addEventListener("offline", listener);
  return () => {
    removeEventListener("online", listener);
    removeEventListener("offline", listener);
  };
}

/** Says that there is no network, and that nothing here needs one. */
export function OfflineNote({ words }: { readonly words: string }) {
  const online = useSyncExternalStore(subscribe, () => navigator.onLine);
  return (
    <p role="status" className={online ? "unseen" : styles["note"]}>
      {online ? null : (
        <>
          <CloudOff aria-hidden="true" size={18} />
          <span>{words}</span>
        </>
      )}
    </p>
  );
}
