/*
 * chain-N and tree-K: rat-sized lymphangions with the wall and valve of Bertram, Macaskill & Moore 2011, SI.
 *
 *   y = V / V0,  V0 = pi/4 D0^2 L,  stretch = D / D0 = sqrt(y)
 *   p = Pd [exp(stretch) - stretch^-3] + (2 M / D0) a(t - d) / stretch,   a = (1 - cos 2 pi f t) / 2,   r = r0 / y^2
 *
 * A contraction without rest, so cos 2 pi f (t - d) is the base phase turned by a fixed angle: no cosine per cell.
 * The unknown after the last cell is the volume that has left, so the mean outflow needs no other quadrature.
 * tree-K: branch 0 is the root, 2b + 1 and 2b + 2 flow into b; a generation counted from the leaves is 2^(1/3) wider.
 */
#ifndef OPENLYMPH_BENCH_FAMILY_H
#define OPENLYMPH_BENCH_FAMILY_H

#include <stdlib.h>
#include "valve.h"

typedef struct {
  int cells, valves, junctions;
  double passive, tension, steepness, omega; /* Pa, 2M/D0 in Pa, 1/Pa, 1/s */
  double inlet, outlet;                      /* Pa */
  double *volume, *series0, *turn_cos, *turn_sin;      /* by cell: V0, r0, phase */
  int *from, *to;                            /* by valve: cells; `cells` is the inlet, `cells + 1` the outlet */
  double *open, *closed, *drop;
  int *meet;                                 /* by junction: three cells */
  double *meet_open, *meet_closed, *meet_drop, *meet_pressure;
  int outlet_valve;
  double start;                              /* y at the start */
  double *pressure, *resistance, *stiffness, *net;     /* by slot; net has room for both reservoirs */
} Family;

static double *numbers(int count) { return calloc((size_t)count, sizeof(double)); }

/* y at which the passive pressure is `pressure`: Newton on the stretch, whose pressure is increasing. */
static double passive_start(double passive, double pressure) {
  double stretch = 1;
  for (int i = 0; i < 200; i++) {
    const double f = passive * (exp(stretch) - pow(stretch, -3)) - pressure;
    const double slope = passive * (exp(stretch) + 3 * pow(stretch, -4));
    const double step = clip(f / slope, -0.2, 0.2);
    stretch -= step;
    if (fabs(step) < 1e-15) break;
  }
  return stretch * stretch;
}

static void add_valve(Family *m, int from, int to, double scale) {
  const int e = m->valves++;
  m->from[e] = from;
  m->to[e] = to;
  m->open[e] = 6e7 / scale;
  m->closed[e] = 1.2e12 / scale;
}

static Family make_family(int branches, int per_branch, double inlet, double outlet, double tension) {
  const double pi = 3.14159265358979323846;
  const double length = 3e-3, viscosity = 1e-3, reference = 0.25e-3, lag = 0.25, frequency = 0.5;
  const int cells = branches * per_branch;
  Family m = {0};
  m.cells = cells;
  m.passive = 5;
  m.tension = 2 * tension / reference;
  m.steepness = 2;
  m.omega = 2 * pi * frequency;
  m.inlet = inlet;
  m.outlet = outlet;
  m.volume = numbers(cells);
  m.series0 = numbers(cells);
  m.turn_cos = numbers(cells);
  m.turn_sin = numbers(cells);
  const int most = cells + branches + 1;
  m.from = calloc((size_t)most, sizeof(int));
  m.to = calloc((size_t)most, sizeof(int));
  m.open = numbers(most);
  m.closed = numbers(most);
  m.drop = numbers(most);
  m.meet = calloc((size_t)(3 * branches), sizeof(int));
  m.meet_open = numbers(3 * branches);
  m.meet_closed = numbers(3 * branches);
  m.meet_drop = numbers(3 * branches);
  m.meet_pressure = numbers(branches);
  m.pressure = numbers(cells + 2);
  m.resistance = numbers(cells + 2);
  m.stiffness = numbers(cells + 2);
  m.net = numbers(cells + 2);
  m.pressure[cells] = inlet;
  m.pressure[cells + 1] = outlet;
  m.start = passive_start(m.passive, inlet);
  int levels = 0;
  while ((1 << levels) - 1 < branches) levels++;
  for (int b = 0; b < branches; b++) {
    int depth = 0;
    while ((2 << depth) - 1 <= b) depth++;
    const int generation = levels - 1 - depth;
    const double scale = pow(2, generation); /* sigma cubed */
    const double sigma = cbrt(scale);
    const double away = 0.6180339887498949 * b;
    const double shift = branches == 1 ? 0 : 2 * (away - floor(away));
    for (int j = 0; j < per_branch; j++) {
      const int k = b * per_branch + j;
      const double d = reference * sigma, l = length * sigma;
      const double delay = lag * (per_branch * generation + j) + shift;
      m.volume[k] = pi / 4 * d * d * l;
      m.series0[k] = 64 * viscosity * l / (pi * d * d * d * d);
      m.turn_cos[k] = cos(m.omega * delay);
      m.turn_sin[k] = sin(m.omega * delay);
      if (j > 0) add_valve(&m, k - 1, k, scale);
    }
    const int first = b * per_branch, last = first + per_branch - 1;
    if (b == 0) {
      m.outlet_valve = m.valves;
      add_valve(&m, last, cells + 1, scale);
    }
    if (2 * b + 2 < branches) {
      const int q = m.junctions++;
      const int meet[3] = {(2 * b + 2) * per_branch - 1, (2 * b + 3) * per_branch - 1, first};
      for (int i = 0; i < 3; i++) {
        const double own = i < 2 ? scale / 2 : scale;
        m.meet[3 * q + i] = meet[i];
        m.meet_open[3 * q + i] = 6e7 / own;
        m.meet_closed[3 * q + i] = 1.2e12 / own;
      }
      m.meet_pressure[q] = inlet;
    } else add_valve(&m, cells, first, scale);
  }
  return m;
}

