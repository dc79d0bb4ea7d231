/*
 * One of the three exchanges (K, Rb, Cs for Li) with SUNDIALS IDA: fixed mesh, banded direct solver, analytic Jacobian.
 *
 *   cc -O3 -march=native -o ida ida.c -lsundials_ida -lsundials_nvecserial -lsundials_sunlinsolband \
 *       -lsundials_sunmatrixband -lm
 *   ./ida D_M[m^2/s] CELLS RTOL ATOL EDGE REPEATS OUT.csv
 *
 * CELLS equal cells in the first 130 nm, growing by 1.15 below; EDGE is blended, upwind, harmonic or arithmetic.
 * Prints the seconds of the fastest of REPEATS runs, its steps, residual and Jacobian evaluations.
 * Lengths in nm, times in durations (2e5 s), densities over that of the virgin glass, potentials over kT/e.
 * Unknowns per node: potential, Li, M. The beam enters the first cell.
 */
#include <ida/ida.h>
#include <math.h>
#include <nvector/nvector_serial.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sunlinsol/sunlinsol_band.h>
#include <sunmatrix/sunmatrix_band.h>
#include <time.h>

enum { BLENDED, UPWIND, HARMONIC, ARITHMETIC };

#define FINE 130.0     /* depth of the equal cells, nm */
#define THICKNESS 5e5  /* nm */
#define GROWTH 1.15
#define VELOCITY 100.0 /* j/(eN), nm per duration */
#define DURATION 2e5   /* s */
#define KT 0.025851999786435 /* eV at 300 K */
#define SED_WIDTH (0.250 / 2.3548200450309493) /* standard deviation, eV */
#define VACANT 0.10
#define LEAST 1e-14 /* D(c) is continued by its value here */

typedef struct {
  int n, edge;
  double *x, *h, *v, d_m, d_li, lambda2, gain_bulk;
} Problem;

/* Quantile of the normal distribution (Acklam's rational approximation, one Halley step) and its derivative. */
static double quantile(double p, double *slope) {
  static const double a[] = {-3.969683028665376e+01, 2.209460984245205e+02, -2.759285104469687e+02,
                             1.383577518672690e+02, -3.066479806614716e+01, 2.506628277459239e+00};
  static const double b[] = {-5.447609879822406e+01, 1.615858368580409e+02, -1.556989798598866e+02,
                             6.680131188771972e+01, -1.328068155288572e+01};
  static const double c[] = {-7.784894002430293e-03, -3.223964580411365e-01, -2.400758277161838e+00,
                             -2.549732539343734e+00, 4.374664141464968e+00, 2.938163982698783e+00};
  static const double d[] = {7.784695709041462e-03, 3.224671290700398e-01, 2.445134137142996e+00, 3.754408661907416e+00};
  double z;
  if (p < 0.02425 || p > 1 - 0.02425) {
    const double q = sqrt(-2 * log(p < 0.5 ? p : 1 - p));
    z = (((((c[0] * q + c[1]) * q + c[2]) * q + c[3]) * q + c[4]) * q + c[5]) /
        ((((d[0] * q + d[1]) * q + d[2]) * q + d[3]) * q + 1);
    z = p < 0.5 ? z : -z;
  } else {
    const double q = p - 0.5, r = q * q;
    z = (((((a[0] * r + a[1]) * r + a[2]) * r + a[3]) * r + a[4]) * r + a[5]) * q /
        (((((b[0] * r + b[1]) * r + b[2]) * r + b[3]) * r + b[4]) * r + 1);
  }
  *slope = 2.5066282746310002 * exp(0.5 * z * z);
  return z;
}

