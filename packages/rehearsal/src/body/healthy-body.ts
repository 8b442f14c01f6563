import { anatomy, mirrored, type NodeGroup, type Territory } from "@openlymph/anatomy";
import { canonicalJson, mLPerHour, mmHg } from "@openlymph/base";
import {
  type AveragedParameters,
  averagedParameters,
  invertHealthyBody,
  type JunctionKind,
  type PumpLaw,
  type WholeBody,
  type WholeBodySpec,
} from "@openlymph/physiology";
import { anastomosisOpening, flowScale, type TissueVariation, tissueClass } from "./tissue-class.ts";

function junctionKind(node: NodeGroup): JunctionKind {
  if (node.kind === "nodeGroup") return "group";
  return node.kind === "sink" ? "outlet" : "conduit";
}

function neighbourLinks(territories: readonly Territory[]): WholeBodySpec["links"] {
  const seen = new Set<string>();
  return territories.flatMap((territory) =>
    territory.neighbours.flatMap((neighbour) => {
      const key = [territory.id, neighbour.territory].sort().join(" ");
      if (seen.has(key)) return [];
      seen.add(key);
      const watershed = neighbour.watershed === null ? undefined : anatomy.byId.watersheds.get(neighbour.watershed);
      return [{ a: territory.id, b: neighbour.territory, resistance: watershed?.resistanceFactorGuess ?? 1 }];
    }),
  );
}

/** The whole body of the anatomy as the averaged model wants it: 127 territories, 118 unknown pressures, two outlets. */
export function wholeBodySpec(variation: TissueVariation = {}): WholeBodySpec {
  return {
    compartments: anatomy.territories.map((territory) => {
      const tissue = tissueClass(territory, variation);
      return {
        id: territory.id,
        volume: territory.interstitialL * 1e-3,
        postNodalFlow: flowScale * territory.lymphFlowMlPerH * mLPerHour,
        protein: tissue.protein,
        reflection: tissue.reflection,
        swollenSlope: tissue.swollenSlope,
      };
    }),
    junctions: anatomy.nodeGroups.map((node) => {
      const other = mirrored(node.id);
      const mirror = other !== node.id && anatomy.byId.nodeGroups.has(other) ? other : undefined;
      return { id: node.id, kind: junctionKind(node), mirror };
    }),
    drains: anatomy.territories.flatMap(({ id, drainage }) =>
      drainage.map(({ to, fraction }) => ({ from: id, to, fraction })),
    ),
    edges: anatomy.edges.map(({ id, from, to, share }) => ({ id, from, to, share })),
    anastomoses: anatomy.anastomoses.map((anastomosis) => {
      const opening = anatomy.byId.nodeGroups.get(anastomosis.b)?.kind === "sink" ? "lymphovenousOpening" : "opening";
      return {
        id: anastomosis.id,
        a: anastomosis.a,
        b: anastomosis.b,
        relative: anastomosis.relativeConductance,
        forward: true,
        backward: anastomosis.direction === "both directions",
        opening: anastomosisOpening[opening].value * mmHg,
      };
    }),
    links: neighbourLinks(anatomy.territories),
  };
}

const bodies = new Map<string, WholeBody>();

/** The healthy body for these parameters, this pump law and these constants of tissue; the inversion is done once for each set. */
export function healthyBody(
  changes: Partial<AveragedParameters> = {},
  pumpLaw: PumpLaw = "fit",
  variation: TissueVariation = {},
): WholeBody {
  const parameters = averagedParameters(changes);
  const key = canonicalJson({ parameters, pumpLaw, variation });
  const known = bodies.get(key);
  if (known !== undefined) return known;
  const body = invertHealthyBody(wholeBodySpec(variation), parameters, pumpLaw);
  if (bodies.size > 20) bodies.clear();
  bodies.set(key, body);
  return body;
}
