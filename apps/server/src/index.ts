export { makeSetupToken } from "./accounts/links.ts";
export { type Clinic, type ClinicOptions, openClinic } from "./clinic.ts";
export { type DemoSignIn, fillDemo } from "./demo/fill-demo.ts";
export { clinicOptionsFrom } from "./environment.ts";
export { type Jobs, startJobs } from "./jobs/jobs.ts";
export { createServer, type Health, type ServerOptions } from "./server.ts";
export { type Backup, type BackupOptions, makeBackup } from "./store/backup.ts";
export { runCommand } from "./store/command.ts";
export { type DailyBackup, startDailyBackup } from "./store/daily-backup.ts";
