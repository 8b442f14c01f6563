/*
 * SUNDIALS CVODE on one case of the benchmark family at one tolerance; prints what came out as one line of JSON.
 *
 *   network CASE SIZE SET END METHOD TOLERANCE REPEATS
 *   network chain 100 B 60 bdf 1e-6 3     network tree 5 A 60 adams 1e-6 3     network human 10 - 180 bdf 1e-6 3
 *
 * END in s; the mean outflow is that of the last contraction, or of the last cycle of the human chain.
 *
 * bdf: Newton with our own analytic Jacobian; banded elimination for chains, KLU for trees. adams: Adams-Moulton with
 * fixed-point iteration, for what is mild. The clock, which counts processor time, runs around the integration alone; the
 * best of the repeats counts. Relative tolerance everywhere; absolute tolerance a tenth of it in units of the reference
 * volume, for valve states once, for the volume that has left ten times (so it never sets the step).
 */
#include <cvode/cvode.h>
#include <klu.h>
#include <nvector/nvector_serial.h>
#include <stdio.h>
#include <string.h>
#include <sunlinsol/sunlinsol_band.h>
#include <sunlinsol/sunlinsol_klu.h>
#include <sunmatrix/sunmatrix_band.h>
#include <sunmatrix/sunmatrix_sparse.h>
#include <sunnonlinsol/sunnonlinsol_fixedpoint.h>
#include <time.h>
#include "human.h"

typedef struct {
  int is_human, is_tree, states;
  Family family;
  Human human;
  /* Sparse pattern by column, and the place of every value in the order in which the Jacobian hands them over. */
  sunindextype *columns, *rows, *place;
  long entries, sequence;
  double *values;
  unsigned char *taken;
} Problem;

static void put_band(void *where, int row, int column, double value) {
  SUNMatrix matrix = where;
  SM_ELEMENT_B(matrix, row, column) += value;
}

static void put_sparse(void *where, int row, int column, double value) {
  Problem *problem = where;
  (void)row;
  (void)column;
  problem->values[problem->place[problem->sequence++]] += value;
}

static void put_pattern(void *where, int row, int column, double value) {
  Problem *problem = where;
  (void)value;
  problem->taken[(size_t)column * (size_t)problem->states + (size_t)row] = 1;
  problem->sequence++;
}

static void put_place(void *where, int row, int column, double value) {
  Problem *problem = where;
  (void)value;
  for (sunindextype i = problem->columns[column];; i++) {
    if (problem->rows[i] != row) continue;
    problem->place[problem->sequence++] = i;
    return;
  }
}

/* Finds the pattern by asking for the Jacobian once; the diagonal always belongs to it. */
static void find_pattern(Problem *problem, const double *y) {
  const size_t n = (size_t)problem->states;
  problem->taken = calloc(n * n, 1);
  problem->sequence = 0;
  family_jacobian(&problem->family, 0, y, put_pattern, problem);
  problem->place = calloc((size_t)problem->sequence, sizeof(sunindextype));
  problem->columns = calloc(n + 1, sizeof(sunindextype));
  for (size_t i = 0; i < n; i++) problem->taken[i * n + i] = 1;
  for (size_t i = 0; i < n * n; i++) problem->entries += problem->taken[i];
  problem->rows = calloc((size_t)problem->entries, sizeof(sunindextype));
  sunindextype next = 0;
  for (size_t column = 0; column < n; column++) {
    problem->columns[column] = next;
    for (size_t row = 0; row < n; row++)
      if (problem->taken[column * n + row]) problem->rows[next++] = (sunindextype)row;
  }
  problem->columns[n] = next;
  problem->sequence = 0;
  family_jacobian(&problem->family, 0, y, put_place, problem);
  free(problem->taken);
}

static int rhs(realtype t, N_Vector y, N_Vector dy, void *data) {
  Problem *problem = data;
  if (problem->is_human) return human_rhs(&problem->human, t, N_VGetArrayPointer(y), N_VGetArrayPointer(dy));
  return family_rhs(&problem->family, t, N_VGetArrayPointer(y), N_VGetArrayPointer(dy));
}

static int jacobian(realtype t, N_Vector y, N_Vector fy, SUNMatrix matrix, void *data, N_Vector a, N_Vector b,
                    N_Vector c) {
  Problem *problem = data;
  (void)fy, (void)a, (void)b, (void)c;
  const double *state = N_VGetArrayPointer(y);
  if (problem->is_human) {
    human_jacobian(&problem->human, t, state, put_band, matrix);
  } else if (!problem->is_tree) {
    family_jacobian(&problem->family, t, state, put_band, matrix);
  } else {
    const size_t n = (size_t)problem->states;
    memcpy(SUNSparseMatrix_IndexPointers(matrix), problem->columns, (n + 1) * sizeof(sunindextype));
    memcpy(SUNSparseMatrix_IndexValues(matrix), problem->rows, (size_t)problem->entries * sizeof(sunindextype));
    problem->values = SUNSparseMatrix_Data(matrix);
    memset(problem->values, 0, (size_t)problem->entries * sizeof(double));
    problem->sequence = 0;
    family_jacobian(&problem->family, t, state, put_sparse, problem);
  }
  return 0;
}

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
  return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

static void stop(const char *what, int flag) {
  fprintf(stderr, "%s failed: %d\n", what, flag);
  exit(1);
}

