export * from "./averaged/index.ts";