static void family_walls(Family *m, double t, const double *restrict y, int derivatives) {
  const double c = cos(m->omega * t), s = sin(m->omega * t);
  for (int k = 0; k < m->cells; k++) {
    const double stretch = sqrt(y[k]);
    const double inverse = 1 / stretch;
    const double rise = m->passive * exp(stretch);
    const double shrink = m->passive * inverse * inverse * inverse;
    const double active = 0.5 * m->tension * (1 - (c * m->turn_cos[k] + s * m->turn_sin[k])) * inverse;
    m->pressure[k] = rise - shrink + active;
    m->resistance[k] = m->series0[k] / (y[k] * y[k]);
    if (derivatives) m->stiffness[k] = (rise + (3 * shrink - active) * inverse) * 0.5 * inverse;
  }
}

static int family_rhs(Family *m, double t, const double *y, double *dy) {
  for (int k = 0; k < m->cells; k++)
    if (!(y[k] > 0)) return 1; /* a step CVODE shall take again, shorter */
  family_walls(m, t, y, 0);
  double *net = m->net;
  for (int k = 0; k < m->cells + 2; k++) net[k] = 0;
  for (int e = 0; e < m->valves; e++) {
    const int a = m->from[e], b = m->to[e];
    const Answer answer = solve_valve(m->open[e], m->closed[e], m->steepness, m->pressure[a] - m->pressure[b],
                                      m->resistance[a] + m->resistance[b], m->drop[e]);
    m->drop[e] = answer.drop;
    net[a] -= answer.flow;
    net[b] += answer.flow;
  }
  for (int q = 0; q < m->junctions; q++) {
    const int *at = m->meet + 3 * q;
    const double p[3] = {m->pressure[at[0]], m->pressure[at[1]], m->pressure[at[2]]};
    const double r[3] = {m->resistance[at[0]], m->resistance[at[1]], m->resistance[at[2]]};
    Answer answer[3];
    solve_junction(m->meet_open + 3 * q, m->meet_closed + 3 * q, m->steepness, p, r, m->meet_pressure + q,
                   m->meet_drop + 3 * q, answer);
    net[at[0]] -= answer[0].flow;
    net[at[1]] -= answer[1].flow;
    net[at[2]] += answer[2].flow;
  }
  for (int k = 0; k < m->cells; k++) dy[k] = net[k] / m->volume[k];
  dy[m->cells] = net[m->cells + 1] / m->volume[m->from[m->outlet_valve]];
  return 0;
}

/* Hands every non-zero of the Jacobian to `put(where, row, column, value)`; values of one place add up. */
typedef void (*Put)(void *where, int row, int column, double value);

static inline __attribute__((always_inline)) void family_jacobian(Family *m, double t, const double *y, Put put, void *where) {
  const int n = m->cells;
  family_walls(m, t, y, 1);
  for (int e = 0; e < m->valves; e++) {
    const int a = m->from[e], b = m->to[e];
    const Answer answer = solve_valve(m->open[e], m->closed[e], m->steepness, m->pressure[a] - m->pressure[b],
                                      m->resistance[a] + m->resistance[b], m->drop[e]);
    const int ends[2] = {a, b};
    for (int i = 0; i < 2; i++) {
      const int k = ends[i];
      if (k >= n) continue;
      const double by = (i == 0 ? 1 : -1) * answer.by_pressure * m->stiffness[k] -
                        2 * answer.by_series * m->resistance[k] / y[k];
      if (a < n) put(where, a, k, -by / m->volume[a]);
      if (b < n) put(where, b, k, by / m->volume[b]);
      if (e == m->outlet_valve) put(where, n, k, by / m->volume[a]);
    }
  }
  for (int q = 0; q < m->junctions; q++) {
    const int *at = m->meet + 3 * q;
    const double p[3] = {m->pressure[at[0]], m->pressure[at[1]], m->pressure[at[2]]};
    const double r[3] = {m->resistance[at[0]], m->resistance[at[1]], m->resistance[at[2]]};
    Answer answer[3];
    solve_junction(m->meet_open + 3 * q, m->meet_closed + 3 * q, m->steepness, p, r, m->meet_pressure + q,
                   m->meet_drop + 3 * q, answer);
    const double sum = answer[0].by_pressure + answer[1].by_pressure + answer[2].by_pressure;
    const double side[3] = {1, 1, -1};
    for (int j = 0; j < 3; j++) {
      /* Flow of vessel j by its own unknown at a fixed junction pressure; then the junction gives way. */
      const double own = side[j] * answer[j].by_pressure * m->stiffness[at[j]] -
                         2 * answer[j].by_series * m->resistance[at[j]] / y[at[j]];
      const double give = side[j] * own / sum;
      for (int i = 0; i < 3; i++) {
        const double flow = (i == j ? own : 0) - side[i] * answer[i].by_pressure * give;
        put(where, at[i], at[j], -side[i] * flow / m->volume[at[i]]);
      }
    }
  }
}

#endif
