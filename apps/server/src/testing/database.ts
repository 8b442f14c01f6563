/** Empty databases for tests and benches, each owned by a role of its own that row security holds for. */
import { Client } from "pg";
import { v4 as uuidv4 } from "uuid";

export async function newDatabaseAt(admin: string): Promise<string> {
  const name = `test_${uuidv4().replaceAll("-", "")}`;
  const client = new Client({ connectionString: admin });
  await client.connect();
  await client.query(`create role ${name} login`);
  await client.query(`create database ${name} owner ${name}`);
  await client.end();
  const url = new URL(admin);
  url.username = name;
  url.pathname = name;
  return url.href;
}
