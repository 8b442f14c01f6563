import { describeFailure, type Failure, FailureError } from "@openlymph/base";
import { useEffect, useState } from "react";
import { recallWork } from "../../studio/work-kept.ts";
import { Problem } from "../../ui/Problem.tsx";
import styles from "../Home.module.css";
import { BigButton } from "../ui/BigButton.tsx";
import { FileButton } from "../ui/FileButton.tsx";
import { useHome } from "../use-home.ts";

/** Where published plans lie, by the names of their files; each is fetched only when somebody asks for it. */
const examples = new Map(
  Object.entries(
    import.meta.glob<string>("../../../../../examples/plans/*.yaml", {
      query: "?url",
      import: "default",
      eager: true,
    }),
  ).map(([path, address]) => [path.split("/").at(-1) ?? path, address]),
);

async function textOf(name: string): Promise<string | undefined> {
  const address = examples.get(name);
  const response = address === undefined ? undefined : await fetch(address);
  return response?.ok === true ? response.text() : undefined;
}

const tried = ["lnni-arm.yaml", "stm-leg.yaml", "draft-arm.yaml", "draft-leg.yaml"];

/** Takes a plan onto this device: from a file, from the studio, or a published one to try. */
export function ChoosePlan({ problem, inside = false }: { readonly problem?: Failure; readonly inside?: boolean }) {
  const { words, ledger } = useHome();
  const [failure, setFailure] = useState<Failure | undefined>(problem);
  const [titles, setTitles] = useState<ReadonlyMap<string, string>>(new Map());
  const work = recallWork()?.plan;
  useEffect(() => {
    let alive = true;
    void Promise.all(
      tried.map(async (name) => {
        const text = (await textOf(name)) ?? "";
        return [name, /^title: "?(.*?)"?$/m.exec(text)?.[1] ?? name] as const;
      }),
    ).then(
      (found) => alive && setTitles(new Map(found)),
      () => undefined,
    );
    return () => {
      alive = false;
    };
  }, []);
  const keep = async (text: string, file: string, source: "file" | "studio" | "library"): Promise<void> => {
    const { readHomePlan } = await import("../read-home-plan.ts");
    const read = readHomePlan(text, file);
    if (!read.ok) {
      setFailure(read);
      return;
    }
    const {
      hash: plan,
      plan: { title },
    } = read.value;
    await ledger.write("plan/kept", { plan, title, text, source }).then(
      () => setFailure(undefined),
      (error: unknown) => {
        if (error instanceof FailureError) setFailure({ ...error.failure, file });
      },
    );
  };
  const example = async (name: string, source: "studio" | "library"): Promise<void> => {
    const text = await textOf(name);
    if (text !== undefined) await keep(text, name, source);
  };
  return (
    <section className={styles["choose"]}>
      {inside ? null : (
        <>
          <h1>{words.noPlan.title}</h1>
          <p>{words.noPlan.body}</p>
        </>
      )}
      {failure === undefined ? null : <Problem message={describeFailure(failure)} />}
      <FileButton accept=".yaml,.yml,.json" large onText={(text, file) => void keep(text, file, "file")}>
        {words.noPlan.file}
      </FileButton>
      {work === undefined ? null : (
        <BigButton
          large
          onPress={() =>
            void (work.text === undefined ? example(work.file, "studio") : keep(work.text, work.file, "studio"))
          }
        >
          {words.noPlan.studio}
        </BigButton>
      )}
      <h2>{words.noPlan.examples}</h2>
      <p className={styles["quiet"]}>{words.noPlan.draft}</p>
      {[...titles].map(([name, title]) => (
        <BigButton key={name} onPress={() => void example(name, "library")}>
          {title}
        </BigButton>
      ))}
    </section>
  );
}
