/**
 * What packages may take for granted besides the language itself: the globals that Node, a browser tab and a worker
 * share, in the shape all three have. `tsc -p scripts/isomorphic` compiles the packages with these alone, so that a
 * use of `document`, `window`, `process` or `Buffer` does not compile. A new line here must hold in all three places.
 */
declare global {
  interface AbortSignal {
    readonly aborted: boolean;
    readonly reason: unknown;
    throwIfAborted(): void;
    addEventListener(type: "abort", listener: () => void, options?: { readonly once?: boolean }): void;
    removeEventListener(type: "abort", listener: () => void): void;
  }
  const AbortSignal: {
    abort(reason?: unknown): AbortSignal;
    timeout(milliseconds: number): AbortSignal;
    any(signals: Iterable<AbortSignal>): AbortSignal;
  };
  class AbortController {
    readonly signal: AbortSignal;
    abort(reason?: unknown): void;
  }
  class TextEncoder {
    encode(text?: string): Uint8Array<ArrayBuffer>;
  }
  class TextDecoder {
    constructor(label?: string, options?: { readonly fatal?: boolean; readonly ignoreBOM?: boolean });
    decode(bytes?: ArrayBufferView | ArrayBuffer): string;
  }
  class URL {
    constructor(url: string, base?: string | URL);
    readonly href: string;
    readonly protocol: string;
    readonly host: string;
    readonly pathname: string;
    readonly search: string;
    readonly hash: string;
  }
  const performance: { now(): number };
  const crypto: {
    getRandomValues<T extends Uint8Array | Uint32Array>(array: T): T;
    randomUUID(): string;
  };
  function structuredClone<T>(value: T): T;
  function queueMicrotask(callback: () => void): void;
  function setTimeout(callback: () => void, milliseconds?: number): unknown;
  function clearTimeout(timer: unknown): void;
}

export {};
