#!/bin/sh
# Starts the Keycloak that Maven Central has, with the realm of this folder, on loopback. Its database is in
# memory: each start begins anew. The first start downloads 170 MB; each takes a minute.
set -eu
cd "$(dirname "$0")/../../.."

servers=demo-webapp/target/servers
[ -n "$(find $servers -maxdepth 1 -name 'keycloak-*' 2>/dev/null)" ] ||
  mvn -B -ntp -q -pl demo-webapp dependency:unpack@keycloak
home=$(find $servers -maxdepth 1 -name 'keycloak-*')
mkdir -p "$home/data/import"
cp demo-webapp/src/keycloak/demo-realm.json "$home/data/import/"

# The administrator is for this loopback address and this run of the server only.
export KC_BOOTSTRAP_ADMIN_USERNAME=admin KC_BOOTSTRAP_ADMIN_PASSWORD=admin JAVA_OPTS_KC_HEAP=-Xmx512m
exec sh "$home/bin/kc.sh" start-dev --import-realm --http-host=127.0.0.1 \
  --http-port="${KEYCLOAK_PORT:-8180}" --cache=local --db=dev-mem
