import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { flowsAt, momentAt } from "../src/body/moment.ts";
import type { LymphCanvas } from "../src/body/ParticleCanvas.tsx";
import { exampleRun } from "../src/run/example-run.ts";
import { firstHistory, firstPlan, type Named } from "../src/run/named.ts";
import { choose, faults, moving, openBrowser, openStudio, painted, patience } from "./open-studio.ts";

let browser: Awaited<ReturnType<typeof openBrowser>>;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const exampleOf = ({ file }: Named) => file.replace(/^.*\/|\.yaml$/g, "");
const lymph = (page: Page) => page.locator('figure[data-view="front"] [data-layer="lymph"]');

/** What the layer draws, and how far the dots of every strand moved between two looks, in units. */
function readLayer(page: Page) {
  return lymph(page).evaluate(async (element) => {
    const canvas = element as LymphCanvas;
    const picture = () => new Promise((resolve) => requestAnimationFrame(resolve));
    while (canvas.lymph === undefined) await picture();
    const { ids, strands, flow, moved, dots } = canvas.lymph;
    const from = [...moved];
    for (let n = 0; n < 3; n++) await picture();
    const way = [...moved].map((to, s) => {
      const turn = to - from[s]!;
      return (turn - Math.round(turn)) * strands[s]!.length;
    });
    return {
      ids,
      flow: [...flow],
      way,
      dots,
      lengths: strands.map(({ length }) => length),
      webgl: !canvas.getContext("2d"),
    };
  });
}

/** Lets the page take the drawing in software for a graphics card. */
const asGraphicsCard = (page: Page) =>
  page.addInitScript(() => {
    WebGL2RenderingContext.prototype.getParameter = new Proxy(WebGL2RenderingContext.prototype.getParameter, {
      apply(ask, gl, [name]) {
        const told: unknown = Reflect.apply(ask, gl, [name]);
        return typeof told === "string" && told.includes("SwiftShader") ? "a graphics card" : told;
      },
    });
  });

for (const [name, before] of [
  ["on a plain canvas", undefined],
  ["on a graphics card", asGraphicsCard],
] as const) {
  test(`the dots are as many as said and as fast as the model's flow, ${name}`, async () => {
    const { page } = await openStudio(browser, moving, before);
    const slider = page.getByRole("slider", { name: "Moment shown" });
    await page.getByRole("button", { name: "Pause" }).click();
    await slider.focus();
    await page.keyboard.press("End");
    const told = exampleRun(exampleOf(firstHistory), exampleOf(firstPlan));
    const moment = momentAt(told, "with", told.withSession.states.at(-1)!.time);
    const { ids, flow, way, dots, lengths, webgl } = await readLayer(page);
    expect(webgl).toBe(name === "on a graphics card");
    const expected = new Float32Array(ids.length);
    flowsAt(told, moment, ids, expected);
    expect(flow).toEqual([...expected]);
    expect(new Set(flow.map((value) => value.toFixed(2))).size).toBeGreaterThan(20);
    expect(dots).toBeGreaterThanOrEqual(ids.length);
    // Long strands, so that none was passed twice: every dot's way over that of a reference is its flow over that flow.
    const long = ids.flatMap((_, s) => (lengths[s]! > 100 && Math.abs(expected[s]!) < 6 ? [s] : []));
    const reference = long.find((s) => Math.abs(expected[s]! - 1) < 0.2)!;
    expect(long.length).toBeGreaterThan(50);
    for (const s of long) {
      expect(way[s]! / way[reference]!).toBeCloseTo(expected[s]! / expected[reference]!, 2);
    }
    expect(await painted(page, "lymph")).toBeGreaterThan(0.003);
    await page.context().close();
  });
}

test("the armpit is looked at from near by keyboard, its nodes are taken out on the body, and put back", async () => {
  const { page, complaints } = await openStudio(browser);
  await choose(page, "Choose a history", /^A healthy body$/);
  await page.getByRole("button", { name: "Look closer" }).focus();
  await page.keyboard.press("Enter");
  await page.getByRole("menuitem", { name: "Left armpit" }).press("Enter");
  const inset = page.getByTestId("inset");
  await inset.waitFor();
  expect(await inset.innerText()).toContain("left central axillary nodes");
  const node = page.locator('figure[data-view="front"] [data-thing="AXCEN_L"]');
  await node.focus();
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Take these nodes out …" }).focus();
  await page.keyboard.press("Enter");
  await page.getByRole("menuitem", { name: /^axillary dissection levels I-III: 100\s%/ }).press("Enter");
  const list = page.getByRole("list", { name: "What happened to this body" });
  await expect.poll(() => list.innerText(), { timeout: patience }).toMatch(/Axillary dissection levels I-III, left/);
  const facts = page.getByTestId("facts");
  await expect.poll(() => facts.innerText(), { timeout: patience }).toMatch(/Removed\s+100\s%/);
  expect(await faults(page)).toEqual([]);
  await page.getByRole("button", { name: "Take these nodes out …" }).click();
  await page.getByRole("menuitem", { name: /^Put them back: without Axillary/ }).click();
  await expect
    .poll(() => page.locator("main").innerText(), { timeout: patience })
    .toContain("Nothing happened to this body");
  await page.getByRole("button", { name: "The whole body" }).click();
  expect(await inset.count()).toBe(0);
  expect(complaints).toEqual([]);
  await page.context().close();
});

test("wheel, keys and dragging bring the body nearer and move it; a drag keeps nothing in sight", async () => {
  const { page } = await openStudio(browser);
  const layer = page.locator('figure[data-view="front"] [data-layer="touch"]');
  const back = page.locator('figure[data-view="back"] [data-layer="touch"]');
  const seen = async (place = layer) => (await place.getAttribute("viewBox"))!.split(" ").map(Number);
  const whole = await seen();
  const box = (await layer.boundingBox())!;
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 4);
  await page.mouse.wheel(0, -600);
  await expect.poll(async () => (await seen())[2]).toBeLessThan(whole[2]! / 2);
  const near = await seen();
  const behind = await seen(back);
  expect(behind[0]! + behind[2]! / 2).toBeCloseTo(-(near[0]! + near[2]! / 2), 1);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 2 - 40, box.y + box.height / 4 + 10, { steps: 4 });
  await page.mouse.up();
  const moved = await seen();
  expect(moved[0]! - near[0]!).toBeCloseTo((40 / box.width) * near[2]!, 0);
  await page.mouse.move(5, 5);
  expect(await page.getByTestId("facts").count()).toBe(0);
  await layer.locator('[tabindex="0"]').focus();
  await page.keyboard.press("-");
  expect((await seen())[2]).toBeGreaterThan(moved[2]!);
  await page.keyboard.press("0");
  expect(await seen()).toEqual(whole);
  await page.context().close();
});
