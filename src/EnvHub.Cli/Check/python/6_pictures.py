@rule("render-metadata", "Recorders choose the mode and the speed by what metadata says.", "Give the class metadata = {\"render_modes\": [...], \"render_fps\": n}.", after=("class",))
def check_render_metadata():
    with made() as env:
        modes = env.metadata.get("render_modes")
        if not isinstance(modes, (list, tuple)) or not all(isinstance(mode, str) for mode in modes):
            yield Warn(f"metadata's render_modes is {modes!r}, no list of texts")
            return
        fps = env.metadata.get("render_fps")
        if modes and (isinstance(fps, bool) or not isinstance(fps, (int, float, numpy.number)) or fps <= 0):
            yield Warn(f"metadata's render_fps is {fps!r}, no number above 0")
        if env.render_mode is not None and env.render_mode not in modes:
            yield f"render_mode is {env.render_mode!r}, which is not among {list(modes)}"


def picture(mode, drawn):
    """What is wrong with it; None for nothing."""
    if mode.endswith("_list"):
        if not isinstance(drawn, list):
            return f"gives {type(drawn).__name__}, not list"
        return next((fault for fault in (picture(mode[:-5], one) for one in drawn) if fault), None)
    if mode == "human":
        return None if drawn is None else f"gives {type(drawn).__name__}, not None"
    if mode == "ansi":
        return None if isinstance(drawn, str) else f"gives {type(drawn).__name__}, not str"
    if mode in ("rgb_array", "depth_array"):
        if not isinstance(drawn, numpy.ndarray):
            return f"gives {type(drawn).__name__}, not ndarray"
        if mode == "rgb_array" and (drawn.dtype != numpy.uint8 or drawn.ndim != 3 or drawn.shape[2] != 3):
            return f"gives {drawn.dtype} {drawn.shape}, not uint8 (height, width, 3)"
        if mode == "depth_array" and drawn.ndim != 2:
            return f"gives the shape {drawn.shape}, not (height, width)"
    return None


@rule("render", "Recordings and terminals take the picture as its mode promises.", "Return what the mode says: None, a text, or uint8 (height, width, 3); draw without changing the state.", after=PLAYABLE + ("render-metadata", "determinism"))
def check_render():
    with made() as env:
        modes = env.metadata.get("render_modes") or []
    if not modes:
        raise Omit("the environment declares no render modes")
    for mode in modes:
        try:
            with made(render_mode=mode) as env, made() as plain:
                faults = []
                drawn = record(env, 1, steps=20, spare=lambda: faults.append(picture(mode, env.render())))
                if any(faults):
                    yield f"{mode}: {next(filter(None, faults))}"
                difference = part(drawn, play(plain, 1, 20))
                if difference:
                    yield f"{mode}: drawing changes the trajectory: {difference}"
        except (gymnasium.error.DependencyNotInstalled, ImportError) as missing:
            yield Warn(f"{mode}: not drawn, for a package is missing: {missing}")


@rule("close-twice", "Whoever ends an experiment may close what was closed already.", "Return from the second close without doing anything.", after=("class",))
def check_close_twice():
    env = make()
    env.close()
    env.close()
    return []


def main():
    kept, findings, omissions, broken = [], [], [], set()
    for name, why, to_do, after, examine in RULES:
        cause = next((earlier for earlier in after if earlier in broken), None)
        if cause:
            omissions.append({"rule": name, "reason": f"the rule '{cause}' is broken or was not examined, which would show here again"})
            broken.add(name)
            continue
        found = []
        try:
            found.extend(examine() or [])
        except Omit as reason:
            omissions.append({"rule": name, "reason": str(reason)})
            continue
        except Exception as fault:
            found.append(f"{type(fault).__name__}: {fault}")
        for text in found:
            severity = "warning" if isinstance(text, Warn) else "error"
            findings.append({"rule": name, "severity": severity, "found": str(text), "why": why, "toDo": to_do})
            if severity == "error":
                broken.add(name)
        if not found:
            kept.append(name)
    json.dump({"kept": kept, "findings": findings, "omissions": omissions}, REPORT)


# An environment that cannot be made is no finding of a rule: the failure is told with its traceback.
make().close()
warnings.simplefilter("ignore")
gymnasium.logger.min_level = gymnasium.logger.ERROR
main()
REPORT.flush()
os._exit(0)  # a thread that an environment has left behind would hold this process
