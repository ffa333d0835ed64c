#!/bin/sh
# Makes the secrets of compose.yaml, once: deploy/compose/secrets.sh
set -eu
umask 077
cd -- "$(dirname -- "$0")"
mkdir -p secrets
for name in jwt redis postgres prometheus.token operator.token; do
  [ -e "secrets/$name" ] || openssl rand -hex 32 >"secrets/$name"
done
[ -e secrets/management ] || cat >secrets/management <<EOF
metrics prometheus $(cat secrets/prometheus.token)
operator operator $(cat secrets/operator.token)
EOF
printf 'MENAGERIE_UID=%s\n' "$(id -u)" >.env
cat >secrets/node.env <<EOF
MENAGERIE_REDIS_URL=redis://:$(cat secrets/redis)@redis:6379
MENAGERIE_POSTGRES_URL=postgresql://menagerie:$(cat secrets/postgres)@postgres:5432/menagerie
EOF
