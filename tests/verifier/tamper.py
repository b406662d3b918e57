# SPDX-License-Identifier: GPL-3.0-or-later
"""Flips every STEP-th byte of an exported log, one at a time, in one process, and says which flips the second
verifier did not find: one JSON object {"flips", "missed"}."""

import json
import sys
from pathlib import Path

from likeness_verify import Wrong, check_log


def is_found(log):
    try:
        check_log(log)
    except Wrong:
        return True
    return False


sound = Path(sys.argv[1]).read_bytes()
step = int(sys.argv[2])
check_log(sound)
places = range(0, len(sound), step)
missed = [place for place in places
          if not is_found(sound[:place] + bytes([sound[place] ^ (1 << place // step % 8)]) + sound[place + 1:])]
print(json.dumps({"flips": len(places), "missed": missed}))
