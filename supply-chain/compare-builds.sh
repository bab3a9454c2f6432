#!/usr/bin/env bash
# Builds the committed state twice, in two fresh clones at different places, and compares the jars byte by byte.
set -euo pipefail

root=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
jars=(app/target/pfa-vanguard.jar launcher/target/vanguard-launcher.jar web/target/vanguard-web-4.0.0.jar)

for build in first second/deeper; do
  git clone -q "$root" "$work/$build"
  (cd "$work/$build" && ./mvnw -q package -DskipTests -Dformat=skip -pl web,pems-simulator,app,launcher)
done

different=0
for jar in "${jars[@]}"; do
  if cmp "$work/first/$jar" "$work/second/deeper/$jar"; then
    echo "alike $(sha256sum "$work/first/$jar" | cut -c1-16) $jar"
  else
    different=1
  fi
done
exit $different
