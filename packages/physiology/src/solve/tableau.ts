/**
 * Time-stepping methods as data.
 *
 * Linearly implicit (Rosenbrock) methods, in the transformed form that needs no product with the Jacobian:
 *
 *   (M/(hγ) − J) U_i = f(t + α_i h, y + Σ a_ij U_j) + (1/h) M Σ c_ij U_j + γ_i h ∂f/∂t,   y⁺ = y + Σ m_i U_i
 *
 * and explicit Runge–Kutta methods. `error` gives the difference from the embedded solution.
 *
 * Sources: Hairer & Wanner, Solving Ordinary Differential Equations II, 1996, section IV.7 and VI.4 (RODAS). Sandu et
 * al., Atmos Environ 1997;31:3459 (RODAS3). Dormand & Prince, J Comput Appl Math 1980;6:19.
 */
export interface RosenbrockMethod {
  readonly kind: "rosenbrock";
  readonly name: string;
  readonly order: number;
  readonly gamma: number;
  readonly a: readonly (readonly number[])[];
  readonly c: readonly (readonly number[])[];
  readonly alpha: readonly number[];
  readonly gammas: readonly number[];
  readonly weights: readonly number[];
  readonly error?: readonly number[];
}

export interface RungeKuttaMethod {
  readonly kind: "runge-kutta";
  readonly name: string;
  readonly order: number;
  readonly a: readonly (readonly number[])[];
  readonly nodes: readonly number[];
  readonly weights: readonly number[];
  /** The last stage is evaluated at the new state, which the next step begins with. */
  readonly lastIsNext?: boolean;
  readonly error?: readonly number[];
  /** Exponents, times 1/order, of the errors of this step and the one before in the next step: controller.ts. */
  readonly looksBack?: readonly [now: number, before: number];
}

export type Method = RosenbrockMethod | RungeKuttaMethod;

const rodas5 = [1.221224509226641, 6.019134481288629, 12.53708332932087, -0.687886036105895];

/** RODAS, order 4(3), 6 stages, L-stable, stiffly accurate; for stiff networks and junctions without volume. */
const rodas4: RosenbrockMethod = {
  kind: "rosenbrock",
  name: "rodas4",
  order: 4,
  gamma: 0.25,
  a: [
    [],
    [1.544],
    [0.9466785280815826, 0.2557011698983284],
    [3.314825187068521, 2.896124015972201, 0.9986419139977817],
    rodas5,
    [...rodas5, 1],
  ],
  c: [
    [],
    [-5.6688],
    [-2.430093356833875, -0.2063599157091915],
    [-0.1073529058151375, -9.594562251023355, -20.47028614809616],
    [7.496443313967647, -10.24680431464352, -33.99990352819905, 11.7089089320616],
    [8.083246795921522, -7.981132988064893, -31.52159432874371, 16.31930543123136, -6.058818238834054],
  ],
  alpha: [0, 0.386, 0.21, 0.63, 1, 1],
  gammas: [0.25, -0.1043, 0.1035, -0.0362, 0, 0],
  weights: [...rodas5, 1, 1],
  error: [0, 0, 0, 0, 0, 1],
};

/** RODAS3, order 3(2), 4 stages, L-stable, stiffly accurate; cheaper per step at loose tolerances. */
const rodas3: RosenbrockMethod = {
  kind: "rosenbrock",
  name: "rodas3",
  order: 3,
  gamma: 0.5,
  a: [[], [0], [2, 0], [2, 0, 1]],
  c: [[], [4], [1, -1], [1, -1, -8 / 3]],
  alpha: [0, 0, 1, 1],
  gammas: [0.5, 1.5, 0, 0],
  weights: [2, 0, 1, 1],
  error: [0, 0, 0, 1],
};

/** Linearly implicit Euler, order 1, L-stable, fixed step only: the roughest method, for comparison. */
const implicitEuler: RosenbrockMethod = {
  kind: "rosenbrock",
  name: "implicit-euler",
  order: 1,
  gamma: 1,
  a: [[]],
  c: [[]],
  alpha: [0],
  gammas: [1],
  weights: [1],
};

/** The classical method of order 4, fixed step only. */
const rk4: RungeKuttaMethod = {
  kind: "runge-kutta",
  name: "rk4",
  order: 4,
  a: [[], [0.5], [0, 0.5], [0, 0, 1]],
  nodes: [0, 0.5, 0.5, 1],
  weights: [1 / 6, 1 / 3, 1 / 3, 1 / 6],
};

/** Dormand–Prince 5(4), for mild networks. */
const dopri5: RungeKuttaMethod = {
  kind: "runge-kutta",
  name: "dopri5",
  order: 5,
  a: [
    [],
    [1 / 5],
    [3 / 40, 9 / 40],
    [44 / 45, -56 / 15, 32 / 9],
    [19372 / 6561, -25360 / 2187, 64448 / 6561, -212 / 729],
    [9017 / 3168, -355 / 33, 46732 / 5247, 49 / 176, -5103 / 18656],
    [35 / 384, 0, 500 / 1113, 125 / 192, -2187 / 6784, 11 / 84],
  ],
  lastIsNext: true,
  nodes: [0, 1 / 5, 3 / 10, 4 / 5, 8 / 9, 1, 1],
  weights: [35 / 384, 0, 500 / 1113, 125 / 192, -2187 / 6784, 11 / 84, 0],
  looksBack: [0.7, 0.4],
  error: [71 / 57600, 0, -71 / 16695, 71 / 1920, -17253 / 339200, 22 / 525, -1 / 40],
};

/** RK5(4)7S of Dormand & Prince: of the same order and cost, stable for steps 1.7 times as long, a little less accurate. */
const dopri5s: RungeKuttaMethod = {
  kind: "runge-kutta",
  name: "dopri5s",
  order: 5,
  a: [
    [],
    [2 / 9],
    [1 / 12, 1 / 4],
    [55 / 324, -25 / 108, 50 / 81],
    [83 / 330, -13 / 22, 61 / 66, 9 / 110],
    [-19 / 28, 9 / 4, 1 / 7, -27 / 7, 22 / 7],
    [19 / 200, 0, 3 / 5, -243 / 400, 33 / 40, 7 / 80],
  ],
  lastIsNext: true,
  nodes: [0, 2 / 9, 1 / 3, 5 / 9, 2 / 3, 1, 1],
  weights: [19 / 200, 0, 3 / 5, -243 / 400, 33 / 40, 7 / 80, 0],
  looksBack: [0.6, 0.4],
  error: [11 / 1250, 0, -33 / 500, 891 / 5000, -33 / 250, -9 / 1000, 1 / 50],
};

/** Every method by name. */
export const methods = { rodas4, rodas3, "implicit-euler": implicitEuler, dopri5, dopri5s, rk4 } as const;
export type MethodName = keyof typeof methods;
/** A method, or `auto`: dopri5 where the network is mild, dopri5s where it is less so, rodas4 (rodas3 at a tolerance above 1e-4) where it is stiff, changing as it goes. */
export type MethodChoice = MethodName | "auto";
export const methodChoices: readonly MethodChoice[] = ["auto", ...(Object.keys(methods) as MethodName[])];
