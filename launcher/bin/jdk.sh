# Finds a JDK that can run and build PFA Vanguard. Sourced by the scripts.

readonly WANTED_JDK=25

# The major version of the JDK in folder $1; 0 when it holds none.
jdk_version() {
  local version=
  [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] || { echo 0; return; }
  if [ -r "$1/release" ]; then
    version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release")
  fi
  if [ -z "$version" ]; then
    version=$("$1/bin/java" -version 2>&1 | sed -n 's/^.* version "\([0-9]*\).*/\1/p')
  fi
  echo "${version:-0}"
}

# The folders where a JDK may be, one a line, the user's own choice first.
jdk_candidates() {
  local java folder
  if [ -n "${JAVA_HOME:-}" ]; then echo "$JAVA_HOME"; fi
  if java=$(command -v java); then dirname "$(dirname "$(readlink -f "$java")")"; fi
  for folder in /usr/lib/jvm/* "${SDKMAN_DIR:-${HOME:-/}/.sdkman}"/candidates/java/* \
      "${HOME:-/}"/.jdks/* /opt/* /opt/*/* /usr/local/* /usr/java/*; do
    if [ -x "$folder/bin/javac" ]; then echo "$folder"; fi
  done
}

# Prints the home of the first JDK that is new enough; fails when there is none.
find_jdk() {
  local home
  while IFS= read -r home; do
    if [ "$(jdk_version "$home")" -ge "$WANTED_JDK" ]; then
      echo "$home"
      return 0
    fi
  done < <(jdk_candidates)
  return 1
}
