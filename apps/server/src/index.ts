export { createServer, type Health, type ServerOptions } from "./server.ts";
