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
assert result["video"], "the generated clip needs nothing but a sample photograph"
for clip in result["video"]:
    assert clip["clip"] and clip["width"] > 0 and clip["height"] > 0 and clip["smallest_face"] > 0, clip
    assert abs(clip["fps"] - 25) < 0.1 and clip["frames"] == 50, clip
    # The photograph has faces of this size, and they are in view the whole time.
    assert 1 <= clip["tracks"] <= 10, clip
    assert clip["frames"] * 0.9 <= clip["boxes"] <= clip["frames"] * clip["tracks"], clip
    assert clip["times_real_time"] > 0, clip
    # A look at least every second, and fewer than every frame.
    assert 2 <= clip["looks"] < clip["frames"] / 2, clip
    times = clip["ms_a_frame"]
    assert times["decode_alone"] > 0 and times["find"] > 0 and times["follow"] > 0, clip
    played = clip["frames"] / clip["fps"] * 1000
    assert abs(clip["times_real_time"] * times["all"] * clip["frames"] / played - 1) < 0.01, clip
assert "one core" in run.stderr, "the table stands on standard error while JSON is asked for"
assert subprocess.run([sys.argv[1], "nonsense"], capture_output=True, check=False).returncode == 2
