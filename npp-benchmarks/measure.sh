#!/bin/sh
# Measures everything that docs/performance.md tells, into npp-benchmarks/results and docs. On an idle machine: 40 minutes.
#
#   npp-benchmarks/measure.sh
#
# JMH takes the average and every iteration of it; quote the fastest iteration where the machine is not idle.
set -eu
cd "$(dirname "$0")/.."
results=npp-benchmarks/results
jar=npp-benchmarks/target/benchmarks.jar
reference=npp-cait/src/test/resources/org/npp/cait/reference
day=$(date +%F)

mvn -q -B package -pl npp-benchmarks -am -Dmaven.test.skip=true -Dmaven.javadoc.skip=true -Djacoco.skip=true
java -jar $jar -f 1 -wi 5 -w 1 -i 20 -r 1 -prof gc -foe true -rf json -rff "$results/$day.json"
# no paths of this machine: the Java that ran them is said by its version
sed -i 's|"jvm" : ".*"|"jvm" : "java"|' "$results/$day.json"
java -cp $jar org.npp.benchmarks.precision.ScalingStudy >"$results/$day-scaling.md"
java -cp $jar org.npp.benchmarks.memory.PeakMemory >"$results/$day-memory.md"
python3 npp-benchmarks/peers/compare.py --json "$results/$day-peers.json" >"$results/$day-peers.md"
java -cp $jar org.npp.benchmarks.precision.WorkPrecisionStudy docs $reference 15

out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
./npp check examples/lithium-borate/k.yaml >/dev/null # builds, and writes the class-data archive
for run in 1 2 3 4 5; do
    /usr/bin/env time -f '%e s wall, %U s user, %M kB' ./npp simulate --quiet --out "$out/$run" examples/lithium-borate/k.yaml
done 2>"$results/$day-cold.txt"
