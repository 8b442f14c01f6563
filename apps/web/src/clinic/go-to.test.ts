import { expect, test } from "vitest";
import { personHash, placeOf } from "./go-to.ts";

test("an address names a room, a person with a tab, or a token; what it does not know is Today", () => {
  expect(placeOf("")).toEqual({ room: "today" });
  expect(placeOf("#people")).toEqual({ room: "people" });
  expect(placeOf("#people/new")).toEqual({ room: "new-person" });
  expect(placeOf("#nonsense")).toEqual({ room: "today" });
  expect(placeOf(personHash("0194", "plan"))).toEqual({ room: "person", person: "0194", tab: "plan" });
  expect(placeOf("#person/0194/nonsense")).toEqual({ room: "person", person: "0194", tab: "overview" });
  expect(placeOf("#setup=abc%2Bd")).toEqual({ room: "setup", token: "abc+d" });
  expect(placeOf("#invite=abc")).toEqual({ room: "invite", token: "abc" });
  expect(placeOf("#invite=")).toEqual({ room: "today" });
});
