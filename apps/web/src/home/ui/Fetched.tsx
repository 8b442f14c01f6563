import { Component, type ReactNode, Suspense } from "react";
import type { HomeWords } from "../words/en.ts";
import { BigButton } from "./BigButton.tsx";

interface FetchedProps {
  readonly words: Pick<HomeWords, "wait" | "failed" | "again">;
  readonly children: ReactNode;
}

/** Around what is fetched later: says so while it comes, and where it does not come, offers to open the page again. */
export class Fetched extends Component<FetchedProps, { readonly failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    const { words, children } = this.props;
    if (!this.state.failed) return <Suspense fallback={<p role="status">{words.wait}</p>}>{children}</Suspense>;
    return (
      <>
        <p role="alert">{words.failed}</p>
        <BigButton large onPress={() => location.reload()}>
          {words.again}
        </BigButton>
      </>
    );
  }
}