static Problem make_problem(const char *kind, int size, const char *set) {
  Problem problem = {0};
  problem.is_human = strcmp(kind, "human") == 0;
  problem.is_tree = strcmp(kind, "tree") == 0;
  if (problem.is_human) {
    problem.human = make_human(size);
    problem.states = 2 * size + 2;
    return problem;
  }
  /* p_a and p_b in Pa, M in N/m. */
  const double sets[4][3] = {{5, 15, 3.6e-3}, {50, 70, 12e-3}, {100, 130, 36e-3}, {400, 450, 100e-3}};
  const int i = set[0] - 'A';
  if (i < 0 || i > 3) stop("set", i);
  const int branches = problem.is_tree ? (1 << size) - 1 : 1;
  problem.family = make_family(branches, problem.is_tree ? 10 : size, sets[i][0], sets[i][1], sets[i][2]);
  problem.states = problem.family.cells + 1;
  return problem;
}

static void start_state(const Problem *problem, double *y, double *scale, double tolerance) {
  const int n = problem->states;
  for (int k = 0; k < n; k++) {
    const int is_state = problem->is_human && k % 2 == 0;
    y[k] = problem->is_human ? 1 : problem->family.start;
    scale[k] = 0.1 * tolerance;
    if (!is_state) continue;
    y[k] = 0.5;
    scale[k] = tolerance;
  }
  y[n - 1] = 0;
  scale[n - 1] = 10 * tolerance;
}

int main(int count, char **words) {
  if (count != 8) stop("usage: network CASE SIZE SET END bdf|adams TOLERANCE REPEATS; reading it", count);
  Problem problem = make_problem(words[1], atoi(words[2]), words[3]);
  const double end = atof(words[4]);
  const int adams = strcmp(words[5], "adams") == 0;
  const double tolerance = atof(words[6]);
  const int repeats = atoi(words[7]);
  const double window = problem.is_human ? human_period : 2;
  const int n = problem.states;

  SUNContext context;
  if (SUNContext_Create(NULL, &context) != 0) stop("SUNContext_Create", 0);
  N_Vector y = N_VNew_Serial(n, context), absolute = N_VNew_Serial(n, context);
  double *state = N_VGetArrayPointer(y);
  start_state(&problem, state, N_VGetArrayPointer(absolute), tolerance);
  void *cvode = CVodeCreate(adams ? CV_ADAMS : CV_BDF, context);
  int flag = CVodeInit(cvode, rhs, 0, y);
  if (flag != CV_SUCCESS) stop("CVodeInit", flag);
  CVodeSVtolerances(cvode, tolerance, absolute);
  CVodeSetUserData(cvode, &problem);
  CVodeSetMaxNumSteps(cvode, 100000000);
  if (problem.is_human) CVodeSetMaxStep(cvode, human_contraction);
  if (adams) {
    flag = CVodeSetNonlinearSolver(cvode, SUNNonlinSol_FixedPoint(y, 0, context));
  } else {
    SUNMatrix matrix;
    SUNLinearSolver solver;
    if (problem.is_tree) {
      find_pattern(&problem, state);
      matrix = SUNSparseMatrix(n, n, problem.entries, CSC_MAT, context);
      solver = SUNLinSol_KLU(y, matrix, context);
    } else {
      const int width = problem.is_human ? 2 : 1;
      matrix = SUNBandMatrix(n, width, width, context);
      solver = SUNLinSol_Band(y, matrix, context);
    }
    flag = CVodeSetLinearSolver(cvode, solver, matrix);
    if (flag == CV_SUCCESS) flag = CVodeSetJacFn(cvode, jacobian);
  }
  if (flag != CV_SUCCESS) stop("solver", flag);

  double best = INFINITY, outflow = 0;
  for (int i = 0; i < repeats; i++) {
    double t;
    start_state(&problem, state, N_VGetArrayPointer(absolute), tolerance);
    CVodeReInit(cvode, 0, y);
    junction_fallbacks = 0;
    const double began = now();
    flag = CVode(cvode, end - window, y, &t, CV_NORMAL);
    const double before = state[n - 1];
    if (flag >= 0) flag = CVode(cvode, end, y, &t, CV_NORMAL);
    const double seconds = now() - began;
    if (flag < 0) stop("CVode", flag);
    if (seconds < best) best = seconds;
    outflow = (state[n - 1] - before) / window;
  }

  long steps, evaluations, failures, nonlinear, stalls, jacobians = 0;
  CVodeGetNumSteps(cvode, &steps);
  CVodeGetNumRhsEvals(cvode, &evaluations);
  CVodeGetNumErrTestFails(cvode, &failures);
  CVodeGetNumNonlinSolvIters(cvode, &nonlinear);
  CVodeGetNumNonlinSolvConvFails(cvode, &stalls);
  if (!adams) CVodeGetNumJacEvals(cvode, &jacobians);
  const int cells = problem.is_human ? problem.human.cells : problem.family.cells;
  const double last = problem.is_human ? problem.human.volume
                                       : problem.family.volume[problem.family.from[problem.family.outlet_valve]];
  printf("{\"outflow\":%.17g,\"seconds\":%.9g,\"steps\":%ld,\"evaluations\":%ld,\"jacobians\":%ld,"
         "\"errorTestFailures\":%ld,\"nonlinearIterations\":%ld,\"nonlinearFailures\":%ld,"
         "\"junctionFallbacks\":%ld,\"volumes\":[",
         outflow * last, best, steps, evaluations, jacobians, failures, nonlinear, stalls, junction_fallbacks);
  for (int k = 0; k < cells; k++) {
    const double v = problem.is_human ? state[2 * k + 1] * problem.human.volume : state[k] * problem.family.volume[k];
    printf("%s%.17g", k == 0 ? "" : ",", v);
  }
  printf("]}\n");
  return 0;
}
