/*
 * A chain of human lymphangions with lagging valves: laws and numbers of
 * packages/physiology/src/network/human-collector.ts, written out again here. SI.
 *
 *   p = Pd [exp(k (stretch - 1)) - stretch^-3] + (2 / D) [tone + a(t) T0] exp(-((stretch - 1.2) / 0.5)^2)
 *   Q = P / (r_up + r_down + R),  R = Rx exp(-ln(Rx / Rn) xi)
 *   tau xi' = sigma((Q R - dp_o (1 - xi) - dp_c xi) / w) - xi
 *
 * Unknowns in the order xi_0, y_1, xi_1, ..., y_N, xi_N, volume that has left: the matrix has two bands on either side.
 */
#ifndef OPENLYMPH_BENCH_HUMAN_H
#define OPENLYMPH_BENCH_HUMAN_H

#include "family.h"

typedef struct {
  int cells;
  double inlet, outlet, volume, series0;
  double *pressure, *resistance, *stiffness; /* slots 0 and cells + 1 are the reservoirs */
} Human;

static const double human_passive = 150, human_reference = 0.5e-3, human_length = 0.01, human_stiffening = 10,
                    human_tension = 1, human_tone = 0.03, human_contraction = 5, human_period = 60,
                    human_conduction = 0.012, valve_open = 1e9, valve_closed = 1e15, valve_opening = 10,
                    valve_closing = -1, valve_width = 1.5, valve_lag = 0.01;

static Human make_human(int cells) {
  const double pi = 3.14159265358979323846;
  Human m;
  m.cells = cells;
  m.inlet = 2 * 133.322;
  m.outlet = 7 * 133.322;
  m.volume = pi / 4 * human_reference * human_reference * human_length;
  m.series0 = 64 * 1e-3 * human_length / (pi * pow(human_reference, 4));
  m.pressure = numbers(cells + 2);
  m.resistance = numbers(cells + 2);
  m.stiffness = numbers(cells + 2);
  m.pressure[0] = m.inlet;
  m.pressure[cells + 1] = m.outlet;
  return m;
}

static void human_walls(Human *m, double t, const double *y, int derivatives) {
  const double pi = 3.14159265358979323846;
  for (int j = 1; j <= m->cells; j++) {
    const double v = y[2 * j - 1];
    const double stretch = sqrt(v), inverse = 1 / stretch;
    double since = fmod(t - (j - 1) * (human_length / human_conduction), human_period);
    if (since < 0) since += human_period;
    const double phase = since / human_contraction;
    const double activation = phase < 1 ? 0.5 * (1 - cos(2 * pi * phase)) : 0;
    const double rise = human_passive * exp(human_stiffening * (stretch - 1));
    const double shrink = human_passive * inverse * inverse * inverse;
    const double off = (stretch - 1.2) * 2;
    const double active =
        2 / human_reference * inverse * (human_tone + activation * human_tension) * exp(-off * off);
    m->pressure[j] = rise - shrink + active;
    m->resistance[j] = m->series0 / (v * v);
    if (!derivatives) continue;
    const double by_stretch = human_stiffening * rise + 3 * shrink * inverse - active * (inverse + 4 * off);
    m->stiffness[j] = by_stretch * 0.5 * inverse;
  }
}

static int human_rhs(Human *m, double t, const double *y, double *dy) {
  const int n = m->cells;
  const double ratio = log(valve_closed / valve_open);
  for (int j = 1; j <= n; j++)
    if (!(y[2 * j - 1] > 0)) return 1;
  human_walls(m, t, y, 0);
  double before = 0;
  for (int i = 0; i <= n; i++) {
    const double xi = y[2 * i];
    const double resistance = valve_closed * exp(-ratio * xi);
    const double flow = (m->pressure[i] - m->pressure[i + 1]) / (m->resistance[i] + m->resistance[i + 1] + resistance);
    const double threshold = valve_opening + (valve_closing - valve_opening) * xi;
    const double wanted = 1 / (1 + exp(-(flow * resistance - threshold) / valve_width));
    dy[2 * i] = (wanted - xi) / valve_lag;
    if (i > 0) dy[2 * i - 1] = (before - flow) / m->volume;
    before = flow;
  }
  dy[2 * n + 1] = before / m->volume;
  return 0;
}

static inline __attribute__((always_inline)) void human_jacobian(Human *m, double t, const double *y, Put put, void *where) {
  const int n = m->cells;
  const double ratio = log(valve_closed / valve_open);
  human_walls(m, t, y, 1);
  for (int i = 0; i <= n; i++) {
    const double xi = y[2 * i];
    const double resistance = valve_closed * exp(-ratio * xi);
    const double series = m->resistance[i] + m->resistance[i + 1];
    const double total = series + resistance;
    const double flow = (m->pressure[i] - m->pressure[i + 1]) / total;
    const double share = resistance / total;
    const double slope = valve_closing - valve_opening;
    const double wanted = 1 / (1 + exp(-(flow * resistance - valve_opening - slope * xi) / valve_width));
    const double gain = wanted * (1 - wanted) / valve_width / valve_lag;
    const double flow_by_state = flow * share * ratio;
    put(where, 2 * i, 2 * i, gain * (-flow * ratio * share * series - slope) - 1 / valve_lag);
    if (i > 0) put(where, 2 * i - 1, 2 * i, -flow_by_state / m->volume);
    put(where, 2 * i + 1, 2 * i, flow_by_state / m->volume);
    for (int end = 0; end < 2; end++) {
      const int j = i + end;
      if (j < 1 || j > n) continue;
      const int column = 2 * j - 1;
      const double pressure_by = (end == 0 ? 1 : -1) * m->stiffness[j];
      const double series_by = -2 * m->resistance[j] / y[column];
      const double by = (pressure_by - flow * series_by) / total;
      put(where, 2 * i, column, gain * resistance * by);
      if (i > 0) put(where, 2 * i - 1, column, -by / m->volume);
      put(where, 2 * i + 1, column, by / m->volume);
    }
  }
}

#endif