/* D of Li and its derivative: D_N exp((E_F(c) - E_F(1))/kT). */
static double diffusivity(const Problem *p, double c, double *slope) {
  double by_share;
  const double inside = c < LEAST ? LEAST : c > 1.1 ? 1.1 : c;
  const double z = quantile((1 - VACANT) * inside, &by_share);
  const double d = p->d_li * exp(SED_WIDTH / KT * z - p->gain_bulk);
  *slope = inside == c ? d * SED_WIDTH / KT * by_share * (1 - VACANT) : 0;
  return d;
}

/* B(x), B(-x) and B'(x) of B(x) = x/(exp(x) - 1). */
static void bernoulli(double x, double *plus, double *minus, double *slope) {
  const double y = fabs(x);
  double b, s;
  if (y < 1e-3) {
    b = 1 - y / 2 + y * y / 12;
    s = -0.5 + y / 6;
  } else if (y > 600) {
    b = s = 0;
  } else {
    const double w = expm1(y);
    b = y / w;
    s = -((y - 1) + b) / w;
  }
  *plus = x < 0 ? y + b : b;
  *minus = x < 0 ? b : y + b;
  *slope = x < 0 ? -1 - s : s;
}

/* Edge value of D and its derivatives to both nodes' values. */
static double edge_diffusivity(int kind, double l, double r, int from_left, double *by) {
  const double up = from_left ? l : r;
  by[0] = from_left;
  by[1] = !from_left;
  if (kind == UPWIND || l == r) return up;
  if (kind == HARMONIC) {
    by[0] = 2 * r * r / ((l + r) * (l + r));
    by[1] = 2 * l * l / ((l + r) * (l + r));
    return 2 * l * r / (l + r);
  }
  const double mean = 0.5 * (l + r);
  if (kind == ARITHMETIC) {
    by[0] = by[1] = 0.5;
    return mean;
  }
  const double q = log(l / r), share = 1 / (1 + q * q * q * q), slope = -4 * q * q * q * share * share * (mean - up);
  by[0] += (0.5 - by[0]) * share + slope / l;
  by[1] += (0.5 - by[1]) * share - slope / r;
  return up + (mean - up) * share;
}

/* Flux of an ion through an edge; by: to the drop, to the left and to the right fraction. */
static double flux(double d, double h, double drop, double cl, double cr, double *by) {
  double plus, minus, slope;
  bernoulli(drop, &plus, &minus, &slope);
  by[0] = d / h * (slope * cl - (1 + slope) * cr);
  by[1] = d / h * plus;
  by[2] = -d / h * minus;
  return d / h * (plus * cl - minus * cr);
}

static double li_flux(const Problem *p, int e, const double *y, const double *d, const double *ds, double *by) {
  const double *l = y + 3 * e, *r = l + 3, drop = r[0] - l[0];
  double by_d[2];
  const int from_left = drop <= 0 ? (l[1] >= r[1] || l[1] > exp(drop) * r[1]) : (l[1] > exp(drop) * r[1]);
  const double edge = edge_diffusivity(p->edge, d[e], d[e + 1], from_left, by_d);
  const double f = flux(edge, p->h[e], drop, l[1], r[1], by);
  by[1] += f / edge * by_d[0] * ds[e];
  by[2] += f / edge * by_d[1] * ds[e + 1];
  return f;
}

static void diffusivities(const Problem *p, const double *y, double *d, double *ds) {
  for (int k = 0; k < p->n; k++) d[k] = diffusivity(p, y[3 * k + 1], ds + k);
}

