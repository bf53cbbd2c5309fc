# message-db on a PostgreSQL of its own, reached by a socket that nobody else can open.
# shellcheck shell=bash disable=SC2034,SC2154

message_db='' message_db_folder=''
postgres=$(printf '%s\n' /usr/lib/postgresql/*/bin | sort --version-sort | tail -1)

# PostgreSQL refuses to run as root.
as_postgres() {
  if ((EUID == 0)); then
    (cd / && runuser -u postgres -- "$@")
  else
    "$@"
  fi
}

# start_message_db FOLDER: answers in $message_db how libpq reaches it. What it acknowledges is on
# stable storage, by the server's defaults; memory and checkpoints are set for its good.
start_message_db() {
  local settings=(
    "listen_addresses=" "unix_socket_directories=$1" "unix_socket_permissions=0700"
    "max_connections=100" "shared_buffers=512MB" "max_wal_size=8GB" "checkpoint_timeout=30min"
    "fsync=on" "synchronous_commit=on" "full_page_writes=on"
  )
  chmod 711 "$(dirname "$1")"
  mkdir "$1"
  if ((EUID == 0)); then chown postgres: "$1"; fi
  chmod 700 "$1"
  step "Making a PostgreSQL cluster" as_postgres "$postgres/initdb" --pgdata "$1/data" \
    --username postgres --auth trust --encoding UTF8 --no-locale
  message_db_folder=$1
  step "Starting it" as_postgres "$postgres/pg_ctl" start --wait --silent --pgdata "$1/data" \
    --log "$1/log" --options "$(printf -- '-c %s ' "${settings[@]}")"
  step "Fetching message-db" npm ci --prefix "$project/tests/bench" --loglevel=error
  step "Installing it there" env PGHOST="$1" PGUSER=postgres \
    bash "$project/tests/bench/node_modules/@eventide/message-db/database/install.sh"
  message_db="host=$1 user=postgres dbname=message_store"
}

stop_message_db() {
  [[ -n $message_db_folder ]] || return 0
  as_postgres "$postgres/pg_ctl" stop --wait --silent --mode fast \
    --pgdata "$message_db_folder/data" || true # it may never have started
  rm -rf "$message_db_folder"
  message_db_folder=''
}
