# Builds what is stale. Sourced by ./vanguard, which sets $root and $jdk and has fail().

# The file that a module's build ends with.
product() {
  case $1 in
    pems-simulator) echo pems-simulator/target/pems-simulator-all.jar ;;
    web) echo web/target/vanguard-web-4.0.0.jar ;;
    app) echo app/target/pfa-vanguard.jar ;;
    launcher) echo launcher/target/vanguard-launcher.jar ;;
    trial) echo trial/target/vanguard-trial.jar ;;
    release) echo release/target/vanguard-release.jar ;;
  esac
}

# Whether a source of module $1 was changed after its product was made. A reproducible build gives
# its products a fixed time of modification: the time of the last change of their status tells. And
# Maven leaves alone what would not change, so the last successful build here counts too.
stale() {
  local sources=("$root/$1") made=$root/$(product "$1") stamp=$root/target/built-$1 newer
  # The jars hold the libraries they are made of.
  case $1 in
    launcher) sources+=("$root/traffic" "$root/secrets" "$root/operations") ;;
    app) sources+=("$root/secrets") ;;
  esac
  [ -f "$made" ] || return 0
  newer=(-newermc "$made")
  if [ -f "$stamp" ]; then newer+=(-newer "$stamp"); fi
  [ -n "$(find "${sources[@]}" "$root/pom.xml" \
      \( -name target -o -name node_modules -o -name dist -o -path '*/src/test' -o -name '.*' \) -prune \
      -o -type f "${newer[@]}" -print -quit 2>/dev/null)" ]
}

stale_among() {
  local module
  for module in "$@"; do
    if stale "$module"; then echo "$module"; fi
  done
}

require_node() {
  local version
  version=$(node --version 2>/dev/null | sed -n 's/^v\([0-9]*\).*/\1/p')
  if [ "${version:-0}" -lt 20 ] || ! command -v npm >/dev/null; then
    fail "the web page cannot be built: Node 20 or newer with npm is needed (found ${version:-none})"
  fi
}

# Shows which module is being built, and for how long, until process $1 ends.
show_progress() {
  local log=$2 begun=$SECONDS module shown=
  while kill -0 "$1" 2>/dev/null; do
    module=$(sed -n 's/^\[INFO\] Building \(.*[^ ]\) [0-9][^ ]* *\[\(.*\)\]$/\1 (\2)/p' "$log" | tail -n 1)
    if [ -t 2 ]; then
      printf '\r\033[Kbuilding %s, %d s' "${module:-...}" $((SECONDS - begun)) >&2
    elif [ "$module" != "$shown" ]; then
      printf 'building %s, %d s\n' "$module" $((SECONDS - begun)) >&2
      shown=$module
    fi
    sleep 0.3
  done
  if [ -t 2 ]; then printf '\r\033[K' >&2; fi
}

run_maven() {
  local modules=$1 log=$root/target/build.log maven begun=$SECONDS
  (cd "$root" && JAVA_HOME=$jdk PATH=$jdk/bin:$PATH exec ./mvnw -B -pl "$modules" -am package \
      -Dmaven.test.skip=true -Dformat=skip) >"$log" 2>&1 9>&- </dev/null &
  maven=$!
  trap 'kill "$maven" 2>/dev/null; exit 1' INT TERM
  show_progress "$maven" "$log"
  if ! wait "$maven"; then
    { grep -E '^\[ERROR\]' "$log" || cat "$log"; } | head -n 30 >&2
    fail "the build failed; all of it is in $log"
  fi
  trap - INT TERM
  echo "built ${modules//,/, } in $((SECONDS - begun)) s" >&2
}

# Builds those of the given modules that are stale, with what they need. One build at a time.
build_stale() {
  local stale_modules module
  stale_modules=$(stale_among "$@")
  [ -n "$stale_modules" ] || return 0
  mkdir -p "$root/target" || fail "the checkout $root cannot be written, and must be built first"
  if command -v flock >/dev/null; then
    exec 9>"$root/target/build.lock"
    flock 9
    stale_modules=$(stale_among "$@") # another may have built meanwhile
  fi
  if [ -n "$stale_modules" ]; then
    # The application carries the web page in its jar.
    case " $* ${stale_modules//$'\n'/ } " in
      *" app "*" web "*) stale_modules+=$'\napp' ;;
    esac
    if [[ $stale_modules == *web* ]]; then require_node; fi
    for module in $stale_modules; do touch "$root/target/built-$module.new"; done
    run_maven "$(echo "$stale_modules" | sort -u | paste -sd,)"
    for module in $stale_modules; do
      if [ -f "$root/target/built-$module.new" ]; then
        mv "$root/target/built-$module.new" "$root/target/built-$module"
      fi
    done
  fi
  exec 9>&-
}

# Prints a copy of jar $1 to run, so that a later build does not pull the classes from under a
# process that runs for days; or the jar itself where no copy can be kept.
pinned() {
  local folder copy
  folder=$(dirname "$1")/running
  copy=$folder/launcher-$(stat -c %Z "$1").jar
  if [ ! -f "$copy" ]; then
    { mkdir -p "$folder" && cp "$1" "$copy.$$" && rm -f "$folder"/launcher-*.jar &&
      mv "$copy.$$" "$copy"; } 2>/dev/null || copy=$1
  fi
  echo "$copy"
}
