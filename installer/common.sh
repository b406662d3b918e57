# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# What the installer's scripts share. They source it first; it goes to the project's root.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

# Qt takes a missing HOME for /, so the programs would look for the models elsewhere than the installer.
if [ -z "${HOME:-}" ]; then
    HOME=$(getent passwd "$(id -u)" | cut -d: -f6) || HOME=/
    export HOME
fi
export LC_ALL=C.UTF-8 # file names outside ASCII

say() { printf 'likeness: %s\n' "$*"; }
fail() {
    printf 'likeness: %s\n' "$*" >&2
    exit 1
}

# Names from installer/packages: without sections, comments and empty lines.
package_names() { sed -e 's/#.*//' -e '/^\[/d' -e '/^[[:space:]]*$/d' installer/packages; }

# The same folder as base::dataDirectory() for programs in the build folder.
data_directory() { printf '%s\n' "${LIKENESS_DATA:-${XDG_CACHE_HOME:-$HOME/.cache}/likeness}"; }

# As many compilers as there are processors, and 2 GiB of memory for each: dlib's networks need it.
build_jobs() {
    local processors memory
    processors=$(nproc)
    memory=$(awk '/^MemAvailable:/ { print int($2 / 2097152) }' /proc/meminfo)
    if [ "$memory" -lt 1 ]; then memory=1; fi
    if [ "$memory" -lt "$processors" ]; then echo "$memory"; else echo "$processors"; fi
}

# build PRESET: configures and builds it in build/PRESET.
build() {
    local started=$SECONDS
    say "Building build/$1 with $(build_jobs) compilers at a time."
    cmake --preset "$1"
    cmake --build --preset "$1" --parallel "$(build_jobs)"
    say "Built in $((SECONDS - started)) s."
}
