/*
 * Secondary valve in series with the vessel on both sides, and the place where three vessels meet.
 *
 *   P = Q (Rs + R),  x = Q R(x),  R = open + closed / (1 + exp(s x))          root of G = R (x - P) + Rs x
 *
 * Newton from the last answer, kept inside a bracket that shrinks; it stops where s |dx| < 1e-6, so what is left is of the
 * order of 1e-12. The flow then follows from P / (Rs + R), which is well conditioned for open and for closed valves.
 * A place without volume: Newton on its pressure and the three drops together; should it not settle in 15 rounds, the
 * pressure alone is bracketed, with exact valves inside.
 */
#ifndef OPENLYMPH_BENCH_VALVE_H
#define OPENLYMPH_BENCH_VALVE_H

#include <math.h>

typedef struct {
  double flow, drop;
  double by_pressure, by_series; /* of the flow */
} Answer;

static long junction_fallbacks = 0;

static inline double clip(double x, double low, double high) { return x < low ? low : (x > high ? high : x); }

/* Where Newton starts: left of the root for a closed valve, at the last answer for an open one. */
static inline double start_drop(double open, double closed, double pressure, double series, double last) {
  if (pressure < 0) return pressure * (open + closed) / (open + closed + series);
  return clip(last, 0, pressure);
}

/* The answer at x + dx, resistance and slope known at x. */
static inline Answer answer_at(double pressure, double series, double x, double dx, double resistance, double slope) {
  Answer a;
  const double drop = x + dx;
  const double r = resistance + slope * dx;
  a.drop = drop;
  a.flow = pressure / (series + r);
  const double conductance = (r - drop * slope) / (r * r);
  const double divisor = 1 / (1 + series * conductance);
  a.by_pressure = conductance * divisor;
  a.by_series = -a.flow * conductance * divisor;
  return a;
}

static inline Answer solve_valve(double open, double closed, double s, double pressure, double series, double last) {
  double low = pressure < 0 ? pressure : 0, high = pressure < 0 ? 0 : pressure;
  double x = start_drop(open, closed, pressure, series, last);
  double dx = 0, resistance = 0, slope = 0;
  for (int i = 0; i < 100; i++) {
    const double shut = 1 / (1 + exp(s * x));
    resistance = open + closed * shut;
    slope = -s * closed * shut * (1 - shut);
    const double g = resistance * (x - pressure) + series * x;
    if (g < 0) low = x;
    else high = x;
    dx = -g / (slope * (x - pressure) + resistance + series);
    double next = x + dx;
    if (!(next >= low && next <= high)) {
      next = 0.5 * (low + high);
      dx = next - x;
    }
    if (s * fabs(dx) < 1e-6) break;
    x = next;
  }
  return answer_at(pressure, series, x, dx, resistance, slope);
}

/* Two vessels (0, 1) flow into one (2). `pressure` and `last` hold the last answer and receive the new one. */
static inline void solve_junction(const double *open, const double *closed, double s, const double *p,
                                  const double *series, double *pressure, double *last, Answer *out) {
  const double side[3] = {1, 1, -1};
  double x[3], dx[3], resistance[3], slope[3], head[3];
  double junction = *pressure;
  for (int i = 0; i < 3; i++) {
    head[i] = side[i] * (p[i] - junction);
    x[i] = start_drop(open[i], closed[i], head[i], series[i], last[i]);
  }
  int settled = 0;
  for (int round = 0; round < 15 && !settled; round++) {
    double surplus = 0, stiffness = 0, base[3], gain[3];
    for (int i = 0; i < 3; i++) {
      const double shut = 1 / (1 + exp(s * x[i]));
      const double r = open[i] + closed[i] * shut;
      const double rs = -s * closed[i] * shut * (1 - shut);
      const double g = r * (x[i] - head[i]) + series[i] * x[i];
      const double gx = rs * (x[i] - head[i]) + r + series[i];
      const double conductance = (r - x[i] * rs) / (r * r);
      base[i] = -g / gx;
      gain[i] = r / gx;
      surplus += side[i] * (x[i] / r + conductance * base[i]);
      stiffness += conductance * gain[i];
      resistance[i] = r;
      slope[i] = rs;
    }
    const double dp = surplus / stiffness;
    junction += dp;
    double most = fabs(dp);
    for (int i = 0; i < 3; i++) {
      head[i] = side[i] * (p[i] - junction);
      const double wanted = x[i] + base[i] - side[i] * gain[i] * dp;
      const double next = clip(wanted, fmin(0, head[i]), fmax(0, head[i]));
      dx[i] = next - x[i];
      if (fabs(dx[i]) > most) most = fabs(dx[i]);
    }
    settled = s * most < 1e-6;
    if (!settled)
      for (int i = 0; i < 3; i++) x[i] += dx[i];
  }
  if (settled) {
    for (int i = 0; i < 3; i++) out[i] = answer_at(head[i], series[i], x[i], dx[i], resistance[i], slope[i]);
  } else {
    junction_fallbacks++;
    double low = fmin(p[0], fmin(p[1], p[2])), high = fmax(p[0], fmax(p[1], p[2]));
    junction = clip(junction == junction ? junction : low, low, high);
    for (int round = 0; round < 200; round++) {
      double surplus = 0, stiffness = 0;
      for (int i = 0; i < 3; i++) {
        out[i] = solve_valve(open[i], closed[i], s, side[i] * (p[i] - junction), series[i], last[i]);
        surplus += side[i] * out[i].flow;
        stiffness += out[i].by_pressure;
      }
      if (surplus > 0) low = junction;
      else high = junction;
      double next = junction + surplus / stiffness;
      if (!(next >= low && next <= high)) next = 0.5 * (low + high);
      const double moved = fabs(next - junction);
      junction = next;
      if (s * moved < 1e-12) break;
    }
  }
  out[2].flow = out[0].flow + out[1].flow;
  *pressure = junction;
  for (int i = 0; i < 3; i++) last[i] = out[i].drop;
}

#endif
