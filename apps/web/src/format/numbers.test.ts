import { day, hour, mL, mmHg } from "@openlymph/base";
import { expect, test } from "vitest";
import { changeText, clockText, percentText, pressureText, spanText, volumeText } from "./numbers.ts";

const plain = (text: string): string => text.replaceAll("\u00a0", " ");

test("volumes carry as many digits as they are worth, and a change its sign", () => {
  expect(plain(volumeText(412.3 * mL))).toBe("412 mL");
  expect(plain(volumeText(0.174 * mL))).toBe("0.17 mL");
  expect(plain(changeText(-0.174 * mL))).toBe("\u22120.17 mL");
  expect(plain(changeText(0.174 * mL))).toBe("+0.17 mL");
  expect(plain(changeText(-0.001 * mL))).toBe("0.00 mL");
});

test("pressures in mmHg, shares in per cent", () => {
  expect(plain(pressureText(30 * mmHg))).toBe("30 mmHg");
  expect(plain(percentText(0.316))).toBe("32 %");
});

test("times are told as a person would tell them", () => {
  expect(clockText(112.9)).toBe("1:52");
  expect(plain(spanText(10))).toBe("10 s");
  expect(plain(spanText(90))).toBe("90 s");
  expect(plain(spanText(228))).toBe("3.8 min");
  expect(plain(spanText(2 * hour))).toBe("2 h");
  expect(plain(spanText(7 * day))).toBe("7 days");
  expect(plain(spanText(56 * day))).toBe("8 weeks");
  expect(plain(spanText(728 * day))).toBe("2 years");
});
