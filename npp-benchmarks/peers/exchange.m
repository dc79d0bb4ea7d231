% One of the three exchanges (K, Rb, Cs for Li) with GNU Octave's ode15s: the electroneutral model as in exchange.py,
% tridiagonal sparse Jacobian.
%
%   octave-cli exchange.m D_M CELLS RTOL ATOL REPEATS OUT.csv
%
% Prints the seconds of the fastest of REPEATS runs and the number of nodes.
1;

function [d, slope] = diffusivity(p, c)
  inside = min(max(c, 1e-14), 1.1);
  z = -sqrt(2) * erfcinv(2 * 0.9 * inside);
  d = p.d_li * exp(p.width * (z - p.bulk));
  slope = d * p.width * 0.9 * sqrt(2 * pi) .* exp(z .^ 2 / 2) .* (inside == c);
end

function [a, b, s] = bernoulli(x)
  y = abs(x);
  w = expm1(min(max(y, 1e-3), 600));
  small = y < 1e-3;
  b = y ./ w;
  b(small) = 1 - y(small) / 2 + y(small) .^ 2 / 12;
  s = -((y - 1) + b) ./ w;
  s(small) = -0.5 + y(small) / 6;
  a = b;
  left = x < 0;
  a(left) = y(left) + b(left);
  b(! left) = y(! left) + b(! left);
  s(left) = -1 - s(left);
end

function [flux, by_l, by_r] = fluxes(p, c)
  [d, slope] = diffusivity(p, c);
  l = d(1:end-1); r = d(2:end); cl = c(1:end-1); cr = c(2:end);
  q = log(l ./ r);
  share = 1 ./ (1 + q .^ 4);
  excess = (r - l) / 2;
  edge = l + excess .* share;
  bend = -4 * q .^ 3 .* share .^ 2 .* excess;
  dl = (1 - share / 2 + bend ./ l) .* slope(1:end-1);
  dr = (share / 2 - bend ./ r) .* slope(2:end);
  sl = edge .* cl + p.d_m * (1 - cl);
  sr = edge .* cr + p.d_m * (1 - cr);
  x = -100 * p.h ./ (edge .* cl + p.d_m * (1 - cl));
  for i = 1:50
    [plus, minus, b] = bernoulli(x);
    step = (plus .* sl - minus .* sr - 100 * p.h) ./ (b .* sl - (1 + b) .* sr);
    x -= step;
    if (max(abs(step) ./ (1 + abs(x))) < 1e-10)
      break
    end
  end
  [plus, minus, b] = bernoulli(x);
  f_x = b .* sl - (1 + b) .* sr;
  xl = -(plus .* (edge - p.d_m + cl .* dl) - minus .* cr .* dl) ./ f_x;
  xr = -(plus .* cl .* dr - minus .* (edge - p.d_m + cr .* dr)) ./ f_x;
  per_d = (plus .* cl - minus .* cr) ./ p.h;
  by_x = edge ./ p.h .* (b .* cl - (1 + b) .* cr);
  flux = edge .* per_d;
  by_l = per_d .* dl + by_x .* xl + edge ./ p.h .* plus;
  by_r = per_d .* dr + by_x .* xr - edge ./ p.h .* minus;
end

function rate = rhs(p, c)
  flux = fluxes(p, c);
  rate = ([0; flux(1:end-1); 0] - [flux; 0]) ./ p.v;
end

function jac = jacobian(p, c)
  [~, by_l, by_r] = fluxes(p, c);
  n = numel(c);
  main = ([0; by_r(1:end-1); 0] - [by_l; 0]) ./ p.v;
  lower = [by_l(1:end-1); 0] ./ p.v(2:end);
  upper = -by_r ./ p.v(1:end-1);
  jac = spdiags([[lower; 0], main, [0; upper]], [-1, 0, 1], n, n);
end

args = argv();
cells = str2double(args{2});
steps = 130 / cells * ones(cells, 1);
while (sum(steps) < 5e5)
  steps(end+1, 1) = steps(end) * 1.15;
end
x = [0; cumsum(steps)];
x(end) = 5e5;
p.h = diff(x);
p.v = ([p.h; 0] + [0; p.h]) / 2;
p.d_m = str2double(args{1}) * 2e23;
p.d_li = 2e6;
p.width = 0.250 / 2.3548200450309493 / 0.025851999786435;
p.bulk = -sqrt(2) * erfcinv(2 * 0.9);
options = odeset('RelTol', str2double(args{3}), 'AbsTol', str2double(args{4}), 'Jacobian', @(t, c) jacobian(p, c));
best = Inf;
for i = 1:str2double(args{5})
  begin = tic;
  [t, y] = ode15s(@(t, c) rhs(p, c), [0, 1], ones(size(x)), options);
  best = min(best, toc(begin));
end
c = y(end, :)';
out = fopen(args{6}, 'w');
fprintf(out, 'depth_m,potential_V,Li_fraction,M_fraction\n');
fprintf(out, '%.9e,0,%.9e,%.9e\n', [1e-9 * x, c, 1 - c]');
fclose(out);
printf('%.6f %d\n', best, numel(x));
