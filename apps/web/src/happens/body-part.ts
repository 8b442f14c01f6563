import { anatomy, type Limb, limbTerritories } from "@openlymph/anatomy";
import type { FluidFinding, LimbFinding, PartFinding, Rehearsal } from "@openlymph/rehearsal";
import { words } from "../words.ts";

/** A limb, or a part of the body that is none, and what was found in it. */
export interface BodyPart {
  readonly id: Limb | PartFinding["part"];
  readonly name: string;
  /** The name within a sentence. */
  readonly within: string;
  readonly territories: readonly string[];
  /** Tissue volume in health, m³. */
  readonly volume: number;
  readonly finding: FluidFinding;
}

/** Fluid above health, over the healthy tissue volume, from which a part counts as swollen. */
const least = 1e-3;

function limbPart(finding: LimbFinding): BodyPart {
  const { limb, limbVolume } = finding;
  const name = words.happens.limbs[limb];
  return {
    id: limb,
    name,
    within: words.happens.withinLimb(name),
    territories: limbTerritories(limb),
    volume: limbVolume,
    finding,
  };
}

/** The brain belongs to no part: it lies in the head, but what swells there is not what this is about. */
function otherPart(finding: PartFinding): BodyPart {
  const { part, volume } = finding;
  const territories = anatomy.territories
    .filter(({ id, segment }) => segment === part && !id.startsWith("brainMeninges"))
    .map(({ id }) => id);
  return { id: part, ...words.happens.parts[part], territories, volume, finding };
}

function swelling({ finding, volume }: BodyPart): number {
  return Math.max(finding.excess, ...finding.withSession, ...finding.without) / volume;
}

function swollen(parts: readonly BodyPart[]): readonly BodyPart[] {
  return parts.filter((part) => swelling(part) > least).sort((a, b) => swelling(b) - swelling(a));
}

/** Limbs that swell at some time of the rehearsal, the most swollen first; other parts where no limb does. */
export function swollenParts({ findings }: Rehearsal): readonly BodyPart[] {
  const limbs = swollen(findings.limbs.map(limbPart));
  return limbs.length > 0 ? limbs : swollen(findings.parts.map(otherPart));
}

/** The part the session is about: the limb of the bound where it is swollen or nothing is, else the most swollen or most changed part. */
export function mainPart(rehearsal: Rehearsal): BodyPart | undefined {
  const { limbs, parts, bound } = rehearsal.findings;
  const found = swollenParts(rehearsal);
  if (found.length > 0) return found.find(({ id }) => id === bound.limb) ?? found[0];
  const limb = limbs.find((each) => each.limb === bound.limb);
  if (limb !== undefined) return limbPart(limb);
  const worked = ({ difference, volume }: PartFinding): number => Math.max(...difference.map(Math.abs)) / volume;
  const [most] = [...parts].sort((a, b) => worked(b) - worked(a));
  return most === undefined ? undefined : otherPart(most);
}
