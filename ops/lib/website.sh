# What the browser tests need: a recent Node.js, and the demonstration served.
# shellcheck shell=bash disable=SC2154

node_version=22.23.3

# Playwright and ESLint need Node.js 20.19; where the machine's is older, as Debian's own, the one
# that npm carries as a package serves from build/.
use_node() {
  local home=$project/build/node architecture
  if node -e 'const [major, minor] = process.versions.node.split(".");
      process.exit(major > 20 || (major == 20 && minor >= 19) ? 0 : 1)'; then
    return 0
  fi
  case $(uname -m) in
    x86_64) architecture=x64 ;;
    aarch64) architecture=arm64 ;;
    *) fail "The browser tests need Node.js 20.19 or later." ;;
  esac
  if [[ ! -x $home/node_modules/node-linux-$architecture/bin/node ]]; then
    mkdir -p "$home"
    step "Installing Node.js $node_version" npm install --prefix "$home" --no-save \
      --loglevel=error "node-linux-$architecture@$node_version"
  fi
  export PATH=$home/node_modules/node-linux-$architecture/bin:$PATH
}

listens() { (: <"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

free_port() {
  local port
  for port in $(shuf --input-range 20000-30000 --head-count 20); do
    if ! listens "$port"; then
      echo "$port"
      return
    fi
  done
}

# with_website COMMAND…: runs it while the demonstration is served at $BASE_URL.
with_website() {
  local port program=build/sanitize/autarquia
  place=$(mktemp -d) server=''
  port=$(free_port)
  trap 'kill $server 2>/dev/null || true; rm -rf "$place"' EXIT
  "$program" demo --data "$place/data"
  "$program" serve --data "$place/data" --port "$port" &
  server=$!
  until listens "$port"; do
    kill -0 "$server"
    sleep 0.2
  done
  BASE_URL=http://127.0.0.1:$port "$@"
  kill "$server"
  wait "$server"
}