static int residual(realtype t, N_Vector yv, N_Vector ypv, N_Vector rv, void *data) {
  const Problem *p = data;
  const double *y = N_VGetArrayPointer(yv), *yp = N_VGetArrayPointer(ypv);
  double *r = N_VGetArrayPointer(rv), d[p->n], ds[p->n], by[3];
  diffusivities(p, y, d, ds);
  for (int k = 0; k < p->n; k++) {
    const double *u = y + 3 * k;
    r[3 * k] = -p->v[k] * (u[1] + u[2] - 1);
    r[3 * k + 1] = p->v[k] * yp[3 * k + 1];
    r[3 * k + 2] = p->v[k] * yp[3 * k + 2];
  }
  for (int e = 0; e + 1 < p->n; e++) {
    const double drop = y[3 * e + 3] - y[3 * e], displacement = p->lambda2 * drop / p->h[e];
    const double li = li_flux(p, e, y, d, ds, by);
    const double m = flux(p->d_m, p->h[e], drop, y[3 * e + 2], y[3 * e + 5], by);
    r[3 * e] -= displacement;
    r[3 * e + 3] += displacement;
    r[3 * e + 1] += li;
    r[3 * e + 4] -= li;
    r[3 * e + 2] += m;
    r[3 * e + 5] -= m;
  }
  const int last = 3 * (p->n - 1);
  r[2] -= VELOCITY;
  r[last] = y[last];
  r[last + 1] = y[last + 1] - y[last - 2];
  return 0;
}

static int jacobian(realtype t, realtype cj, N_Vector yv, N_Vector ypv, N_Vector rv, SUNMatrix jac, void *data,
                    N_Vector w1, N_Vector w2, N_Vector w3) {
  const Problem *p = data;
  const double *y = N_VGetArrayPointer(yv);
  double d[p->n], ds[p->n];
  const int last = 3 * (p->n - 1);
  diffusivities(p, y, d, ds);
  SUNMatZero(jac);
#define J(i, j) SM_ELEMENT_B(jac, i, j)
  for (int k = 0; k < p->n; k++) {
    J(3 * k, 3 * k + 1) = J(3 * k, 3 * k + 2) = -p->v[k];
    J(3 * k + 1, 3 * k + 1) = J(3 * k + 2, 3 * k + 2) = cj * p->v[k];
  }
  for (int e = 0; e + 1 < p->n; e++) {
    const int l = 3 * e, r = l + 3;
    const double c = p->lambda2 / p->h[e], drop = y[r] - y[l];
    J(l, l) += c;
    J(l, r) -= c;
    J(r, l) -= c;
    J(r, r) += c;
    for (int i = 1; i < 3; i++) {
      double by[3];
      if (i == 1) li_flux(p, e, y, d, ds, by);
      else flux(p->d_m, p->h[e], drop, y[l + 2], y[r + 2], by);
      J(l + i, l) -= by[0];
      J(l + i, r) += by[0];
      J(r + i, l) += by[0];
      J(r + i, r) -= by[0];
      J(l + i, l + i) += by[1];
      J(l + i, r + i) += by[2];
      J(r + i, l + i) -= by[1];
      J(r + i, r + i) -= by[2];
    }
  }
  for (int j = last - 3; j < last + 3; j++) J(last, j) = J(last + 1, j) = 0;
  J(last, last) = J(last + 1, last + 1) = 1;
  J(last + 1, last - 2) = -1;
  return 0;
}

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec + 1e-9 * t.tv_nsec;
}

static void make_mesh(Problem *p, int cells) {
  int n = cells + 1;
  for (double x = FINE, h = FINE / cells; x < THICKNESS; n++) x += h *= GROWTH;
  p->n = n;
  p->x = calloc(n, sizeof(double));
  p->h = calloc(n, sizeof(double));
  p->v = calloc(n, sizeof(double));
  double h = FINE / cells;
  for (int k = 1; k < n; k++) {
    if (k > cells) h *= GROWTH;
    p->x[k] = p->x[k - 1] + h;
  }
  p->x[n - 1] = THICKNESS;
  for (int k = 0; k + 1 < n; k++) {
    p->h[k] = p->x[k + 1] - p->x[k];
    p->v[k] += p->h[k] / 2;
    p->v[k + 1] += p->h[k] / 2;
  }
}

