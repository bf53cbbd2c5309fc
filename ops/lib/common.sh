# What the doors share: where the project is, how they speak, what they install and build.
# shellcheck shell=bash disable=SC2034
set -euo pipefail

project=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd -P)
logs=$project/build/logs

# Lets another clone of the project, at another path, profit from what this one compiled.
export CCACHE_BASEDIR=${CCACHE_BASEDIR:-$project} CCACHE_NOHASHDIR=1

bold='' red='' green='' plain=''
if [[ -t 1 ]]; then
  bold=$'\e[1m' red=$'\e[31m' green=$'\e[32m' plain=$'\e[0m'
fi

say() { printf '%s%s%s\n' "$bold" "$*" "$plain"; }

fail() {
  printf '%s%s%s\n' "$red" "$*" "$plain" >&2
  exit 1
}

# step WHAT COMMAND…: runs it without a word, and shows everything it said if it fails.
step() {
  local what=$1 started=$SECONDS log
  shift
  mkdir -p "$logs"
  log=$logs/step.log
  printf '%s … ' "$what"
  if ! "$@" >"$log" 2>&1 </dev/null; then
    printf '%sfailed%s\n' "$red" "$plain"
    cat "$log"
    return 1
  fi
  printf '%d s\n' $((SECONDS - started))
}

as_root() {
  if ((EUID == 0)); then
    "$@"
  elif command -v sudo >/dev/null; then
    sudo "$@"
  else
    fail "This needs root: start it as root, or install sudo."
  fi
}

# A tool of the same name from somewhere else serves as well as Debian's.
is_installed() {
  [[ $(dpkg-query --show --showformat='${db:Status-Status}' "$1" 2>/dev/null) == installed ]] ||
    command -v "$1" >/dev/null
}

# install_packages DOOR…: those of the list that these doors need and the machine lacks.
install_packages() {
  local door name why missing=()
  while read -r door name why; do
    [[ " $* " == *" $door "* ]] || continue
    is_installed "$name" || missing+=("$name")
  done <"$project/ops/lib/packages"
  ((${#missing[@]})) || return 0
  echo "Debian packages that are missing: ${missing[*]}"
  as_root true
  step "Reading Debian's list of packages" as_root apt-get update
  step "Installing ${#missing[@]} packages" as_root env DEBIAN_FRONTEND=noninteractive \
    apt-get install --yes --no-remove --no-install-recommends "${missing[@]}"
}

# install_web_packages run|test: what package-lock.json names, again only when it changes;
# run leaves out what only checks and tests need.
install_web_packages() {
  local door=$1 stamp=$project/web-client/node_modules/.installed-for lock options=()
  lock=$(sha256sum <"$project/web-client/package-lock.json")
  if [[ -f $stamp ]]; then
    case $(<"$stamp") in "test $lock" | "$door $lock") return 0 ;; esac
  fi
  [[ $door == test ]] || options=(--omit=dev)
  step "Installing the pages' npm packages" \
    npm ci --prefix "$project/web-client" --loglevel=error "${options[@]}"
  mkdir -p "$project/web-client/node_modules"
  echo "$door $lock" >"$stamp"
}

# build_web_files run|test: what the program serves under /estaticos.
build_web_files() {
  install_web_packages "$1"
  npm run --silent --prefix "$project/web-client" build
}

configure() {
  [[ $project/build/$1/build.ninja -nt $project/CMakePresets.json ]] ||
    step "Configuring $1" cmake --preset "$1"
}

# build PRESET [TARGET…]: on a terminal ninja shows how far it is.
build() {
  local preset=$1 how=(step "Building $1") target targets=()
  shift
  configure "$preset" || return
  for target in "$@"; do targets+=(--target "$target"); done
  if [[ -t 1 ]]; then how=(); fi
  "${how[@]}" cmake --build --preset "$preset" --parallel "${JOBS:-$(nproc)}" "${targets[@]}"
}
