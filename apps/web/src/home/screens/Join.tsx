/** Joining a clinic by its one-time link: what it means, and whose link it was. */
import { useEffect, useState } from "react";
import { goTo, holdJoinToken, joinToken } from "../go-to.ts";
import styles from "../Home.module.css";
import type { ClinicLink } from "../store/database.ts";
import { confirmName, type JoinFailure, joinClinic, notMe } from "../store/join.ts";
import { readPasted } from "../store/join-link.ts";
import { BigButton } from "../ui/BigButton.tsx";
import { useHome } from "../use-home.ts";
import { useClinicWords } from "../words/use-clinic-words.ts";

/** The link, typed or pasted: for apps that are kept apart from the browser. */
function Paste({ onToken }: { readonly onToken: (token: string) => void }) {
  const { join } = useClinicWords();
  const [text, setText] = useState("");
  const [wrong, setWrong] = useState("");
  const use = (): void => {
    const read = readPasted(text, location.origin);
    if (read.kind === "token") onToken(read.token);
    else setWrong(read.kind === "elsewhere" ? join.elsewhere(read.host) : join.notALink);
  };
  return (
    <>
      <label className={styles["field"]}>
        {join.paste}
        <input
          value={text}
          inputMode="url"
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          onChange={(event) => setText(event.target.value)}
        />
        <small>{join.pasteHint}</small>
      </label>
      {wrong === "" ? null : <p role="alert">{wrong}</p>}
      <BigButton kind="filled" large onPress={use}>
        {join.pasted}
      </BigButton>
    </>
  );
}

/** Whether the name that the clinic has is this person's. */
function Who({ link }: { readonly link: ClinicLink }) {
  const { ledger } = useHome();
  const { who } = useClinicWords();
  const [told, setTold] = useState("");
  const no = async (): Promise<void> => setTold((await notMe(ledger)) ? who.notMe : who.offline);
  return (
    <section className={styles["choose"]}>
      <h1>{who.title(link.clinic.name)}</h1>
      <p className={styles["contact"]}>{link.person === "" ? who.noName : who.ask(link.person)}</p>
      <p className={styles["quiet"]}>{who.waits}</p>
      <BigButton kind="filled" large onPress={() => void confirmName(ledger).then(() => goTo("today"))}>
        {who.yes}
      </BigButton>
      <BigButton large onPress={() => void no()}>
        {who.no}
      </BigButton>
      <p role="status">{told}</p>
    </section>
  );
}

function Already({ link }: { readonly link: ClinicLink }) {
  const { join } = useClinicWords();
  return (
    <section className={styles["choose"]}>
      <h1>{join.already(link.clinic.name)}</h1>
      <p>{join.alreadyWhat}</p>
      <BigButton kind="filled" large onPress={() => goTo("today")}>
        {join.toToday}
      </BigButton>
      <BigButton onPress={() => goTo("me")}>{join.toMe}</BigButton>
    </section>
  );
}

export function Join() {
  const { state, ledger } = useHome();
  const { join } = useClinicWords();
  const [token, setToken] = useState(joinToken);
  const [joining, setJoining] = useState(false);
  const [failure, setFailure] = useState<JoinFailure>();
  useEffect(() => {
    // Another link may be opened while this screen stands.
    const again = (): void => setToken(joinToken());
    addEventListener("hashchange", again);
    return () => removeEventListener("hashchange", again);
  }, []);
  const { link } = state;
  if (link?.state === "asked") return <Who link={link} />;
  if (link?.state === "joined") return <Already link={link} />;
  const forget = (): void => holdJoinToken(undefined);
  const begin = async (held: string): Promise<void> => {
    setJoining(true);
    setFailure(undefined);
    const failed = await joinClinic(ledger, held);
    setJoining(false);
    setFailure(failed);
    if (failed === undefined) forget();
  };
  const { length } = state.own;
  return (
    <section className={styles["choose"]}>
      <h1>{join.title}</h1>
      <p>{join.asks}</p>
      <h2>{join.sees}</h2>
      <ul className={styles["list"]}>
        {join.seesList(length).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <h2>{join.sends}</h2>
      <ul className={styles["list"]}>
        {join.sendsList.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <p>{join.watch}</p>
      {failure === undefined ? null : <p role="alert">{join.failures[failure]}</p>}
      {token === undefined || failure === "used" ? (
        <Paste
          onToken={(pasted) => {
            holdJoinToken(pasted);
            setToken(pasted);
            setFailure(undefined);
          }}
        />
      ) : (
        <BigButton kind="filled" large onPress={() => (joining ? undefined : void begin(token))}>
          {joining ? join.joining : join.yes}
        </BigButton>
      )}
      <BigButton
        onPress={() => {
          forget();
          goTo("today");
        }}
      >
        {join.no}
      </BigButton>
      {token !== undefined && !matchMedia("(display-mode: standalone)").matches ? (
        <p className={styles["quiet"]}>{join.installed}</p>
      ) : null}
    </section>
  );
}