int main(int argc, char **argv) {
  if (argc != 8) {
    fprintf(stderr, "usage: ida D_M CELLS RTOL ATOL blended|upwind|harmonic|arithmetic REPEATS OUT.csv\n");
    return 2;
  }
  Problem p = {0};
  p.d_m = atof(argv[1]) * 1e18 * DURATION;
  p.d_li = 1e-17 * 1e18 * DURATION;
  /* eps kT/(e^2 N), N = 1.41e28 1/m^3, eps_r = 10 */
  p.lambda2 = 10 * 8.8541878128e-12 * KT / (1.602176634e-19 * 1.41e28) * 1e18;
  p.edge = argv[5][0] == 'b' ? BLENDED : argv[5][0] == 'u' ? UPWIND : argv[5][0] == 'h' ? HARMONIC : ARITHMETIC;
  double ignored;
  p.gain_bulk = SED_WIDTH / KT * quantile(1 - VACANT, &ignored);
  make_mesh(&p, atoi(argv[2]));
  const double rtol = atof(argv[3]), atol = atof(argv[4]);
  double best = INFINITY;
  long steps = 0, residuals = 0, jacobians = 0;
  SUNContext context;
  SUNContext_Create(NULL, &context);
  N_Vector y = N_VNew_Serial(3 * p.n, context), yp = N_VClone(y), id = N_VClone(y);
  for (int run = 0; run < atoi(argv[6]); run++) {
    const double begin = now();
    double *u = N_VGetArrayPointer(y), *up = N_VGetArrayPointer(yp), *a = N_VGetArrayPointer(id);
    N_VConst(0, yp);
    for (int k = 0; k < p.n; k++) {
      u[3 * k] = VELOCITY / p.d_li * (THICKNESS - p.x[k]);
      u[3 * k + 1] = 1;
      u[3 * k + 2] = 0;
      a[3 * k] = 0;
      a[3 * k + 1] = a[3 * k + 2] = 1;
    }
    a[3 * p.n - 2] = 0;
    u[1] += p.lambda2 * VELOCITY / p.d_li / p.v[0]; /* what the field of the first moment begins at */
    up[1] = -VELOCITY / p.v[0];
    up[2] = VELOCITY / p.v[0];
    void *ida = IDACreate(context);
    IDAInit(ida, residual, 0, y, yp);
    IDASStolerances(ida, rtol, atol);
    IDASetUserData(ida, &p);
    IDASetId(ida, id);
    IDASetMaxNumSteps(ida, 1000000);
    IDASetSuppressAlg(ida, SUNTRUE);
    SUNMatrix jac = SUNBandMatrix(3 * p.n, 5, 5, context);
    SUNLinearSolver linear = SUNLinSol_Band(y, jac, context);
    IDASetLinearSolver(ida, linear, jac);
    IDASetJacFn(ida, jacobian);
    IDACalcIC(ida, IDA_YA_YDP_INIT, 1e-9);
    realtype t = 0;
    const int status = IDASolve(ida, 1.0, &t, y, yp, IDA_NORMAL);
    if (status < 0) {
      fprintf(stderr, "IDA stopped with %d at t = %g\n", status, t);
      return 1;
    }
    IDAGetNumSteps(ida, &steps);
    IDAGetNumResEvals(ida, &residuals);
    IDAGetNumJacEvals(ida, &jacobians);
    IDAFree(&ida);
    SUNLinSolFree(linear);
    SUNMatDestroy(jac);
    best = fmin(best, now() - begin);
  }
  const double *u = N_VGetArrayPointer(y);
  FILE *out = fopen(argv[7], "w");
  if (!out) return 1;
  fprintf(out, "depth_m,potential_V,Li_fraction,M_fraction\n");
  for (int k = 0; k < p.n; k++)
    fprintf(out, "%.9e,%.9e,%.9e,%.9e\n", 1e-9 * p.x[k], KT * u[3 * k], u[3 * k + 1], u[3 * k + 2]);
  fclose(out);
  printf("%.6f %d %ld %ld %ld\n", best, p.n, steps, residuals, jacobians);
  return 0;
}
