#!/usr/bin/env bash
# Packs the project, installs the tarball into an empty folder and does the main job from there.
set -euo pipefail
root="$PWD"
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT

npm pack --silent --pack-destination "$work" >/dev/null
cd "$work"
tarball="$(ls seo-content-*.tgz)"
echo '{"name":"empty","private":true}' >package.json
npm install --silent --no-audit --no-fund "./$tarball"
du -sh node_modules | cut -f1 | sed 's/^/installed: /'

unset TAVILY_API_KEY OPENAI_API_KEY OPENAI_BASE_URL
export PATH="$root/node_modules/.bin:$PATH"
./node_modules/.bin/seo-content batch "heat pump running costs" "e-bike battery life" --parallel 2
test -s content/heat-pump-running-costs.md
test -s content/research/e-bike-battery-life.json
# Workers and the embedded model are found in the package too.
printf 'Letter\n\nDate: 9 March 2025\n' >letter.txt
./node_modules/.bin/seo-content extract letter.txt --fields date --quiet 2>/dev/null | grep -q '^letter.txt,2025-03-09,succeeded'
./node_modules/.bin/seo-content library add letter.txt --embeddings offline --quiet
./node_modules/.bin/seo-content library search 'day of the letter' --by meaning --embeddings offline | grep -q letter.txt
node --input-type=module -e "
  import { runBatch } from 'seo-content';
  const result = await runBatch([1, 2, 3], (number) => number * 2, { concurrency: 2 });
  if (result.results.join() !== '2,4,6') throw new Error('the library does not work from the package');
"
echo 'the package works from an empty folder'
