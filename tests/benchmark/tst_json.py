# SPDX-License-Identifier: GPL-3.0-or-later
"""The shape of what likeness-benchmark --json says, on its smallest measurement; never how fast it was."""

import json
import subprocess
import sys

run = subprocess.run([sys.argv[1], "--quick", "--json", "finder", "template", "video"],
                     capture_output=True, text=True, check=True)
result = json.loads(run.stdout)
assert "openblas" in result["machine"]["blas"].lower(), result["machine"]
for part, list_name in (("finder", "sizes"), ("template", "batches")):
    for figure in ("ratio_vs_dlib", "fraction_of_peak"):
        assert result[part][figure] > 0, (part, figure)
    assert len(result[part][list_name]) == 1, part
for clip in result["video"]["clips"]:
    assert clip["frames"] > 0 and clip["times_real_time"] > 0, clip
assert result["video"]["clips"], "the generated clip needs nothing but a sample photograph"
assert "one core" in run.stderr, "the table stands on standard error while JSON is asked for"
assert subprocess.run([sys.argv[1], "nonsense"], capture_output=True, check=False).returncode == 2
