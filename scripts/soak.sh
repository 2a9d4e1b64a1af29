#!/usr/bin/env bash
# npm run soak -- MINUTES [GROUPS]: a bot among many groups on an imitated Telegram, its clock running ahead.
set -euo pipefail
cd "$(dirname "$0")/.."
SOAK_MINUTES=${1:-1} SOAK_GROUPS=${2:-200} exec npx vitest run --config vitest.soak.config.ts
