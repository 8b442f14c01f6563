import { mLPerHour, mmHg } from "@openlymph/base";
import type { WholeBodySpec } from "./spec.ts";

/**
 * A body of three compartments, small enough to follow by hand: two arms' worth of skin and one gut, three node groups,
 * one duct. Used by the tests and as an example of a `WholeBodySpec`.
 */
export function smallBody(): WholeBodySpec {
  const skin = { protein: 20.7, reflection: 0.9, swollenSlope: 0.42 * mmHg };
  return {
    compartments: [
      { id: "armLeft", volume: 500e-6, postNodalFlow: 2.4 * mLPerHour, ...skin },
      { id: "armRight", volume: 500e-6, postNodalFlow: 2.4 * mLPerHour, ...skin },
      {
        id: "gut",
        volume: 300e-6,
        postNodalFlow: 60 * mLPerHour,
        protein: 20.7,
        reflection: 0.85,
        swollenSlope: 0.42 * mmHg,
      },
    ],
    junctions: [
      { id: "axillaLeft", kind: "group", mirror: "axillaRight" },
      { id: "axillaRight", kind: "group", mirror: "axillaLeft" },
      { id: "mesentery", kind: "group" },
      { id: "duct", kind: "conduit" },
      { id: "bloodLeft", kind: "outlet" },
      { id: "bloodRight", kind: "outlet" },
    ],
    drains: [
      { from: "armLeft", to: "axillaLeft", fraction: 1 },
      { from: "armRight", to: "axillaRight", fraction: 1 },
      { from: "gut", to: "mesentery", fraction: 1 },
    ],
    edges: [
      { id: "axillaLeft>duct", from: "axillaLeft", to: "duct", share: 1 },
      { id: "mesentery>duct", from: "mesentery", to: "duct", share: 1 },
      { id: "duct>bloodLeft", from: "duct", to: "bloodLeft", share: 1 },
      { id: "axillaRight>bloodRight", from: "axillaRight", to: "bloodRight", share: 1 },
    ],
    anastomoses: [
      {
        id: "across",
        a: "axillaLeft",
        b: "axillaRight",
        relative: 1,
        forward: true,
        backward: true,
        opening: 4 * mmHg,
      },
    ],
    links: [{ a: "armLeft", b: "armRight", resistance: 5 }],
  };
}
